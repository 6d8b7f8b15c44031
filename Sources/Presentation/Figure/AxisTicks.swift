import Foundation

/// The marks of a logarithmic axis, as gnuplot takes them: `'label' place level`.
struct AxisTicks {
    let range: ClosedRange<Double>
    /// The length of the axis [pt].
    let length: Double

    /// Powers of ten are labelled; where fewer than two are in sight, twos and fives as well.
    var marks: [String] {
        let (first, last) = (Int(log10(range.lowerBound).rounded(.down)), Int(log10(range.upperBound).rounded(.up)))
        let tolerance = 1e-9
        let values = (first...max(first, last)).flatMap { decade in
            (1...9).map { (decade: decade, digit: $0, value: Double($0) * pow(10, Double(decade))) }
        }
        let visible = values.filter {
            $0.value >= range.lowerBound * (1 - tolerance) && $0.value <= range.upperBound * (1 + tolerance)
        }
        let isShort = visible.count { $0.digit == 1 } < 2
        return visible.map { mark in
            let place = length * log10(mark.value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
            let power = "10^{\(mark.decade < 0 ? "−" : "")\(abs(mark.decade))}"
            switch mark.digit {
            case 1: return "'\(power)' \(place) 0"
            case 2 where isShort, 5 where isShort: return "'\(mark.digit)×\(power)' \(place) 0"
            default: return "'' \(place) 1"
            }
        }
    }
}

extension MapScene {
    var ticks: (x: [String], y: [String]) {
        (
            AxisTicks(range: frame.masses, length: frame.width).marks,
            AxisTicks(range: frame.couplings, length: frame.height).marks
        )
    }
}
