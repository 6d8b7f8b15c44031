import ConstraintKit
import VOTable

extension KineticMixing {
    /// Reads `none`, `natural` or ε/g′ as a number: the same in documents, in scenarios and on the command line.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "none": self = .none
        case "natural": self = .natural
        default:
            guard let ratio = DecimalText.number(text), ratio.isFinite else { return nil }
            self = .ratio(ratio)
        }
    }

    /// As ``init(_:)`` reads it.
    public var text: String {
        switch self {
        case .none: "none"
        case .natural: "natural"
        case .ratio(let ratio): DecimalText.text(of: ratio)
        }
    }
}
