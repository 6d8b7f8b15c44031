/// The room that a table of LaTeX is made for.
public enum LaTeXLayout: Sendable, Hashable {
    /// A column of a two-column journal.
    case column
    /// Across both columns.
    case page
    /// Along the page, which is turned.
    case rotated
    /// A line of so many centimetres.
    case centimetres(Double)

    static let range = 6.0...40.0

    /// The names; a length is a number of centimetres.
    public static let names = ["column", "page", "rotated"]

    /// - Parameter text: a name, or a length in cm between 6 and 40; nil where it is neither.
    public init?(_ text: String) {
        switch text {
        case "column": self = .column
        case "page": self = .page
        case "rotated": self = .rotated
        default:
            let number = text.hasSuffix("cm") ? String(text.dropLast(2)) : text
            guard let length = Double(number), Self.range.contains(length) else { return nil }
            self = .centimetres(length)
        }
    }

    /// What a table may fill: that of the narrower of article's and REVTeX's pages [pt].
    var lineWidth: Double {
        switch self {
        case .column: 225
        case .page: 465
        case .rotated: 545
        case .centimetres(let length): length * 72.27 / 2.54
        }
    }

    /// How many lines of print of eight points one float holds.
    var lines: Int { self == .rotated ? 30 : 60 }

    /// The environment of the float.
    var environment: String {
        switch self {
        case .column, .centimetres: "table"
        case .page: "table*"
        case .rotated: "sidewaystable*"
        }
    }

    /// The packages without which it does not compile.
    var packages: [String] { ["array", "booktabs"] + (self == .rotated ? ["rotating"] : []) }
}
