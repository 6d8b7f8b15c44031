import ConstraintKit
import VOTable

extension KineticMixing {
    /// What ``init(_:)`` takes, in words.
    public static let expected = "natural, running, none, a ratio ε/g′, or epsilon=1e-3 for a fixed ε"

    /// Reads `none`, `natural`, `running`, ε/g′ as a number, or `epsilon=` and ε: the same in documents, in scenarios and on
    /// the command line.
    public init?(_ text: String) {
        let words = text.lowercased()
        switch words {
        case "none": self = .none
        case "natural": self = .natural
        case "running": self = .running
        case _ where words.hasPrefix(Self.fixedPrefix):
            guard let epsilon = DecimalText.finiteNumber(text.dropFirst(Self.fixedPrefix.count)), abs(epsilon) <= 1
            else { return nil }
            self = epsilon == 0 ? .none : .fixed(epsilon)
        default:
            guard let ratio = DecimalText.number(text), ratio.isFinite else { return nil }
            self = .ratio(ratio)
        }
    }

    private static let fixedPrefix = "epsilon="

    /// As ``init(_:)`` reads it.
    public var text: String {
        switch self {
        case .none: "none"
        case .natural: "natural"
        case .running: "running"
        case .ratio(let ratio): DecimalText.text(of: ratio)
        case .fixed(let epsilon): Self.fixedPrefix + DecimalText.text(of: epsilon)
        }
    }
}
