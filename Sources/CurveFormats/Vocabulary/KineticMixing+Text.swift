import ConstraintKit
import VOTable

extension KineticMixing {
    /// What ``init(_:)`` takes, in words.
    public static let expected = "natural, running, none, a ratio ε/g′, or epsilon=1e-3 for a fixed ε"

    /// Reads `none`, `natural`, `running`, ε/g′ as a number, or `epsilon=` and ε, of which 0 is none: the same in documents, in scenarios and on
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
            self = ratio == 0 ? .none : .ratio(ratio)
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
        case .fixed(let epsilon): Self.fixedPrefix + Self.withPowerOfTen(epsilon)
        }
    }

    /// The shortest digits that are read again as the same number, with a power of ten at any size: `1e-4` and `1e-6`,
    /// where those of a decimal would change their form between them.
    private static func withPowerOfTen(_ number: Double) -> String {
        let parts = abs(number).description.split(separator: "e")
        let places = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let digits = places.joined()
        let significant = digits.drop { $0 == "0" }
        guard let first = significant.first, let exponent = parts.count > 1 ? Int(parts[1]) : 0 else {
            return DecimalText.text(of: number)
        }
        var rest = significant.dropFirst()
        while rest.last == "0" { rest.removeLast() }
        let power = exponent + places[0].count - 1 - (digits.count - significant.count)
        return (number < 0 ? "-" : "") + String(first) + (rest.isEmpty ? "" : "." + rest) + "e\(power)"
    }
}
