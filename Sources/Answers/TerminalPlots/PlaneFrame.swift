import Documents
import Foundation

/// The plane of mass and coupling drawn with characters: both axes logarithmic, with ticks and units.
struct PlaneFrame {
    /// log₁₀ of the ends of the axes; a document may hold masses whose ratio is no number.
    let masses: ClosedRange<Double>
    let couplings: ClosedRange<Double>
    /// The characters of the plane.
    let columns: Int
    let rows: Int
    let signs: TerminalSigns

    /// Room for `1e-10` and a space.
    static let margin = 7

    /// As many characters beside one another as the room there is now has, and at most so many.
    static func columns(atMost most: Int) -> Int { min(most, (TextStyle.current.columns ?? 80) - margin - 1) }

    private var massDecades: Double { masses.upperBound - masses.lowerBound }

    /// log₁₀ of the mass in the middle of a column of which there are `count`.
    func logMass(_ column: Int, of count: Int) -> Double {
        masses.lowerBound + (Double(column) + 0.5) / Double(count) * massDecades
    }

    /// The coupling at a height in rows of which there are `count`.
    func coupling(_ height: Double, of count: Int) -> Double {
        pow(10, couplings.lowerBound + (couplings.upperBound - couplings.lowerBound) * height / Double(count))
    }

    private func row(of logCoupling: Double) -> Int {
        let fraction = (logCoupling - couplings.lowerBound) / (couplings.upperBound - couplings.lowerBound)
        return min(rows - 1, max(0, Int(fraction * Double(rows))))
    }

    private func decades(_ range: ClosedRange<Double>) -> [Int] {
        // A decade that rounding puts a hair outside belongs to the axis.
        let (lower, upper) = (range.lowerBound - 1e-9, range.upperBound + 1e-9)
        return Array(stride(from: Int(lower.rounded(.up)), through: Int(upper.rounded(.down)), by: 1))
    }

    /// The plane within its axes.
    /// - Parameter cell: the sign of a place, by its row from below and its column.
    func lines(_ cell: (_ row: Int, _ column: Int) -> Character) -> [String] {
        let ticks = decades(couplings)
        let plane = (0..<rows).reversed().map { row in
            let cells = (0..<columns).map { cell(row, $0) }
            let decade = ticks.first { self.row(of: Double($0)) == row }
            let label = (decade.map { "1e\($0)" } ?? "").leftPadded(to: Self.margin - 1)
            return "\(label)\(decade == nil ? signs.vertical : signs.tick)"
                + String(cells).trimmingSuffix { $0 == " " }
        }
        return ["g'".leftPadded(to: Self.margin - 1)] + plane + axis
    }

    /// The line below the plane, and its labels: 1, 2 and 5 of each decade on a short axis, 1 and 3 on a longer one,
    /// whole decades on a long one.
    private var axis: [String] {
        let steps: [Double] = massDecades > 4 ? [1] : massDecades > 1.6 ? [1, 3] : [1, 2, 5]
        let first = Int(masses.lowerBound.rounded(.down))
        let last = Int(masses.upperBound.rounded(.up))
        let ticks = (first...last).flatMap { decade in steps.map { $0 * pow(10, Double(decade)) } }
            .filter { masses.contains(log10($0)) }
        var line = [Character](repeating: signs.horizontal, count: columns)
        var labels = [Character](repeating: " ", count: columns + Self.margin)
        var free = 0
        for tick in ticks {
            let fraction = (log10(tick) - masses.lowerBound) / massDecades
            let column = min(columns - 1, Int(fraction * Double(columns)))
            line[column] = signs.tickBelow
            let label = Array(NumberText.trimmed(tick))
            let start = max(0, column + Self.margin - label.count / 2)
            guard start >= free, start + label.count <= labels.count else { continue }
            labels.replaceSubrange(start..<(start + label.count), with: label)
            free = start + label.count + 1
        }
        let title = "m [MeV]".leftPadded(to: columns + Self.margin)
        let space = String(repeating: " ", count: Self.margin - 1)
        return ["\(space)\(signs.corner)\(String(line))", String(labels).trimmingSuffix { $0 == " " }, title]
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }

    fileprivate func trimmingSuffix(_ isUnwanted: (Character) -> Bool) -> String {
        String(reversed().drop(while: isUnwanted).reversed())
    }
}
