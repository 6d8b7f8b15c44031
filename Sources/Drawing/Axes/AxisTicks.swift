import Documents
import Foundation

/// The marks of a logarithmic axis, as gnuplot takes them: `'label' place level`.
package struct AxisTicks {
    package let range: ClosedRange<Double>
    /// The length of the axis [pt].
    package let length: Double

    package init(range: ClosedRange<Double>, length: Double) {
        self.range = range
        self.length = length
    }

    /// The fewest labels from which a reader can tell the scale.
    private static let fewestLabels = 3

    /// Powers of ten are labelled; where fewer than two are in sight twos and fives as well, where those are few every
    /// digit, and where even those are few round numbers in equal steps.
    package var marks: [String] {
        let digits = self.digits
        if digits.count < Self.fewestLabels { return equalSteps }
        let labelled: Set<Int> =
            if digits.count(where: { $0.digit == 1 }) >= 2 {
                [1]
            } else {
                digits.count { [1, 2, 5].contains($0.digit) } >= Self.fewestLabels ? [1, 2, 5] : Set(1...9)
            }
        // Short and handy numbers are written out.
        let isPlain = range.upperBound < 99 * range.lowerBound && range.lowerBound >= 0.1 && range.upperBound <= 9999
        return digits.map { mark in
            let value = Double(mark.digit) * pow(10, Double(mark.decade))
            guard labelled.contains(mark.digit) else { return "'' \(place(of: value)) 1" }
            if isPlain { return "'\(NumberText.trimmed(value))' \(place(of: value)) 0" }
            let power = "10^{\(mark.decade < 0 ? "−" : "")\(abs(mark.decade))}"
            return "'\(mark.digit == 1 ? power : "\(mark.digit)×\(power)")' \(place(of: value)) 0"
        }
    }

    /// The digits of every decade that the axis shows.
    private var digits: [(digit: Int, decade: Int)] {
        let (first, last) = (Int(log10(range.lowerBound).rounded(.down)), Int(log10(range.upperBound).rounded(.up)))
        // An end that is a whole power of ten is shown, though it may be off by a rounding.
        let tolerance = 1e-9
        return (first...max(first, last)).flatMap { decade in (1...9).map { (digit: $0, decade: decade) } }.filter {
            let value = Double($0.digit) * pow(10, Double($0.decade))
            return value >= range.lowerBound * (1 - tolerance) && value <= range.upperBound * (1 + tolerance)
        }
    }

    /// About five round numbers, written out: so narrow an axis is as good as linear.
    private var equalSteps: [String] {
        let span = range.upperBound - range.lowerBound
        let unit = pow(10, log10(span / 5).rounded(.down))
        let step = [1, 2, 5, 10].map { $0 * unit }.first { span / $0 <= 6 } ?? span
        let first = (range.lowerBound / step).rounded(.up)
        return (0...6).map { (first + Double($0)) * step }.filter { $0 <= range.upperBound }.map {
            "'\(String(format: "%.12g", $0))' \(place(of: $0)) 0"
        }
    }

    private func place(of value: Double) -> Double {
        length * log10(value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
    }
}
