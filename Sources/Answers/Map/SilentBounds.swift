import AllowedRegion
import ConstraintKit
import Documents

/// The bounds that say nothing anywhere in a map: outside their range, or under an assumption that is not made. Who asked
/// for one must not take its absence for permission.
struct SilentBounds: Sendable {
    let records: [SilentBoundRecord]

    init(_ map: RegionMap) {
        records = map.bounds.compactMap { mapped in
            let reasons = mapped.boundaries.map { boundary -> Silence? in
                if case .silent(let silence) = boundary { silence } else { nil }
            }
            guard !reasons.isEmpty, reasons.allSatisfy({ $0 != nil }) else { return nil }
            var words: [String] = []
            for reason in reasons.compactMap(\.self).map(Wording.reason) where !words.contains(reason) {
                words.append(reason)
            }
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
