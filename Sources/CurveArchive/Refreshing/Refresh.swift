import ConstraintKit
import CurveFormats
import Files

/// Fetches curves anew, holds each against the version before, and lets those that stand up to it count.
///
/// Each document is checked as it comes, and written where it may count. When all are settled, one replacement of
/// `curves.lock` makes them count, all together.
public struct Refresh: Sendable {
    public var client: HTTPClient
    public var options: RefreshOptions
    /// Settles which table of a paper is meant, where a catalogue names it by its words.
    public var hepData: HEPDataSite
    /// Called once where another program keeps this one waiting.
    public var waiting: @Sendable () -> Void = {}
    let paths: ArchivePaths
    private let directory: String
    let bundled: BundledFiles
    let read: DocumentReader
    let bound: BoundMaker
    let clock: @Sendable () -> String

    /// - Parameters:
    ///   - paths: where refreshed documents are kept.
    ///   - bundled: what the program carries, to compare with.
    ///   - read: the reader of documents.
    ///   - bound: makes the bounds whose verdicts are compared; by default those that are nothing but curves.
    ///   - clock: tells the time, ISO 8601 in UTC.
    /// - Throws: ``RefreshError/noDirectory``
    public init(
        paths: ArchivePaths, client: HTTPClient, options: RefreshOptions = .init(),
        bundled: BundledFiles = .ofProgram,
        read: @escaping DocumentReader = { (bytes, name) throws(CurveFormatError) in
            try ForeignWork.bounded { () throws(CurveFormatError) in try readDocument(bytes, name: name) }
        },
        bound: @escaping BoundMaker = { document, conventions in
            document.ownLimits.isEmpty ? nil : try CurveConstraint(document, conventions)
        },
        clock: @escaping @Sendable () -> String = { currentTime() }
    ) throws(RefreshError) {
        guard let directory = paths.refreshedDirectory else { throw .noDirectory }
        self.paths = paths
        self.directory = directory
        self.client = client
        self.client.budget = client.budget ?? FetchBudget(options.limits)
        hepData = HEPDataSite(client: self.client)
        self.options = options
        self.bound = bound
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
            paths: paths, bundled: bundled, client: client, hepData: hepData, isOffline: options.isOffline,
            isLocked: options.demands != .none)
        return try inTurn { store, lock throws(RefreshError) in
            let demanded = demanded(lock)
            let (targets, ignored) = try agenda.targets(
                stems, mirror: mirror, demanded ?? lock, limit: options.limits.stems)
            let absent = stems == nil ? absentStems(from: targets, lock, demanded) : []
            var report = try settle(targets, absent, store, lock, demanded, progress)
            report.curves += ignored.prefix(options.limits.stems).map { .init(stem: $0, outcome: .ignored) }
            return report
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
}
