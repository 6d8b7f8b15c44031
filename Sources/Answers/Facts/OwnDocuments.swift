import Assessment
import CurveArchive
import Documents

/// Which documents behind an answer are not the program's own: those the user added, those laid over this answer alone,
/// and those that stand in place of a bundled one. Every answer says so, for it is not what the program would say
/// elsewhere.
struct OwnDocuments {
    private let bounds: [Bound]

    init(_ bounds: [Bound]) { self.bounds = bounds.filter { $0.origin != .bundled && $0.origin != .given } }

    /// A sentence for those added, for overlays, and for those replaced; empty where all is bundled.
    var sentences: [String] {
        let own = bounds.filter { !$0.replacesBundled && !$0.origin.isOverlay }
        let added = own.map { "\($0.card.title) (\($0.card.stem))" }
        let overlays = bounds.filter(\.origin.isOverlay).map { "\($0.card.title) (\($0.card.stem))" }
        let replacing = bounds.filter(\.replacesBundled).map { "\($0.card.stem) (\(Wording.origin($0.origin)))" }
        let coded = bounds.compactMap { bound in bound.code.map { "\(bound.card.stem) by \(Wording.code($0))" } }
        return [
            added.isEmpty ? nil : "Added by you: \(added.joined(separator: ", ")).",
            overlays.isEmpty ? nil : "Laid over this answer alone: \(overlays.joined(separator: ", ")).",
            replacing.isEmpty ? nil : "In place of the bundled document: \(replacing.joined(separator: ", ")).",
            coded.isEmpty ? nil : "Computed by plugins: \(coded.joined(separator: ", ")).",
        ].compactMap(\.self)
    }

    /// The value of the key `own_documents` of every answer.
    var json: JSONValue {
        .array(
            bounds.map {
                .object(
                    [
                        .init("stem", .text($0.card.stem)), .init("origin", .origin($0.origin)),
                        .init("in_place_of_bundled", .boolean($0.replacesBundled)),
                    ] + JSONValue.code($0.code))
            })
    }
}
