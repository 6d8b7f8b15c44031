import Assessment
import ConstraintKit
import Documents
import Foundation

/// To how many digits a paper prints a limit: as many as the error of its curve leaves by the rule of the Particle Data
/// Group (Review of Particle Physics, Introduction, 5.3), two at least and three at most. Without a stated error two digits
/// where the numbers were read off a figure or rest on a model, three where they were published or are computed.
enum PrintedDigits {
    /// The rule in words, for the notes of a table.
    static let rule =
        "Digits follow the error of each curve (rule of the Particle Data Group), two at least and three at most; where none "
        + "is stated two for what was read off a figure or rests on a model, else three."

    static func rounded(_ value: Double, by bound: Bound) -> RoundedNumber {
        if let digits = bound.digitsOfEdges { return RoundedNumber(value, digits: digits) }
        if let error = bound.card.curveError { return rounded(value, relativeError: error) }
        return switch bound.card.method {
        case .published, .computed: RoundedNumber(value, digits: 3)
        case .digitised, .reconstructed, .notStated: RoundedNumber(value, digits: 2)
        }
    }

    /// An error whose first three digits lie between 100 and 354 keeps two digits, one between 355 and 949 keeps one, and one
    /// beyond is rounded up to 1000 and keeps two; the value ends at the same decimal.
    static func rounded(_ value: Double, relativeError: Double) -> RoundedNumber {
        let error = value * relativeError
        guard value > 0, value.isFinite, error > 0, error.isFinite else {
            return RoundedNumber(value, digits: range.upperBound)
        }
        var exponent = Int(log10(error).rounded(.down))
        var leading = error / pow(10, Double(exponent))
        if leading >= 9.495 { (leading, exponent) = (1, exponent + 1) }
        let lastDecimal = leading < 3.545 ? exponent - 1 : exponent
        // Where rounding carries, 0.999 to 1.00, the decimal stays and there is a digit more.
        let step = pow(10, Double(lastDecimal))
        let ended = (value / step).rounded() * step
        let shown = ended > 0 ? ended : value
        let digits = NumberText.decimal(shown, digits: 15).exponent - lastDecimal + 1
        guard range.contains(digits) else {
            return RoundedNumber(value, digits: min(max(digits, range.lowerBound), range.upperBound))
        }
        return RoundedNumber(shown, digits: digits)
    }

    private static let range = 2...3
}
