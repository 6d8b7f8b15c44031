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
    func targets(
        _ stems: [String]?, mirror: Mirror?, _ lock: CurvesLock
    ) throws(RefreshError) -> [AddressedCurve] {
        let catalogue: AddressBook
        do { catalogue = try AddressBook(paths: paths, bundled: bundled) } catch { throw .catalogue(error) }
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
        var targets: [AddressedCurve] = []
        for stem in wanted where !targets.contains(where: { $0.stem == stem }) {
            targets.append(try target(of: stem, mirror, catalogue, lock))
        }
        return targets
    }

    private func target(
        of stem: String, _ mirror: Mirror?, _ catalogue: AddressBook, _ lock: CurvesLock
    ) throws(RefreshError) -> AddressedCurve {
        guard !isOffline else { return try AddressedCurve(stem: stem, addresses: []) }
        if let mirror { return try AddressedCurve(stem: stem, addresses: [mirror.address(of: stem)]) }
        var addresses = catalogue.addresses(of: stem)
        // What was fetched from a place that no catalogue names, a mirror for instance, is kept fresh from there.
        if isLocked || addresses.isEmpty, let curve = lock.curves[stem] {
            var former = CurveAddress(url: curve.url, reading: curve.conversion?.reading)
            former.isOwn = curve.isOwn
            addresses = [former] + addresses.filter { $0 != former }
        }
        let entry = catalogue.entries[stem]
        let reason: String? = if case .noneKnown(let reason)? = entry { reason } else { nil }
        return try AddressedCurve(stem: stem, addresses: addresses, noneKnown: reason)
    }
}
