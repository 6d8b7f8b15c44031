import ConstraintKit
import CurveFormats

/// Fetches curves anew, holds each against the version before, and lets those that stand up to it count.
///
/// Everything is fetched and checked first. Then the new documents are written, and one replacement of `curves.lock`
/// makes them count, all together.
public struct Refresh: Sendable {
    public var client: HTTPClient
    public var options: RefreshOptions
    private let directory: String
    private let bundled: BundledFiles
    private let read: DocumentReader

    /// - Parameters:
    ///   - paths: where refreshed documents are kept.
    ///   - bundled: what the program carries, to compare with.
    ///   - read: the reader of documents.
    /// - Throws: ``RefreshError/noDirectory``
    public init(
        paths: ArchivePaths, client: HTTPClient, options: RefreshOptions = .init(),
        bundled: BundledFiles = .ofProgram,
        read: @escaping DocumentReader = { (bytes, name) throws(CurveFormatError) in
            try readDocument(bytes, name: name)
        }
    ) throws(RefreshError) {
        guard let directory = paths.refreshedDirectory else { throw .noDirectory }
        self.directory = directory
        self.client = client
        self.options = options
        self.bundled = bundled
        self.read = read
    }

    /// Refreshes curves from a mirror.
    /// - Parameters:
    ///   - stems: which; all the program carries where it is nil.
    ///   - base: the URL that `/<stem>.vot` is appended to.
    ///   - progress: called as each curve's transfer ends.
    public func run(
        stems: [String]? = nil, mirror base: String, progress: (String) -> Void = { _ in }
    ) throws(RefreshError) -> RefreshReport {
        let sources = try CurveSource.sources(for: stems ?? bundled.stems, mirror: base, client: client)
        return try run(sources, progress: progress)
    }

    /// Refreshes curves from their sources. A stem given twice is refreshed once.
    public func run(
        _ sources: [CurveSource], progress: (String) -> Void = { _ in }
    ) throws(RefreshError) -> RefreshReport {
        // Nothing may be written in a dry run, the guard's file included; what it reads is consistent all the same.
        guard !options.isDryRun else { return try settle(sources, progress: progress) }
        let turn = try RefreshGuard.taken(in: directory, patience: options.patience)
        defer { turn.lift() }
        return try settle(sources, progress: progress)
    }

    private func settle(
        _ sources: [CurveSource], progress: (String) -> Void
    ) throws(RefreshError) -> RefreshReport {
        let store = RefreshedStore(directory: directory)
        let lock: CurvesLock
        do { lock = try store.readLock() } catch { throw .lock(error) }
        var known: Set<String> = []
        let sources = sources.filter { known.insert($0.stem).inserted }
        let candidates = sources.map { source in
            RefreshCandidate(
                source: source,
                current: .refreshed(source.stem, store, lock, read) ?? .bundled(source.stem, bundled, read))
        }
        let judged = judge(candidates, progress: progress)
        let outcomes = options.isDryRun ? judged.map(\.outcome) : try commit(judged, store, lock)
        return RefreshReport(
            curves: zip(sources, outcomes).map { .init(stem: $0.stem, outcome: $1) }, isDryRun: options.isDryRun,
            lockPath: store.lockPath)
    }

    /// Asks every curve's first source, then the next for those that it failed, until all are settled.
    private func judge(_ candidates: [RefreshCandidate], progress: (String) -> Void) -> [RefreshJudgement] {
        var candidates = candidates
        while true {
            let open = candidates.indices.filter { candidates[$0].nextURL != nil }
            guard !open.isEmpty else { break }
            let requests = open.compactMap { candidates[$0].nextRequest }
            let answers = client.fetch(requests) { progress(candidates[open[$0]].source.stem) }
            for (index, answer) in zip(open, answers) { candidates[index].take(answer, options, read) }
        }
        return candidates.map(\.judgement)
    }

    /// Writes what is to count, document by document, then the lock file that names it all.
    private func commit(
        _ judged: [RefreshJudgement], _ store: RefreshedStore, _ lock: CurvesLock
    ) throws(RefreshError) -> [RefreshOutcome] {
        var next = lock
        let time = currentTime()
        let outcomes = judged.map { judgement -> RefreshOutcome in
            guard let version = judgement.accepted else { return judgement.outcome }
            do throws(WritingError) {
                if version.mustBeWritten { try store.write(version.bytes, stem: version.stem, version.sha256) }
            } catch { return .failed([.writing(error)]) }
            next.curves[version.stem] = .init(
                url: version.url, sha256: version.sha256, size: version.bytes.count, validators: version.validators,
                time: time, parser: client.userAgent)
            return judgement.outcome
        }
        store.removeTemporaryFiles()
        if next != lock { try store.commit(next, replacing: lock) }
        return outcomes
    }
}
