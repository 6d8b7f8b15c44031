import Files

/// What becomes of new documents as soon as they are judged: those that are to count are written, and the others dropped, so
/// that of many curves none waits in memory for the rest. None counts before a lock file names it.
struct KeptVersions {
    /// The documents of a dry run, which may not be written.
    private(set) var planned: [SHA256: [UInt8]] = [:]
    /// Documents that were not taken, for a look at what they would change.
    private(set) var proposed: [SHA256: [UInt8]] = [:]
    /// Why one could not be written; then none counts.
    private(set) var failure: WritingError?
    private let store: RefreshedStore
    private let isDryRun: Bool

    /// The most that is kept of what was not taken [bytes].
    private static let mostProposed = 4 << 20

    init(_ store: RefreshedStore, isDryRun: Bool) {
        self.store = store
        self.isDryRun = isDryRun
    }

    /// Takes the documents of a curve that is settled.
    mutating func take(_ candidate: RefreshCandidate) {
        guard failure == nil, var judgement = candidate.settled else { return }
        do throws(DocumentFault) {
            if case .set(let curve, let document?) = judgement.lockChange {
                keep(try document.contents(), candidate.target.stem, curve.document)
                judgement.lockChange = .set(curve, nil)
            }
            if case .set(let curve, let document?) = judgement.proposal {
                let bytes = try document.contents()
                let size = proposed.values.reduce(bytes.count) { $0 + $1.count }
                if size <= Self.mostProposed { proposed[curve.document] = bytes }
                judgement.proposal = .set(curve, nil)
            }
        } catch { judgement = .init(outcome: .failed([.document(url: candidate.target.stem, error)])) }
        candidate.settled = judgement
    }

    private mutating func keep(_ bytes: [UInt8], _ stem: String, _ sha256: SHA256) {
        guard !isDryRun else {
            planned[sha256] = bytes
            return
        }
        do throws(WritingError) { try store.write(bytes, stem: stem, sha256) } catch { failure = error }
    }
}
