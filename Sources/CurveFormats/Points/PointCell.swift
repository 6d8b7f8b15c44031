/// A cell of a table of points.
public enum PointCell: Sendable, Hashable {
    case number(Double)
    /// Nothing, or a word for it.
    case missing
    /// No number, or a limit of one.
    case words

    /// A cell as people and programs write numbers, where it is none that a computer writes.
    public init(_ text: String, hasDecimalComma: Bool) {
        // As C and Python print what is below every number, and what is none.
        switch text.lowercased() {
        case "-inf", "-infinity", "−∞", "-∞":
            self = .number(-.infinity)
            return
        case "-nan", "+nan":
            self = .number(.nan)
            return
        default: break
        }
        switch TextNumber(text, hasDecimalComma: hasDecimalComma) {
        case .number(let value, bound: nil): self = .number(value)
        case .missing: self = .missing
        case .number, .words: self = .words
        }
    }
}
