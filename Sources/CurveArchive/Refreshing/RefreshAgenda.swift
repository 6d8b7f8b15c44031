import ConstraintKit

/// Which curves a refresh is about, and where each may come from.
struct RefreshAgenda {
    var paths: ArchivePaths
    var bundled: BundledFiles
    var client: HTTPClient
    var hepData: HEPDataSite
    var isOffline: Bool
    /// Whether a curve is asked for at the URL of the lock file first.
    var isLocked: Bool

    /// - Parameters:
    ///   - stems: the curves; nil: all that the program carries, the catalogues here name, or the lock file names; of a
    ///     mirror those alone that its catalogue names, where nothing else is known of an address.
    ///   - mirror: the only place asked, where there is one.
    ///   - limit: how many may be asked for.
    /// - Returns: them, and what the mirror's catalogue names beside, which nobody here has heard of.
    func targets(
        _ stems: [String]?, mirror: Mirror?, _ lock: CurvesLock, limit: Int
    ) throws(RefreshError) -> (targets: [AddressedCurve], ignored: [String]) {
        let catalogue: AddressBook
        do { catalogue = try AddressBook(paths: paths, bundled: bundled) } catch { throw .catalogue(error) }
        var wanted = Set(stems ?? [])
        var ignored: [String] = []
        if stems == nil {
            wanted = Set(bundled.stems).union(lock.curves.keys)
            if let mirror {
                let named = isOffline ? [] : try mirror.stems(client)
                let known = wanted.union(catalogue.entries.keys)
                wanted.formUnion(known.intersection(named))
                ignored = named.filter { !known.contains($0) }
            } else {
                wanted.formUnion(catalogue.entries.keys.filter { !isOnRequest($0, catalogue, lock) })
            }
        }
        guard wanted.count <= limit else { throw .tooManyStems(wanted.count, limit: limit) }
        var targets: [AddressedCurve] = []
        var rest = wanted
        // In the order in which the user named them.
        for stem in stems ?? wanted.sorted() where rest.remove(stem) != nil {
            var target = try target(of: stem, mirror, catalogue, lock)
            target.isNamed = stems != nil
            targets.append(target)
        }
        return (targets, ignored)
    }

    private func target(
        of stem: String, _ mirror: Mirror?, _ catalogue: AddressBook, _ lock: CurvesLock
    ) throws(RefreshError) -> AddressedCurve {
        guard !isOffline else { return try AddressedCurve(stem: stem, addresses: []) }
        if let mirror { return try AddressedCurve(stem: stem, addresses: [mirror.address(of: stem)]) }
        var addresses = catalogue.addresses(of: stem)
        // What was fetched from a place that no catalogue names, a mirror for instance, is kept fresh from there.
        if isLocked || addresses.isEmpty, let curve = lock.curves[stem] {
            // A secret of an address is in the catalogue alone.
            let url = addresses.first { $0.shown == curve.url }?.url ?? curve.url
            var former = CurveAddress(url: url, reading: curve.conversion?.reading)
            former.isOwn = curve.isOwn
            addresses = [former] + addresses.filter { $0 != former }
        }
        var failures: [RefreshFailure] = []
        addresses = addresses.compactMap { address in
            guard let table = address.table else { return address }
            if let pinned = pinned(address, of: stem, table, lock) { return pinned }
            do throws(HEPDataError) {
                let (url, found) = try hepData.address(of: table)
                return address.settled(at: url, found)
            } catch {
                failures.append(.table(error))
                return nil
            }
        }
        let entry = catalogue.entries[stem]
        let reason: String? = if case .noneKnown(let reason)? = entry { reason } else { nil }
        var target = try AddressedCurve(stem: stem, addresses: addresses, noneKnown: reason)
        target.failures = failures
        return target
    }

    /// Whether a curve comes only where it is named: it is a table of a paper, and was not fetched yet.
    private func isOnRequest(_ stem: String, _ catalogue: AddressBook, _ lock: CurvesLock) -> Bool {
        let addresses = catalogue.addresses(of: stem)
        return lock.curves[stem] == nil && !addresses.isEmpty && addresses.allSatisfy { $0.table != nil }
    }

    /// The version of a table that was fetched: a newer one is told, and taken only where its curve is added anew.
    private func pinned(
        _ address: CurveAddress, of stem: String, _ table: HEPDataTableChoice, _ lock: CurvesLock
    ) -> CurveAddress? {
        guard let curve = lock.curves[stem], HEPDataAddress(url: curve.url)?.number == table.number else { return nil }
        var pinned = CurveAddress(url: curve.url, reading: curve.conversion?.reading ?? address.reading)
        pinned.isOwn = address.isOwn
        return pinned
    }
}
