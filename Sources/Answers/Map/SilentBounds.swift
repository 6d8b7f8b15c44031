import AllowedRegion
import ConstraintKit
import Documents

/// The bounds that say nothing anywhere in a map: outside their range, under an assumption that is not made, or where
/// they can't tell. Who asked for one must not take its absence for permission.
struct SilentBounds: Sendable {
    let records: [SilentBoundRecord]

    init(_ map: RegionMap) {
        records = map.bounds.compactMap { mapped in
            var words: [String] = []
            for column in mapped.boundaries.indices {
                let silences = mapped.silences(at: column, of: map.grid.couplings)
                if silences.isEmpty { return nil }
                for silence in silences {
                    let reason = Wording.reason(silence)
                    if !words.contains(reason) { words.append(reason) }
                }
            }
            guard !words.isEmpty else { return nil }
            return SilentBoundRecord(
                stem: mapped.bound.card.stem, title: mapped.bound.card.title, reason: words.joined(separator: "; "))
        }
    }

    /// A sentence for each.
    var sentences: [String] { records.map(\.sentence) }
}

/// A bound that says nothing anywhere in a map.
public struct SilentBoundRecord: Record {
    /// Name of the bound.
    public let stem: String
    let title: String
    let reason: String

    /// That it is silent, and why.
    public var sentence: String { "\(stem) says nothing anywhere in the map: \(reason)" }

    public static let fields: [Field<SilentBoundRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem }, Field("title", "Its name for readers.") { $0.title },
        Field("reason", "Why it says nothing.") { $0.reason },
    ]
}
