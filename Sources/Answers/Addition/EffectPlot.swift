import Assessment
import ConstraintKit
import Documents
import Foundation

/// A bound against what was excluded before, drawn with characters: both axes logarithmic, at most 80 columns wide.
struct EffectPlot {
    private let effect: BoundEffect
    private let signs: TerminalSigns
    /// log₁₀ of the ends of the axes; a document may hold masses whose ratio is no number.
    private let masses: ClosedRange<Double>
    private let couplings: ClosedRange<Double>

    private static let columns = 66
    private static let rows = 21
    /// Room for `1e-10` and a space.
    private static let margin = 7

    init(_ effect: BoundEffect, signs: TerminalSigns) {
        self.effect = effect
        self.signs = signs
        couplings = log10(effect.couplingRange.lowerBound)...log10(effect.couplingRange.upperBound)
        // A tenth of its length beside the curve on either side, and a decade at least.
        let (lower, upper) = (log10(effect.massRange.lowerBound), log10(effect.massRange.upperBound))
        let pad = max(0.1 * (upper - lower), (1 - (upper - lower)) / 2)
        masses = lower - pad...upper + pad
    }

    var text: String {
        (["g'".leftPadded(to: Self.margin - 1)] + plane + axis + legend).map(PlainText.clean)
            .joined(separator: "\n") + "\n"
    }

    // MARK: The plane

    /// What is in one column of characters.
    private struct Strip {
        var wasExcluded: [Bool]
        /// Whether the bound covers any of the cell; nil where it is silent.
        var isCovered: [Bool]?
        /// Whether the bound ends here rather than the knowledge of it, so that a silent neighbour is outside.
        var isClosed: Bool
    }

    private var plane: [String] {
        let strips = (0..<Self.columns).map(strip)
        let ticks = decades(couplings)
        return (0..<Self.rows).reversed().map { row in
            let cells = (0..<Self.columns).map { sign(row: row, column: $0, strips) }
            let decade = ticks.first { self.row(of: Double($0)) == row }
            let label = (decade.map { "1e\($0)" } ?? "").leftPadded(to: Self.margin - 1)
            return "\(label)\(decade == nil ? signs.vertical : signs.tick)"
                + String(cells).trimmingSuffix { $0 == " " }
        }
    }

    private func strip(_ column: Int) -> Strip {
        let logMass = masses.lowerBound + (Double(column) + 0.5) / Double(Self.columns) * massDecades
        // Beyond what numbers can hold there is nothing to draw.
        guard let mass = try? Mass(inMeV: pow(10, logMass)) else {
            return Strip(wasExcluded: .init(repeating: false, count: Self.rows), isCovered: nil, isClosed: false)
        }
        let (before, own) = effect.column(at: mass)
        let edges = (0...Self.rows).map { coupling(at: Double($0)) }
        return Strip(
            wasExcluded: (0..<Self.rows).map { row in
                let middle = coupling(at: Double(row) + 0.5)
                return before.contains { $0.lower < middle && middle < $0.upper }
            },
            isCovered: own.map { own in
                (0..<Self.rows).map { row in own.contains { $0.lower < edges[row + 1] && edges[row] < $0.upper } }
            },
            isClosed: own.map { own in own.allSatisfy { $0.lower > 0 && $0.upper.isFinite } } ?? false)
    }

    private func sign(row: Int, column: Int, _ strips: [Strip]) -> Character {
        let strip = strips[column]
        guard strip.isCovered?[row] == true else { return strip.wasExcluded[row] ? signs.excluded : " " }
        let neighbours: [(row: Int, column: Int)] = [
            (row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1),
        ]
        let isEdge = neighbours.contains { place in
            guard (0..<Self.rows).contains(place.row), (0..<Self.columns).contains(place.column) else { return false }
            guard let covered = strips[place.column].isCovered else { return strip.isClosed }
            return !covered[place.row]
        }
        return isEdge ? signs.edge : strip.wasExcluded[row] ? signs.excluded : signs.added
    }

    // MARK: Axes

    private var massDecades: Double { masses.upperBound - masses.lowerBound }

    private func coupling(at row: Double) -> Double {
        pow(10, couplings.lowerBound + (couplings.upperBound - couplings.lowerBound) * row / Double(Self.rows))
    }

    private func row(of logCoupling: Double) -> Int {
        let fraction = (logCoupling - couplings.lowerBound) / (couplings.upperBound - couplings.lowerBound)
        return min(Self.rows - 1, max(0, Int(fraction * Double(Self.rows))))
    }

    private func decades(_ range: ClosedRange<Double>) -> [Int] {
        // A decade that rounding puts a hair outside belongs to the axis.
        let (lower, upper) = (range.lowerBound - 1e-9, range.upperBound + 1e-9)
        return Array(stride(from: Int(lower.rounded(.up)), through: Int(upper.rounded(.down)), by: 1))
    }

    /// The line below the plane, and its labels: 1, 2 and 5 of each decade on a short axis, 1 and 3 on a longer one,
    /// whole decades on a long one.
    private var axis: [String] {
        let steps: [Double] = massDecades > 4 ? [1] : massDecades > 1.6 ? [1, 3] : [1, 2, 5]
        let first = Int(masses.lowerBound.rounded(.down))
        let last = Int(masses.upperBound.rounded(.up))
        let ticks = (first...last).flatMap { decade in steps.map { $0 * pow(10, Double(decade)) } }
            .filter { masses.contains(log10($0)) }
        var line = [Character](repeating: signs.horizontal, count: Self.columns)
        var labels = [Character](repeating: " ", count: Self.columns + Self.margin)
        var free = 0
        for tick in ticks {
            let fraction = (log10(tick) - masses.lowerBound) / massDecades
            let column = min(Self.columns - 1, Int(fraction * Double(Self.columns)))
            line[column] = signs.tickBelow
            let label = Array(NumberText.trimmed(tick))
            let start = max(0, column + Self.margin - label.count / 2)
            guard start >= free, start + label.count <= labels.count else { continue }
            labels.replaceSubrange(start..<(start + label.count), with: label)
            free = start + label.count + 1
        }
        let title = "m [MeV]".leftPadded(to: Self.columns + Self.margin)
        let space = String(repeating: " ", count: Self.margin - 1)
        return ["\(space)\(signs.corner)\(String(line))", String(labels).trimmingSuffix { $0 == " " }, title]
    }

    private var legend: [String] {
        let name = String(effect.bound.card.title.prefix(40))
        return [
            "       \(signs.excluded) excluded so far   \(signs.added) \(covers), not excluded so far",
            "       \(signs.edge) edge of \(name)",
        ]
    }
}

extension EffectPlot {
    /// What the bound does where it covers what was open: only one that decides excludes.
    private var covers: String {
        switch effect.bound.card.kind {
        case .observed: "new"
        case .expected: "expected"
        case .projected: "within reach"
        case .preferred: "preferred"
        case .hint: "hinted at"
        }
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
