import Assessment
import CurveArchive
import Documents
import Scenarios

/// Which documents behind an answer are not the program's own: those the user added or fetched, those laid over this
/// answer alone, and those that stand in place of a bundled one. Every answer says so, for it is not what the program would
/// say elsewhere.
struct OwnDocuments {
    private let bounds: [Bound]

    init(_ bounds: [Bound]) { self.bounds = bounds.filter { $0.origin != .bundled && $0.origin != .given } }

    /// A sentence for those added, those fetched, for overlays, and for those replaced; empty where all is bundled.
    var sentences: [String] {
        let own = bounds.filter { !$0.replacesBundled && !$0.origin.isOverlay }
        let fetched = own.filter { $0.origin.isFetched && MissingBounds.canFetch($0.card.stem) }
            .map { "\($0.card.title) (\($0.card.stem))" }
        let added = own.map { "\($0.card.title) (\($0.card.stem))" }.filter { !fetched.contains($0) }
        let overlays = bounds.filter(\.origin.isOverlay).map { "\($0.card.title) (\($0.card.stem))" }
        let replacing = bounds.filter(\.replacesBundled).map { "\($0.card.stem) (\(Wording.origin($0.origin)))" }
        let coded = bounds.compactMap { bound in bound.code.map { "\(bound.card.stem) by \(Wording.code($0))" } }
        return [
            added.isEmpty ? nil : "Added by you: \(added.joined(separator: ", ")).",
            fetched.isEmpty ? nil : "Fetched: \(fetched.joined(separator: ", ")).",
            overlays.isEmpty ? nil : "Laid over this answer alone: \(overlays.joined(separator: ", ")).",
            replacing.isEmpty ? nil : "In place of the bundled document: \(replacing.joined(separator: ", ")).",
            coded.isEmpty ? nil : "Computed by plugins: \(coded.joined(separator: ", ")).",
        ].compactMap(\.self)
    }

    /// For the key `own_documents`.
    var records: [OwnDocumentRecord] { bounds.map(OwnDocumentRecord.init) }

    /// Whether some of them were left out.
    static func choice<Root>(_ own: @escaping @Sendable (Root) -> Scenario.OwnBounds) -> Field<Root> {
        Field("own_bounds", "Which bounds that the user added take part: all, named on a search path, or none.") {
            own($0).rawValue
        }
    }

    static func field<Root>(_ bounds: @escaping @Sendable (Root) -> [Bound]) -> Field<Root> {
        Field("own_documents", "The documents that are not the program's own.") { OwnDocuments(bounds($0)).records }
    }
}

/// A document that is not the program's own.
struct OwnDocumentRecord: Record {
    let bound: Bound

    static let fields: [Field<OwnDocumentRecord>] = [
        Field("stem", "Name of the bound.") { $0.bound.card.stem },
        Field("origin", "Where its document was found.") { OriginRecord($0.bound.origin) },
        Field("in_place_of_bundled", "Whether it stands in place of a document that the program carries.") {
            $0.bound.replacesBundled
        },
        Field("code", "The code of the plugin that computes it.", ifPresent: { $0.bound.code.map(CodeRecord.init) }),
    ]
}
