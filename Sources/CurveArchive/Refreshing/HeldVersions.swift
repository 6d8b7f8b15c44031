import ConstraintKit
import Files

/// What is at hand when a refresh begins, and how each curve sets out from there.
struct HeldVersions {
    var store: RefreshedStore
    var lock: CurvesLock
    var bundled: BundledFiles
    /// Where documents of the user's own are.
    var ownDirectory: String?
    var options: RefreshOptions
    var judge: VersionJudge
    private let bundledDigests: [String: SHA256]

    init(
        store: RefreshedStore, lock: CurvesLock, bundled: BundledFiles, ownDirectory: String?,
        options: RefreshOptions, judge: VersionJudge
    ) {
        self.ownDirectory = ownDirectory
        self.store = store
        self.lock = lock
        self.bundled = bundled
        self.options = options
        self.judge = judge
        bundledDigests = bundled.digests
    }

    /// A curve of which any version may come. A damaged file gives nothing to compare with and no conditional request,
    /// and a good one from the network takes its place; without the network its damage is the answer.
    func start(_ target: AddressedCurve) -> RefreshCandidate {
        var fault: RefreshFailure?
        var current: CurrentVersion?
        do throws(DocumentFault) {
            current = try .refreshed(target.stem, store, lock, judge.read)
        } catch {
            fault = .document(
                url: lock.curves[target.stem].map { store.path(of: target.stem, $0.document) } ?? target.stem, error)
        }
        do throws(DocumentFault) {
            if current == nil { current = try anchor(of: target) }
        } catch { fault = .document(url: target.stem, error) }
        return RefreshCandidate(
            target: target, current: current, pinned: lock.curves[target.stem]?.document,
            anchor: { () throws(DocumentFault) in try anchor(of: target) }, demand: nil, judge: judge,
            settled: options.isOffline ? .init(outcome: fault.map { .failed([$0]) } ?? .unchanged(url: nil)) : nil)
    }

    /// What all versions of a curve began with, and what counts where none was fetched: what the user added from an
    /// address, which may have a newer version of it, or what the program carries.
    private func anchor(of target: AddressedCurve) throws(DocumentFault) -> CurrentVersion? {
        if let ownDirectory, target.addresses.contains(where: \.isOwn),
            let own = try CurrentVersion.own(target.stem, in: ownDirectory, judge.read)
        {
            return own
        }
        return try CurrentVersion.bundled(target.stem, bundled, judge.read)
    }

    /// A curve of which a lock file names the only version.
    func start(_ target: AddressedCurve, demanding demanded: CurvesLock) -> RefreshCandidate {
        guard let demand = LockDemand(target.stem, demanded) else {
            let wasFetched = lock.curves[target.stem] != nil
            return RefreshCandidate(
                target: target, current: nil, demand: nil, judge: judge,
                settled: wasFetched ? .init(outcome: .dropped, lockChange: .drop) : .init(outcome: .notInLock))
        }
        let directory: String? = if case .lock(_, let directory) = options.demands { directory } else { nil }
        let current = demand.version(store, bundled, beside: directory, judge.read)
        let counting = lock.curves[target.stem]?.document ?? bundledDigests[target.stem]
        return RefreshCandidate(
            target: target, current: current, demand: demand, heldChange: change(for: demand, current),
            heldReplaces: counting != demand.document, judge: judge)
    }

    /// What it takes for the version at hand to count.
    private func change(for demand: LockDemand, _ current: CurrentVersion?) -> LockChange {
        guard let current else { return .none }
        if demand.curve == nil, bundledDigests[demand.stem] == demand.document {
            return lock.curves[demand.stem] == nil ? .none : .drop
        }
        guard case .refreshed(let path, let url) = current.origin else {
            return demand.curve.map { .set($0, .held(current)) } ?? .none
        }
        let entry =
            demand.curve
            ?? CurvesLock.Curve(
                url: url, sha256: demand.document, size: current.size, validators: .init(), time: judge.time,
                parser: judge.parser)
        let isInStore = path == store.path(of: demand.stem, demand.document)
        if isInStore, lock.curves[demand.stem] == entry { return .none }
        return .set(entry, isInStore ? nil : .held(current))
    }
}
