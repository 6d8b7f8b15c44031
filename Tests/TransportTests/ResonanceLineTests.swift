import ConstraintKit
import Foundation
import Physics
import Testing
import Transport

@Suite("Where the resonance is met")
struct ResonanceLineTests {
    @Test("Just below a line what survives is e^−τ of it, where nothing is emitted again")
    func opticalDepths() throws {
        // One state couples to itself: what it meets it becomes again, at lower energies alone.
        var setting = try TransportSetting()
        setting.mixing = MixingMatrix(MixingAngles(theta12: 0, theta13: 0, theta23: 0, delta: 0))
        setting.charges = ChargeMatrix(diagonal: [0, 0, 1])
        let point = try mediator(6.5, 1e-4)
        let line = try #require(setting.resonanceLines(point).last)
        #expect(line.state == 3 && line.opticalDepths.x == 0 && line.opticalDepths.y == 0)
        let ratios = try NarrowLineSolver(setting).ratios(
            point, index: 2.5, energies: Array(line.edges.suffix(2)))
        // Nothing lies above this line alone; 1e-9 of an e-fold below it, daughters are as few, and τ is of order 1.
        #expect(abs(ratios[0].z / exp(-line.opticalDepths.z) - 1) < 1e-7)
        #expect(ratios[1].z == 1)
        #expect(abs(line.lowestEnergy * 6 / line.energy - 1) < 1e-15)
    }

    @Test("A massless state has no line; the width is that of the cross section")
    func masslessAndWidth() throws {
        let setting = try TransportSetting(lightestMass: 0)
        let point = try mediator(6.5, 1e-2)
        let lines = setting.resonanceLines(point)
        #expect(lines.map(\.state) == [2, 3])
        // At half the width beside the peak, σ/s is half as large, to the first order in Γ/m.
        let line = lines[0]
        func reduced(_ energy: Double) -> Double {
            let square = 2e3 * setting.masses.masses.y * energy * 1e-6
            return point.crossSection(square: square, chargeSquare: 1) / square
        }
        #expect(abs(reduced(line.energy + line.width / 2) / reduced(line.energy) - 0.5) < 1e-4)
    }
}
