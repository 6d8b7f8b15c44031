import AllowedRegion
import ConstraintKit
import Transport

/// The words for facts, in one place: what the program says about a silence is the same everywhere.
public enum Wording {
    /// The short name of an alternative within its group: what is left of `g-2-bmw21` in the group `muon g-2` is BMW21.
    public static func alternativeName(of bound: Bound) -> String {
        guard case .alternative(let group) = bound.role else { return bound.card.title }
        func parts(_ text: String) -> [Substring] { text.lowercased().split { $0 == "-" || $0 == " " || $0 == "_" } }
        let own = parts(bound.card.stem).filter { !parts(group).contains($0) }
        return own.isEmpty ? bound.card.title : own.joined(separator: " ").uppercased()
    }
}
