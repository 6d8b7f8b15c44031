import CurveArchive
import Documents

/// What `remove` answers: what was taken away, and what has the stem from then on.
public struct RemovalAnswer: RecordAnswer {
    public static let schemaName = "remove"
    public static let schemaVersion = 1
    public static let meaning = "A bound of the user's own that was removed, and which one has its stem from then on."
    private let stem: String
    private let holdings: OwnStore.Holdings
    private let store: OwnStore
    private let isDryRun: Bool
    private let next: CurveOrigin?

    /// - Parameters:
    ///   - holdings: what there was of the stem.
    ///   - isDryRun: whether nothing was removed.
    ///   - next: where the document is that has the stem then; nil: there is none.
    public init(_ stem: String, _ holdings: OwnStore.Holdings, in store: OwnStore, isDryRun: Bool, next: CurveOrigin?) {
        (self.stem, self.holdings, self.store) = (stem, holdings, store)
        (self.isDryRun, self.next) = (isDryRun, next)
    }

    public var rows: [RemovalAnswer] { [self] }
    private var document: String? { holdings.hasDocument ? store.path(of: stem) : nil }

    public var text: String {
        let what = document ?? "the addresses of '\(stem)' in \(store.addressesPath), and what came from there"
        let successor =
            next.map { "From now on '\(stem)' is the one that is \(Wording.origin($0))." }
            ?? "No other bound has the stem '\(stem)'."
        return "\(isDryRun ? "would remove" : "removed") \(what)\n\(successor)"
    }

    public static let fields: [Field<RemovalAnswer>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("removed", "Whether it is gone; false where one only asked what would be.") { !$0.isDryRun },
        Field("document", "The file that goes; null where there was none.") { $0.document },
        Field("addresses", "Whether the addresses it was fetched from go.") { $0.holdings.hasAddresses },
        Field("refreshed", "Whether a version fetched from one of these goes.") { $0.holdings.isFetched },
        Field("next", "Where the document is that has the stem then; null where there is none.") {
            $0.next.map(OriginRecord.init)
        }.inColumns(of: OriginRecord.self),
    ]
}
