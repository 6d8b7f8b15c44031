import AllowedRegion
import ConstraintKit
import IceCubeFit
import RealModule
import Scenarios
import Testing

@Suite("Spectra over a plane")
struct SpectrumShapesTests {
    private func shapes(
        of scenario: Scenario, _ masses: ClosedRange<Double> = 1...100, gammas: ClosedRange<Double> = 2.4...2.6
    ) throws -> (comparison: IceCubeComparison, shapes: SpectrumShapes?) {
        let comparison = try IceCubeComparison(scenario)
        let grid = try MapGrid(massRange: masses, couplingRange: 1e-5...0.1, columns: 9, rows: 9)
        return (comparison, try SpectrumShapes(comparison, on: grid, gammas: gammas, downTo: 3e3))
    }

    /// Each node is the flux at another mass with the same g′/m, at the same places below its highest resonance.
    @Test("Nodes are what the narrow lines of any mass give", arguments: [3.0, 40])
    func selfSimilarity(mass: Double) throws {
        var scenario = try Scenario.shipped("paper")
        scenario.solver = .narrowLine
        let found = try shapes(of: scenario)
        let shapes = try #require(found.shapes)
        #expect(shapes.channels == [.cascades, .tracks])
        let places = stride(from: 0, to: shapes.places.count, by: 7).filter { place in
            // Beside a jump rounding of another mass may put an energy on its other side.
            [place - 1, place + 1].allSatisfy {
                !shapes.places.indices.contains($0) || abs(shapes.places[$0] - shapes.places[place]) > 1e-6
            }
        }
        let energies = places.map { shapes.highestLine * mass * mass / Double.exp(shapes.places[$0]) }
        for index in 0..<shapes.indices.count {
            for node in stride(from: 0, to: shapes.strengths.count, by: 5) {
                let coupling = try Coupling(
                    mass * Double.exp(shapes.strengths.first + shapes.strengths.step * Double(node)))
                let gamma = shapes.indices.first + shapes.indices.step * Double(index)
                let spectrum = try found.comparison.spectrum(
                    mass: try Mass(inMeV: mass), coupling: coupling, energies: energies, gamma: gamma)
                for (number, channel) in shapes.channels.enumerated() {
                    for (position, place) in places.enumerated() {
                        let free = spectrum.freeStates[position].sum() / 3
                        let expected = channel.flux(of: spectrum.mixing.flavours(of: spectrum.states[position])) / free
                        let row = ((index * shapes.strengths.count + node) * shapes.channels.count + number)
                        let value = shapes.values[row * shapes.places.count + place]
                        // Rounding, which steep edges of a line's smear enlarge.
                        #expect(abs(value - expected) < 1e-6)
                    }
                }
            }
        }
    }

    @Test("Above all resonances nothing is met, and far below the last one little")
    func ends() throws {
        let shapes = try #require(try shapes(of: Scenario.shipped("paper")).shapes)
        let count = shapes.places.count
        for row in 0..<shapes.values.count / count {
            #expect(abs(shapes.values[row * count] - 1) < 1e-12)
            // e^(−5 γ) of a depth of order one.
            #expect(abs(shapes.values[row * count + count - 1] - 1) < 1e-3)
        }
    }

    @Test("There are none of sources without a power law, and none where a Z′ has other decays at every mass")
    func none() throws {
        var scenario = try Scenario.shipped("paper")
        #expect(try shapes(of: scenario, 300...1000).shapes == nil)
        // Up to the last mass of the grid below 2 m_μ.
        let partly = try #require(try shapes(of: scenario, 1...1e4).shapes)
        #expect(partly.greatestMass == 100)
        scenario.sources.spectrum = try Chosen(spectrum: "broken-observed:1.72,2.84,33TeV")
        #expect(try shapes(of: scenario).shapes == nil)
    }
}
