import ConstraintKit
import Files

/// The bounds that a user added: their documents, a file a stem, the addresses these came from, and what was fetched from
/// there since. What belongs to a stem changes in one step.
public struct OwnStore: Sendable {
    private let archive: Archive
    private let waiting: @Sendable () -> Void

    /// What there is of a stem.
    public struct Holdings: Sendable, Hashable {
        /// Whether there is a document, or a link in its place.
        public var hasDocument = false
        public var hasAddresses = false
        /// Whether what was fetched from one of these addresses counts.
        public var isFetched = false

        public var isEmpty: Bool { self == Holdings() }
    }

    /// - Parameter waiting: called once where another program keeps this one waiting.
    /// - Throws: ``OwnStoreError/noDirectory`` where no home is known.
    public init(paths: ArchivePaths, waiting: @escaping @Sendable () -> Void = {}) throws(OwnStoreError) {
        self.waiting = waiting
        guard let directory = paths.dataDirectory else { throw .noDirectory }
        archive = Archive(directory: directory)
    }

    /// Where the document of a stem lies, or would.
    public func path(of stem: String) -> String { archive.path(of: .document(stem)) }

    /// The user's own catalogue of addresses. It may be edited by hand; a change keeps every entry and no comment.
    public var addressesPath: String { archive.path(of: .addresses) }

    /// Whether there is a document, or a link in its place.
    public func holdsDocument(of stem: String) throws(OwnStoreError) -> Bool {
        Card.isStem(stem) ? OwnState(view: try view()).hasDocument(stem) : false
    }

    /// - Throws: ``OwnStoreError``; where the addresses or the lock file can't be read, too.
    public func holdings(of stem: String) throws(OwnStoreError) -> Holdings {
        guard Card.isStem(stem) else { return Holdings() }
        let found: Result<Holdings, OwnStoreError>
        do {
            found = try archive.consistently { view in
                Result { () throws(OwnStoreError) in try OwnState(view: view).holdings(of: stem) }
            }
        } catch { throw .lock(error) }
        return try found.get()
    }

    /// Puts a document in place, with the address that it came from.
    /// - Parameters:
    ///   - address: becomes the first that the curve is fetched from; nil: it came from none, or from several files.
    ///   - replaces: whether it may take the place of one that is there, whose addresses and what came from there are
    ///     then forgotten.
    /// - Throws: ``OwnStoreError``; everything is then as it was before.
    public func add(
        _ bytes: [UInt8], stem: String, from address: CurveAddress? = nil, replaces: Bool = false
    ) throws(OwnStoreError) {
        try check(stem)
        try inTurn { state throws(OwnStoreError) in
            guard replaces || !state.hasDocument(stem) else { throw .exists(stem: stem, path: path(of: stem)) }
            var changes = [FileChange(file: .document(stem), bytes: bytes)]
            if replaces { changes += try state.forgettingFetched(stem) }
            if replaces || address != nil {
                changes += try state.changingAddresses { book in
                    if replaces { book.entries[stem] = nil }
                    if let address { book.prefer(address, for: stem) }
                }
            }
            return changes
        }
    }

    /// Takes a document away, its addresses, and what came from there; of a link, the link alone.
    /// - Returns: what there was; where that is empty, nothing is done.
    /// - Throws: ``OwnStoreError``; everything is then as it was before.
    @discardableResult
    public func remove(_ stem: String) throws(OwnStoreError) -> Holdings {
        try check(stem)
        var holdings = Holdings()
        try inTurn { state throws(OwnStoreError) in
            holdings = try state.holdings(of: stem)
            let document = holdings.hasDocument ? [FileChange(file: .document(stem))] : []
            let addresses = try state.changingAddresses { $0.entries[stem] = nil }
            return document + addresses + (try state.forgettingFetched(stem))
        }
        return holdings
    }

    /// Writes a file that the user names. One among their own documents is written in turn: what a killed program decided
    /// of it comes before.
    /// - Throws: ``OwnStoreError``
    public static func write(
        _ bytes: [UInt8], at path: String, paths: ArchivePaths, waiting: @escaping @Sendable () -> Void = {}
    ) throws(OwnStoreError) {
        let directory = splittingLastComponent(path).directory
        let own = paths.ownDirectory.map(resolvingLinks)
        guard own != nil, resolvingLinks(directory) == own else { return try replace(path, bytes) }
        let turn = try OwnStore(paths: paths, waiting: waiting).turn()
        defer { turn.end() }
        try replace(path, bytes)
    }

    private static func replace(_ path: String, _ bytes: [UInt8]) throws(OwnStoreError) {
        do { try replaceFile(at: path, with: bytes) } catch { throw .writing(error) }
    }

    private func inTurn(
        _ work: (OwnState) throws(OwnStoreError) -> [FileChange]
    ) throws(OwnStoreError) {
        let turn = try turn()
        defer { turn.end() }
        RefreshedStore(directory: archive.refreshedDirectory).sweep()
        let changes = try work(OwnState(view: try view()))
        guard !changes.isEmpty else { return }
        do { try archive.commit(changes) } catch { throw .writing(error) }
    }

    private func turn() throws(OwnStoreError) -> ArchiveTurn {
        do { return try ArchiveTurn.taken(in: archive, waiting: waiting) } catch { throw OwnStoreError(error) }
    }

    private func view() throws(OwnStoreError) -> ArchiveView {
        do { return try archive.view() } catch { throw .lock(error) }
    }

    private func check(_ stem: String) throws(OwnStoreError) {
        guard Card.isStem(stem) else { throw .notAStem(stem) }
    }
}
