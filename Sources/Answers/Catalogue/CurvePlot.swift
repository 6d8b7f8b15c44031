import ConstraintKit
import Documents
import Foundation

/// The curves of a document in a terminal: what they cover is shaded, their edges are drawn with dots of braille, eight to a
/// character, or with signs of ASCII.
struct CurvePlot {
    private let curve: DrawnCurve
    private let frame: PlaneFrame
    /// Dots in a character: across, and up.
    private let across: Int
    private let up: Int

    private static let mostColumns = 92
    private static let rows = 20

    /// Nothing where no point of the curve can be drawn.
    init?(_ curve: DrawnCurve, signs: TerminalSigns) {
        let couplings = curve.knots.map(\.coupling).filter { $0 > 0 }.map(log10)
        let masses = curve.knots.map { log10($0.mass) }
        guard let least = couplings.min(), let most = couplings.max(), let first = masses.min(),
            let last = masses.max(),
            [least, most, first, last].allSatisfy(\.isFinite)
        else { return nil }
        self.curve = curve
        // Room on both sides of the curve, so that the side it covers shows.
        let height = max(0.35, 0.1 * (most - least))
        let width = max(0.04 * (last - first), (1 - (last - first)) / 2)
        frame = PlaneFrame(
            masses: first - width...last + width, couplings: least - height...most + height,
            columns: PlaneFrame.columns(atMost: Self.mostColumns), rows: Self.rows, signs: signs)
        (across, up) = signs == .unicode ? (2, 4) : (1, 1)
    }

    var text: String {
        let dots = (0..<frame.columns * across).map(strip)
        let plane = frame.lines { row, column in sign(row: row, column: column, dots) }
        return (plane + legend).map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    /// What is in one column of dots.
    private struct Strip {
        /// Whether a curve covers any of the dot; nil where all are silent.
        var isCovered: [Bool]?
        /// Whether what is covered ends here rather than the knowledge of it, so that a silent neighbour is outside.
        var isClosed = false
    }

    private func strip(_ column: Int) -> Strip {
        // Beyond what numbers can hold there is nothing to draw.
        guard let mass = try? Mass(inMeV: pow(10, frame.logMass(column, of: frame.columns * across))) else {
            return Strip()
        }
        guard let covered = curve.coverage(mass) else { return Strip() }
        let count = Self.rows * up
        let edges = (0...count).map { frame.coupling(Double($0), of: count) }
        return Strip(
            isCovered: (0..<count).map { dot in
                covered.contains { $0.lower < edges[dot + 1] && edges[dot] < $0.upper }
            },
            isClosed: covered.allSatisfy { $0.lower > 0 && $0.upper.isFinite })
    }

    private func isEdge(_ row: Int, _ column: Int, _ dots: [Strip]) -> Bool {
        guard dots[column].isCovered?[row] == true else { return false }
        let neighbours = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        return neighbours.contains { row, neighbour in
            guard (0..<Self.rows * up).contains(row), dots.indices.contains(neighbour) else { return false }
            guard let covered = dots[neighbour].isCovered else { return dots[column].isClosed }
            return !covered[row]
        }
    }

    /// The dots of braille from below, in the left column and in the right one.
    private static let braille: [[UInt32]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]

    private func sign(row: Int, column: Int, _ dots: [Strip]) -> Character {
        var pattern: UInt32 = 0
        var isCovered = false
        for x in 0..<across {
            for y in 0..<up {
                let place = (row: row * up + y, column: column * across + x)
                isCovered = isCovered || dots[place.column].isCovered?[place.row] == true
                if isEdge(place.row, place.column, dots) { pattern |= Self.braille[x][y] }
            }
        }
        guard pattern > 0 else { return isCovered ? frame.signs.excluded : " " }
        guard up > 1, let scalar = Unicode.Scalar(0x2800 + pattern) else { return frame.signs.edge }
        return Character(scalar)
    }

    /// What the shade means, and from where to where the curve goes.
    private var legend: [String] {
        let masses = curve.knots.map(\.mass)
        let edge = String(repeating: up > 1 ? "⠤" : String(frame.signs.edge), count: 2)
        let shade = String(repeating: frame.signs.excluded, count: 2)
        let margin = String(repeating: " ", count: PlaneFrame.margin)
        let (least, most) = (masses.min() ?? 0, masses.max() ?? 0)
        let range = least < most ? " from \(NumberText.short(least)) to \(NumberText.short(most)) MeV" : ""
        let scenario = curve.scenario.map { ", in the scenario \($0)" } ?? ""
        return ["\(margin)\(shade) \(covers)", "\(margin)\(edge) curve\(range)\(scenario)"]
    }

    private var covers: String {
        switch curve.kind {
        case .observed: "excluded"
        case .expected: "expected to be excluded"
        case .projected: "within reach"
        case .preferred: "preferred"
        case .hint: "hinted at"
        }
    }
}
