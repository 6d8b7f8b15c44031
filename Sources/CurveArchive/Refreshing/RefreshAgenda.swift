import ConstraintKit

/// Which curves a refresh is about, and where each may come from.
struct RefreshAgenda {
    var paths: ArchivePaths
    var bundled: BundledFiles
    var client: HTTPClient
    var isOffline: Bool
    /// Whether a curve is asked for at the URL of the lock file first.
    var isLocked: Bool

    /// - Parameters:
    ///   - stems: the curves; nil: all that the program carries, the catalogues name, the lock file names, and, where
    ///     there is a mirror, that its catalogue names.
    ///   - mirror: the only place asked, where there is one.
    func sources(
        _ stems: [String]?, mirror: Mirror?, _ lock: CurvesLock
    ) throws(RefreshError) -> [CurveSource] {
        let catalogue: SourceCatalogue
        do { catalogue = try SourceCatalogue(paths: paths, bundled: bundled) } catch { throw .catalogue(error) }
        var wanted = stems ?? []
        if stems == nil {
            var all = Set(bundled.stems).union(lock.curves.keys)
            if let mirror {
                all.formUnion(isOffline ? [] : try mirror.stems(client))
            } else {
                all.formUnion(catalogue.entries.keys)
            }
            wanted = all.sorted()
        }
        var sources: [CurveSource] = []
        for stem in wanted where !sources.contains(where: { $0.stem == stem }) {
            sources.append(try source(of: stem, mirror, catalogue, lock))
        }
        return sources
    }

    private func source(
        of stem: String, _ mirror: Mirror?, _ catalogue: SourceCatalogue, _ lock: CurvesLock
    ) throws(RefreshError) -> CurveSource {
        guard !isOffline else { return try CurveSource(stem: stem, locations: []) }
        if let mirror { return try CurveSource(stem: stem, locations: [mirror.location(of: stem)]) }
        var locations = catalogue.locations(of: stem)
        // What was fetched from a place that no catalogue names, a mirror for instance, is kept fresh from there.
        if isLocked || locations.isEmpty, let curve = lock.curves[stem] {
            var former = SourceLocation(url: curve.url, reading: curve.conversion?.reading)
            former.isOwn = curve.isOwn
            locations = [former] + locations.filter { $0 != former }
        }
        let entry = catalogue.entries[stem]
        let reason: String? = if case .noneKnown(let reason)? = entry { reason } else { nil }
        return try CurveSource(stem: stem, locations: locations, noneKnown: reason)
    }
}
