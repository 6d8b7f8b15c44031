import ConstraintKit
import CurveFormats
import Files

/// Fetches curves anew, holds each against the version before, and lets those that stand up to it count.
///
/// Everything is fetched and checked first. Then the new documents are written, and one replacement of `curves.lock`
/// makes them count, all together.
public struct Refresh: Sendable {
    public var client: HTTPClient
    public var options: RefreshOptions
    /// Called once where another program keeps this one waiting.
    public var waiting: @Sendable () -> Void = {}
    private let paths: ArchivePaths
    private let directory: String
    private let bundled: BundledFiles
    private let read: DocumentReader
    private let clock: @Sendable () -> String

    /// - Parameters:
    ///   - paths: where refreshed documents are kept.
    ///   - bundled: what the program carries, to compare with.
    ///   - read: the reader of documents.
    ///   - clock: tells the time, ISO 8601 in UTC.
    /// - Throws: ``RefreshError/noDirectory``
    public init(
        paths: ArchivePaths, client: HTTPClient, options: RefreshOptions = .init(),
        bundled: BundledFiles = .ofProgram,
        read: @escaping DocumentReader = { (bytes, name) throws(CurveFormatError) in
            try ForeignWork.bounded { () throws(CurveFormatError) in try readDocument(bytes, name: name) }
        },
        clock: @escaping @Sendable () -> String = { currentTime() }
    ) throws(RefreshError) {
        guard let directory = paths.refreshedDirectory else { throw .noDirectory }
        self.paths = paths
        self.directory = directory
        self.client = client
        self.options = options
        self.bundled = bundled
        self.read = read
        self.clock = clock
    }

    /// Refreshes curves from a mirror, or from where the catalogues say they are.
    /// - Parameters:
    ///   - stems: which; nil: all that the program or a catalogue knows.
    ///   - base: the URL that `/<stem>.vot` is appended to; nil: the catalogues' URLs.
    ///   - progress: called with a stem and what has become of its transfer.
    public func run(
        stems: [String]? = nil, mirror base: String? = nil, progress: (String, FetchState) -> Void = { _, _ in }
    ) throws(RefreshError) -> RefreshReport {
        // Before anything is touched: what the user wrote may be wrong.
        let mirror = try base.map { base throws(RefreshError) in try Mirror(base, client) }
        if let wrong = stems?.first(where: { !Card.isStem($0) }) { throw .notAStem(wrong) }
        let agenda = RefreshAgenda(
            paths: paths, bundled: bundled, client: client, isOffline: options.isOffline,
            isLocked: options.demands != .none)
        return try inTurn { store, lock throws(RefreshError) in
            let demanded = demanded(lock)
            let targets = try agenda.targets(stems, mirror: mirror, demanded ?? lock)
            let absent = stems == nil ? absentStems(from: targets, lock, demanded) : []
            return try settle(targets, absent, store, lock, demanded, progress)
        }
    }

    /// Refreshes curves from given addresses. A stem given twice is refreshed once.
    public func run(
        _ targets: [AddressedCurve], progress: (String, FetchState) -> Void = { _, _ in }
    ) throws(RefreshError) -> RefreshReport {
        var known: Set<String> = []
        let targets = targets.filter { known.insert($0.stem).inserted }
        return try inTurn { store, lock throws(RefreshError) in
            try settle(targets, [], store, lock, demanded(lock), progress)
        }
    }

    /// Nothing may be written in a dry run, the file of the turn included; what it reads is consistent all the same.
    private func inTurn<Answer>(
        _ work: (RefreshedStore, CurvesLock) throws(RefreshError) -> Answer
    ) throws(RefreshError) -> Answer {
        let store = RefreshedStore(directory: directory)
        func begin() throws(RefreshError) -> Answer {
            let lock: CurvesLock
            do { lock = try store.readLock() } catch { throw .lock(error) }
            return try work(store, lock)
        }
        guard !options.isDryRun else { return try begin() }
        let turn = try turn()
        defer { turn.end() }
        store.sweep()
        return try begin()
    }

