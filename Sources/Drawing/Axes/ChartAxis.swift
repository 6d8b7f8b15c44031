import Documents
import Foundation

/// An axis of a chart: from values to places on the page.
package struct ChartAxis: Sendable {
    package let range: ClosedRange<Double>
    package let isLogarithmic: Bool
    /// As gnuplot takes it.
    package let title: String

    package init(range: ClosedRange<Double>, isLogarithmic: Bool, title: String) {
        self.range = range
        self.isLogarithmic = isLogarithmic
        self.title = title
    }

    /// - Parameter length: of the axis [pt].
    package func place(of value: Double, length: Double) -> Double {
        let fraction =
            isLogarithmic
            ? log10(max(value, 1e-300) / range.lowerBound) / log10(range.upperBound / range.lowerBound)
            : (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        // What lies far outside is cut off before numbers grow too large for a drawing.
        return length * min(max(fraction, -2), 3)
    }

    package func ticks(length: Double) -> [String] {
        isLogarithmic ? AxisTicks(range: range, length: length).marks : linearTicks(length: length)
    }

    /// Four to nine labelled marks at round numbers, and four unlabelled between each two.
    private func linearTicks(length: Double) -> [String] {
        let width = range.upperBound - range.lowerBound
        let power = pow(10, (log10(width / 4)).rounded(.down))
        let step = [5.0, 2, 1].map { $0 * power }.first { width / $0 >= 4 } ?? power
        let decimals = max(0, Int((-log10(step)).rounded(.up)))
        let (first, last) = (
            Int((range.lowerBound / step * 5).rounded(.up)), Int((range.upperBound / step * 5).rounded(.down))
        )
        return (first...max(first, last)).map { number in
            let value = Double(number) * step / 5
            let place = place(of: value, length: length)
            guard number % 5 == 0 else { return "'' \(place) 1" }
            return "'\(NumberText.fixed(value, decimals: decimals).replacing("-", with: "−"))' \(place) 0"
        }
    }
}
