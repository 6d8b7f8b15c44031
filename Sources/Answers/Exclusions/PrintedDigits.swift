import Assessment
import ConstraintKit
import Foundation

/// To how many digits a paper prints a limit: as many as the error of its curve leaves by the rule of the Particle Data
/// Group (Review of Particle Physics, Introduction, 5.3), two at least and three at most. Without a stated error two digits
/// where the numbers were read off a figure or rest on a model, three where they were published or are computed.
enum PrintedDigits {
    /// The rule in words, for the notes of a table.
    static let rule =
        "Limits have the digits that the error of their curve leaves (rule of the Particle Data Group), two at least and "
        + "three at most; two where the curve was read off a figure or rests on a model and states no error."

    static func of(_ value: Double, by bound: Bound) -> Int {
        if let digits = bound.digitsOfEdges { return digits }
        if let error = bound.card.curveError { return of(value, relativeError: error) }
        return switch bound.card.method {
        case .published, .computed: 3
        case .digitised, .reconstructed, .notStated: 2
        }
    }

    /// An error whose first three digits lie between 100 and 354 keeps two digits, one between 355 and 949 keeps one, and one
    /// beyond is rounded up to 1000 and keeps two; the value ends at the same decimal.
    static func of(_ value: Double, relativeError: Double) -> Int {
        let error = value * relativeError
        guard value > 0, value.isFinite, error > 0, error.isFinite else { return range.upperBound }
        var exponent = Int(log10(error).rounded(.down))
        var leading = error / pow(10, Double(exponent))
        if leading >= 9.5 { (leading, exponent) = (1, exponent + 1) }
        let lastDecimal = leading < 3.55 ? exponent - 1 : exponent
        let digits = Int(log10(value).rounded(.down)) - lastDecimal + 1
        return min(max(digits, range.lowerBound), range.upperBound)
    }

    private static let range = 2...3
}