    private func turn() throws(RefreshError) -> ArchiveTurn {
        let archive = Archive(holding: directory)
        do { return try ArchiveTurn.taken(in: archive, patience: options.patience, waiting: waiting) } catch {
            throw RefreshError(error)
        }
    }

    /// What the lock file in force names; nil where any version may come.
    private func demanded(_ lock: CurvesLock) -> CurvesLock? {
        switch options.demands {
        case .none: return nil
        case .lock(let other, _): return other
        case .currentLock:
            var whole = lock
            whole.bundled.merge(bundled.digests) { locked, _ in locked }
            return whole
        }
    }

    /// The stems that a lock file names beside the targets.
    private func absentStems(
        from targets: [AddressedCurve], _ lock: CurvesLock, _ demanded: CurvesLock?
    ) -> [String] {
        guard let demanded else { return [] }
        return Set(demanded.stems).union(lock.curves.keys).subtracting(targets.map(\.stem)).sorted()
    }

    private func settle(
        _ targets: [AddressedCurve], _ absent: [String], _ store: RefreshedStore, _ lock: CurvesLock,
        _ demanded: CurvesLock?, _ progress: (String, FetchState) -> Void
    ) throws(RefreshError) -> RefreshReport {
        var targets = targets
        for stem in absent { targets.append(try AddressedCurve(stem: stem, addresses: [])) }
        let judge = VersionJudge(options: options, parser: client.userAgent, time: clock(), read: read)
        let held = HeldVersions(
            store: store, lock: lock, bundled: bundled, ownDirectory: paths.ownDirectory, options: options,
            judge: judge)
        let judged = targets.map { target in
            demanded.map { held.start(target, demanding: $0) } ?? held.start(target)
        }
        settle(judged, progress)
        let judgements = judged.map(\.judgement)
        let outcomes = options.isDryRun ? judgements.map(\.outcome) : try commit(targets, judgements, store, lock)
        return RefreshReport(
            curves: zip(targets, outcomes).map { .init(stem: $0.stem, outcome: $1) }, isDryRun: options.isDryRun,
            lockPath: store.lockPath, plan: options.isDryRun ? plan(targets, judgements, lock) : nil)
    }

    private func plan(_ targets: [AddressedCurve], _ judgements: [RefreshJudgement], _ lock: CurvesLock) -> RefreshPlan
    {
        var plan = RefreshPlan(lock: lock)
        for (target, judgement) in zip(targets, judgements) { plan.take(judgement.lockChange, target.stem) }
        return plan
    }

    /// Asks every curve's first address, then the next for those that it failed, until all are settled.
    private func settle(_ candidates: [RefreshCandidate], _ progress: (String, FetchState) -> Void) {
        while true {
            let open = candidates.filter { $0.nextRequest != nil }
            guard !open.isEmpty else { return }
            let answers = client.fetch(open.compactMap(\.nextRequest)) { progress(open[$0].target.stem, $1) }
            for (candidate, answer) in zip(open, answers) { candidate.take(answer) }
        }
    }

    /// Writes what is to count, document by document, then the lock file that names it all.
    private func commit(
        _ targets: [AddressedCurve], _ judgements: [RefreshJudgement], _ store: RefreshedStore, _ lock: CurvesLock
    ) throws(RefreshError) -> [RefreshOutcome] {
        var next = lock
        next.bundled = bundled.digests
        do throws(WritingError) {
            for (target, judgement) in zip(targets, judgements) {
                if case .set(let curve, let bytes?) = judgement.lockChange {
                    try store.write(bytes, stem: target.stem, curve.document)
                }
                judgement.lockChange.apply(to: &next, target.stem)
            }
            if next != lock { try store.commit(next, replacing: lock) }
        } catch {
            // All of them or none.
            store.sweep()
            throw .writing(error)
        }
        return judgements.map(\.outcome)
    }
}
