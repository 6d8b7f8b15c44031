import Foundation
import Physics
import Testing
import Transport

@Suite("Breaks of spectra, at the sources and seen")
struct SpectrumEdgeTests {
    static func free(_ spectrum: SourceSpectrum, _ setting: TransportSetting) throws -> (Double) -> Double {
        let solver = try ShapedSolver(
            SpectrumFamily(spectrum), narrow: NarrowLineSolver(setting), method: .grid)
        let prepared = try solver.prepared(index: solver.family.referenceIndex)
        return { prepared.freeFluxes(energies: [$0])[0] }
    }

    /// Far below and far above the break what arrives are power laws; they cross where the break was said to be seen.
    @Test("A break given as seen is seen there", arguments: [SourceEvolution.starFormation, .uniform, .point])
    func brokenAsSeen(evolution: SourceEvolution) throws {
        var setting = try TransportSetting()
        setting.evolution = evolution
        let (below, above, seen) = (1.72, 2.84, 33e3)
        let flux = try Self.free(.observed(.broken(below: below, above: above, energy: seen)), setting)
        func amplitude(_ energy: Double, _ index: Double) -> Double { flux(energy) * pow(energy, index) }
        let ratio = amplitude(seen * 1e3, above) / amplitude(seen * 1e-3, below)
        // Forty-eight steps over the sources are good to a thousandth.
        #expect(abs(pow(ratio, 1 / (above - below)) / seen - 1) < 3e-3)
    }

    /// Its flux falls below the power law's as 1 − E/E_c at first.
    @Test func cutOffAsSeen() throws {
        let setting = try TransportSetting()
        let flux = try Self.free(.observed(.cutOff(index: 2.3, energy: 5e6)), setting)
        let (low, high) = (flux(1), flux(1e4) * pow(1e4, 2.3))
        // The second order is (E/E_c)² of the first; steps over the sources as above.
        #expect(abs((1 - high / low) / (1e4 / 5e6) - 1) < 0.02)
    }

    @Test func edgesAreSaidWhereTheyAre() throws {
        var setting = try TransportSetting()
        setting.evolution = .point
        setting.maximumRedshift = 1
        // From one redshift all energies halve.
        #expect(abs(setting.meanScale(below: 2, above: 2.8) - 2) < 1e-12)
        #expect(
            abs(setting.meanScale(below: 2.3, above: 2.3) - 2) < 1e-9 && abs(setting.meanScale(index: 2) - 2) < 1e-12)
        let sum = SourceSpectrum.sum([
            .init(amplitude: 1, spectrum: .broken(below: 2, above: 3, energy: 1e5)),
            .init(amplitude: 1, spectrum: .observed(.cutOff(index: 2, energy: 1e6))),
        ])
        let edges = sum.edges(in: setting)
        #expect(edges.map(\.kind) == [.bend, .cutOff] && edges.map(\.isGivenAsSeen) == [false, true])
        for (edge, (emitted, seen)) in zip(edges, [(1e5, 5e4), (2e6, 1e6)]) {
            // Rounding of powers of 2.
            #expect(abs(edge.emitted / emitted - 1) < 1e-12 && abs(edge.seen / seen - 1) < 1e-12)
        }
        #expect(sum.emitted(in: setting).edges(in: setting).allSatisfy { !$0.isGivenAsSeen })
        // The mean 1 + z lies between those of near and far sources, and equal powers are no exception.
        let stars = try TransportSetting()
        #expect(abs(stars.meanScale(below: 2.4, above: 2.4) - stars.meanScale(below: 2.39, above: 2.41)) < 1e-4)
        #expect(stars.meanScale(below: 2, above: 3) < stars.meanScale(below: 1.5, above: 2))
    }

    @Test func aSolverSaysSo() throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let solver = try ShapedSolver(
            SpectrumFamily(.observed(.broken(below: 1.72, above: 2.84, energy: 33e3))), narrow: narrow, method: .grid)
        let edges = solver.caveats(try mediator(6.5, 1e-6), index: solver.family.referenceIndex).compactMap {
            if case .spectrumEdge(let edge) = $0 { edge } else { nil }
        }
        #expect(edges.count == 1 && edges == solver.edges(index: solver.family.referenceIndex))
        let emitted = solver.family.spectrum(index: solver.family.referenceIndex).emitted(in: narrow.setting)
        guard case .broken(_, _, let energy) = emitted else {
            Issue.record("\(emitted)")
            return
        }
        #expect(energy == edges.first?.emitted && energy > 33e3)
        #expect(narrow.edges(index: 2).isEmpty)
    }
}
