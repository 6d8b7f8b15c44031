import ConstraintKit
import Drawing
import Foundation

/// The plot area of a map: what place on the page a mass and a coupling have.
struct PageFrame: Hashable, Sendable {
    let area: PageArea
    /// [MeV]
    let masses: ClosedRange<Double>
    let couplings: ClosedRange<Double>

    /// - Parameters:
    ///   - width: [pt]
    ///   - height: [pt]
    ///   - masses: [MeV]
    init(width: Double, height: Double, masses: ClosedRange<Double>, couplings: ClosedRange<Double>) {
        area = PageArea(width: width, height: height)
        self.masses = masses
        self.couplings = couplings
    }

    var width: Double { area.width }
    var height: Double { area.height }

    func x(ofMass mass: Double) -> Double {
        width * log10(mass / masses.lowerBound) / log10(masses.upperBound / masses.lowerBound)
    }

    /// A coupling of zero or infinity lies one height outside the frame.
    func y(ofCoupling coupling: Double) -> Double {
        let y = height * log10(coupling / couplings.lowerBound) / log10(couplings.upperBound / couplings.lowerBound)
        return min(2 * height, max(-height, y))
    }

    func point(mass: Double, coupling: Double) -> PagePoint {
        .init(x: x(ofMass: mass), y: y(ofCoupling: coupling))
    }

    func visibleParts(of line: PageLine) -> [PageLine] { area.visibleParts(of: line) }

    func clipped(_ line: PageLine) -> PageLine { area.clipped(line) }
}
