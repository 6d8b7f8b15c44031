import ConstraintKit
import Foundation
import Physics
import Testing
import Transport

@Suite("Spectra of the sources")
struct SourceSpectrumTests {
    static func fluxes(_ spectrum: SourceSpectrum, _ mediator: Mediator?) throws -> [SIMD3<Double>] {
        try NarrowLineSolver(TransportSetting()).prepared(spectrum: spectrum)
            .integratedFluxes(mediator, bins: GridSolverTests.cascadeBins())
    }

    /// The largest difference, relative to the second.
    static func difference(_ left: [SIMD3<Double>], _ right: [SIMD3<Double>]) -> Double {
        largestDifference(zip(left, right).map { $0 / $1 }, right.map { _ in SIMD3(repeating: 1) })
    }

    /// Each is a power law in disguise.
    static let disguised: [SourceSpectrum] = [
        .broken(below: 2.4, above: 2.4, energy: 3e5), .cutOff(index: 2.4, energy: 1e19),
        .sum([
            .init(amplitude: 0.25, spectrum: .powerLaw(index: 2.4)),
            .init(amplitude: 0.75, spectrum: .powerLaw(index: 2.4)),
        ]),
    ]

    @Test("A power law in disguise is one", arguments: disguised)
    func powerLaws(spectrum: SourceSpectrum) throws {
        let point = try mediator(6.5, 4e-4)
        let plain = SourceSpectrum.powerLaw(index: 2.4)
        // Rounding, and e^{−E/E_c} at 1e11 GeV.
        #expect(Self.difference(try Self.fluxes(spectrum, nil), try Self.fluxes(plain, nil)) < 1e-9)
        // The grid against the narrow line at 50 points a decade: 1e-3 is asked for.
        #expect(Self.difference(try Self.fluxes(spectrum, point), try Self.fluxes(plain, point)) < 1e-3)
    }

    @Test("Fluxes add as their sources do")
    func sums() throws {
        let point = try mediator(6.5, 1e-2)
        let cut = SourceSpectrum.cutOff(index: 2, energy: 1e6)
        let soft = SourceSpectrum.powerLaw(index: 3)
        let sum = SourceSpectrum.sum([.init(amplitude: 2, spectrum: cut), .init(amplitude: 0.5, spectrum: soft)])
        let grid = try GridSolver(TransportSetting())
        let bins = try GridSolverTests.cascadeBins()
        func fluxes(_ spectrum: SourceSpectrum, _ mediator: Mediator?) throws -> [SIMD3<Double>] {
            try grid.prepared(spectrum: spectrum).integratedFluxes(mediator, bins: bins)
        }
        // One component of a sum is counted as on its own; far above the cut-off what is left, 1e-6 of the power law, is a
        // difference of numbers like that.
        let single = try fluxes(.sum([.init(amplitude: 2, spectrum: cut)]), point)
        #expect(Self.difference(single, try fluxes(cut, point).map { $0 * 2 }) < 1e-8)
        // Redshift is counted as for the hardest, so that the soft one stands for W_2/W_3 of itself; and each is solved in
        // units of its own power: the grid's error between.
        let free = zip(try fluxes(cut, nil), try fluxes(sum, nil)).map { ($1 - 2 * $0) * 2 }
        let scale = free[0].x / (try fluxes(soft, nil)[0].x)
        #expect(scale > 0.1 && scale < 1)
        #expect(Self.difference(free, try fluxes(soft, nil).map { $0 * scale }) < 1e-4)
        let together = zip(try fluxes(cut, point), try fluxes(soft, point)).map { 2 * $0 + 0.5 * scale * $1 }
        #expect(Self.difference(try fluxes(sum, point), together) < 2e-3)
    }

    @Test("A cut-off leaves nothing far above and everything far below")
    func cutOff() throws {
        let fluxes = try Self.fluxes(.cutOff(index: 2.4, energy: 1e5), nil)
        let power = try Self.fluxes(.powerLaw(index: 2.4), nil)
        let ratios = zip(fluxes, power).map { $0.x / $1.x }
        #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 > $1 })
        // e^{−0.05 (1+z)} at most in the first bin; e^{−46} in the last.
        #expect(ratios[0] > 0.8 && ratios[9] < 1e-20 && ratios[9] >= 0)
    }

    @Test("A table is what it tabulates, and nothing outside")
    func table() throws {
        let energies = (0...100).map { pow(10, 2 + 12 * Double($0) / 100) }
        let table = try SpectrumTable(energies: energies, values: energies.map { pow($0 / 1e5, -2) })
        let point = try mediator(6.5, 1e-2)
        let tabulated = try GridSolver(TransportSetting()).prepared(spectrum: .table(table))
        let plain = try GridSolver(TransportSetting()).prepared(spectrum: .powerLaw(index: 2))
        let bins = try GridSolverTests.cascadeBins()
        // The table interpolates powers exactly, and ends at 1e14 GeV: nothing comes from there.
        #expect(
            Self.difference(
                try tabulated.integratedFluxes(point, bins: bins), try plain.integratedFluxes(point, bins: bins)) < 1e-6
        )
        let outside = try tabulated.integratedFluxes(point, bins: [EnergyBin(lower: 1e15, upper: 1e16)])
        #expect(outside == [SIMD3.zero])
    }

    @Test("Spectra that are none are refused")
    func hostile() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let spectra: [SourceSpectrum] = [
            .powerLaw(index: 0.5), .powerLaw(index: .nan), .broken(below: 2, above: 11, energy: 1e5),
            .broken(below: 2, above: 3, energy: -1), .cutOff(index: 2, energy: .infinity), .sum([]),
            .sum([.init(amplitude: -1, spectrum: .powerLaw(index: 2))]),
            .sum([.init(amplitude: 1, spectrum: .sum([.init(amplitude: 1, spectrum: .powerLaw(index: 2))]))]),
        ]
        for spectrum in spectra {
            #expect(throws: SourceSpectrumError.self) { try solver.prepared(spectrum: spectrum) }
        }
        let tables: [([Double], [Double])] = [
            ([1e4], [1]), ([1e4, 1e4], [1, 1]), ([1e4, 1e5], [1]), ([1e4, 1e5], [1, -1]), ([1e4, 1e5], [0, 0]),
            ([-1, 1e5], [1, 1]), ([1e4, .infinity], [1, 1]), ([1e4, 1e5], [.nan, 1]),
        ]
        for (energies, values) in tables {
            #expect(throws: SourceSpectrumError.self) { try SpectrumTable(energies: energies, values: values) }
        }
    }
}
