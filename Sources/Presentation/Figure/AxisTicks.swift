import Foundation

/// The marks of a logarithmic axis, as gnuplot takes them: `'label' place level`.
struct AxisTicks {
    let range: ClosedRange<Double>
    /// The length of the axis [pt].
    let length: Double

    /// Powers of ten are labelled; over less than two decades twos and fives as well, as plain numbers where they are
    /// short.
    var marks: [String] {
        let (first, last) = (Int(log10(range.lowerBound).rounded(.down)), Int(log10(range.upperBound).rounded(.up)))
        let tolerance = 1e-9
        let values = (first...max(first, last)).flatMap { decade in
            (1...9).map { (decade: decade, digit: $0, value: Double($0) * pow(10, Double(decade))) }
        }
        let visible = values.filter {
            $0.value >= range.lowerBound * (1 - tolerance) && $0.value <= range.upperBound * (1 + tolerance)
        }
        let isShort = range.upperBound < 99 * range.lowerBound
        let isPlain = isShort && range.lowerBound >= 0.1 && range.upperBound <= 9999
        return visible.map { mark in
            let place = length * log10(mark.value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
            let power = "10^{\(mark.decade < 0 ? "−" : "")\(abs(mark.decade))}"
            let isLabelled = mark.digit == 1 || (isShort && (mark.digit == 2 || mark.digit == 5))
            if isLabelled, isPlain { return "'\(NumberText.trimmed(mark.value))' \(place) 0" }
            switch mark.digit {
            case 1: return "'\(power)' \(place) 0"
            case _ where isLabelled: return "'\(mark.digit)×\(power)' \(place) 0"
            default: return "'' \(place) 1"
            }
        }
    }
}
