import Assessment
import ConstraintKit
import Documents
import Foundation

/// A bound against what was excluded before, drawn with characters: both axes logarithmic, at most 80 columns wide.
struct EffectPlot {
    private let effect: BoundEffect
    private let signs: TerminalSigns
    private let frame: PlaneFrame

    private static let mostColumns = 66
    private static let rows = 21

    init(_ effect: BoundEffect, signs: TerminalSigns) {
        self.effect = effect
        self.signs = signs
        let couplings = log10(effect.couplingRange.lowerBound)...log10(effect.couplingRange.upperBound)
        // A tenth of its length beside the curve on either side, and a decade at least.
        let (lower, upper) = (log10(effect.massRange.lowerBound), log10(effect.massRange.upperBound))
        let pad = max(0.1 * (upper - lower), (1 - (upper - lower)) / 2)
        frame = PlaneFrame(
            masses: lower - pad...upper + pad, couplings: couplings,
            columns: PlaneFrame.columns(atMost: Self.mostColumns), rows: Self.rows, signs: signs)
    }

    var text: String {
        let strips = (0..<frame.columns).map(strip)
        let plane = frame.lines { sign(row: $0, column: $1, strips) }
        return (plane + legend).map(PlainText.clean).joined(separator: "\n") + "\n"
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

    private func strip(_ column: Int) -> Strip {
        // Beyond what numbers can hold there is nothing to draw.
        guard let mass = try? Mass(inMeV: pow(10, frame.logMass(column, of: frame.columns))) else {
            return Strip(wasExcluded: .init(repeating: false, count: Self.rows), isCovered: nil, isClosed: false)
        }
        let (before, own) = effect.column(at: mass)
        let edges = (0...Self.rows).map { frame.coupling(Double($0), of: Self.rows) }
        return Strip(
            wasExcluded: (0..<Self.rows).map { row in
                let middle = frame.coupling(Double(row) + 0.5, of: Self.rows)
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
            guard (0..<Self.rows).contains(place.row), (0..<frame.columns).contains(place.column) else { return false }
            guard let covered = strips[place.column].isCovered else { return strip.isClosed }
            return !covered[place.row]
        }
        return isEdge ? signs.edge : strip.wasExcluded[row] ? signs.excluded : signs.added
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
