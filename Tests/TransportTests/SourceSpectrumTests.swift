import ConstraintKit
import Foundation
import NumericalMethods
import Physics
import Testing
import Transport

@Suite("Spectra of the sources")
struct SourceSpectrumTests {
    /// Of each state in the bins of the cascades; without a mediator, of their mean in all three.
    static func fluxes(_ spectrum: SourceSpectrum, _ mediator: Mediator?) throws -> [SIMD3<Double>] {
        let bins = try GridSolverTests.cascadeBins()
        let prepared = try prepared(spectrum)
        guard let mediator else { return prepared.freeIntegrals(bins: bins).map { SIMD3(repeating: $0) } }
        return try prepared.integratedFluxes(mediator, bins: bins)
    }

    /// A power law as narrow lines, any other on the grid.
    static func prepared(
        _ spectrum: SourceSpectrum, _ method: TransportMethod = .grid, setting: TransportSetting? = nil
    ) throws -> any SpectrumAtIndex {
        let narrow = try NarrowLineSolver(setting ?? TransportSetting())
        if case .powerLaw(let index) = spectrum { return try narrow.prepared(index: index) }
        let shaped = try ShapedSolver(SpectrumFamily(spectrum), narrow: narrow, method: method)
        return try shaped.prepared(index: shaped.family.referenceIndex)
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
        let softGrid = try GridSolver(TransportSetting()).prepared(index: 3)
        func fluxes(_ spectrum: SourceSpectrum, _ mediator: Mediator?) throws -> [SIMD3<Double>] {
            guard spectrum == soft, let mediator else { return try Self.fluxes(spectrum, mediator) }
            return try softGrid.integratedFluxes(mediator, bins: GridSolverTests.cascadeBins())
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
        let tabulated = try Self.prepared(.table(table))
        let plain = try GridSolver(TransportSetting()).prepared(index: 2)
        let bins = try GridSolverTests.cascadeBins()
        // The table interpolates powers exactly, and ends at 1e14 GeV: nothing comes from there.
        #expect(
            Self.difference(
                try tabulated.integratedFluxes(point, bins: bins), try plain.integratedFluxes(point, bins: bins)) < 1e-6
        )
        let outside = try tabulated.integratedFluxes(point, bins: [EnergyBin(lower: 1e15, upper: 1e16)])
        #expect(outside == [SIMD3.zero])
    }

    /// Away from the lines and from E_j/(1+z_max), where the flux jumps and bends and a cell holds both sides.
    static let energies: [Double] = {
        let lines = [4.2e5, 9.0e5, 9.67e5].flatMap { [$0, $0 / 6] }
        return (0...60).map { pow(10, 4 + 3 * Double($0) / 60) }.filter { energy in
            lines.allSatisfy { abs(log(energy / $0)) > 0.1 }
        }
    }()

    @Test("A power law in disguise is one at single energies, with and without the lines' width", arguments: disguised)
    func singleEnergies(spectrum: SourceSpectrum) throws {
        let point = try mediator(6.5, 4e-4)
        let plain = try Self.prepared(.powerLaw(index: 2.4)).fluxes(point, energies: Self.energies)
        for method in TransportMethod.allCases {
            let shaped = try Self.prepared(spectrum, method)
            // The grid at 50 points a decade, of second order between its middles.
            #expect(Self.difference(try shaped.fluxes(point, energies: Self.energies), plain) < 2e-3, "\(method)")
        }
        // A wide line: the grid against itself.
        let wide = try mediator(6.5, 2e-2)
        let grid = try GridSolver(TransportSetting()).prepared(index: 2.4).fluxes(wide, energies: Self.energies)
        #expect(Self.difference(try Self.prepared(spectrum).fluxes(wide, energies: Self.energies), grid) < 1e-6)
    }

    @Test("Single energies add up to a bin")
    func energiesAndBins() throws {
        let point = try mediator(6.5, 4e-4)
        let prepared = try Self.prepared(.broken(below: 2, above: 3, energy: 2e5))
        // Below every line, where the flux is smooth.
        let bin = try EnergyBin(lower: 2e4, upper: 4e4)
        let rule = GaussLegendre(count: 8)
        let energies = rule.nodes.map { bin.lower + $0 * (bin.upper - bin.lower) }
        let fluxes = try prepared.fluxes(point, energies: energies)
        var sum = SIMD3<Double>.zero
        for (weight, flux) in zip(rule.weights, fluxes) { sum += flux * (weight * (bin.upper - bin.lower)) }
        // The bin takes cells as they are, single energies what lies between: second order in a cell of 0.015.
        #expect(Self.difference([sum], try prepared.integratedFluxes(point, bins: [bin])) < 2e-3)
    }

    @Test("Daughters arrive where the sources emit nothing, and no number is none")
    func outsideATable() throws {
        let table = try SpectrumTable(energies: [5e5, 5e6], values: [1, 1e-2])
        let prepared = try Self.prepared(.table(table))
        let energies = [1e-6, 1e3, 1e5, 1e6, 1e8, 1e19]
        let fluxes = try prepared.fluxes(try mediator(6.5, 1e-2), energies: energies)
        #expect(fluxes.allSatisfy { $0.min() >= 0 && $0.max() < .infinity })
        #expect(prepared.freeFluxes(energies: energies)[1] == 0 && fluxes[1].min() > 0)
        #expect(fluxes[4] == .zero && fluxes[5] == .zero)
        #expect(try prepared.ratios(try mediator(6.5, 1e-2), energies: energies).allSatisfy { $0.max() < .infinity })
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
            #expect(throws: SourceSpectrumError.self) {
                try ShapedSolver(SpectrumFamily(spectrum), narrow: solver, method: .grid)
            }
        }
        let tables: [([Double], [Double])] = [
            ([1e4], [1]), ([1e4, 1e4], [1, 1]), ([1e4, 1e5], [1]), ([1e4, 1e5], [1, -1]), ([1e4, 1e5], [0, 0]),
            ([-1, 1e5], [1, 1]), ([1e4, .infinity], [1, 1]), ([1e4, 1e5], [.nan, 1]),
        ]
        for (energies, values) in tables {
            #expect(throws: SourceSpectrumError.self) { try SpectrumTable(energies: energies, values: values) }
        }
    }

    @Test("Values of a table whose ratio is no number give one all the same")
    func extremeTable() throws {
        let table = try SpectrumTable(energies: [1e3, 1e5, 1e7], values: [1e-300, 1e-300, 1e99])
        for energy in [1e3, 1e4, 1e5, 1e6, 1e7] { #expect(table.value(energy: energy).isFinite) }
        #expect(table.value(energy: 1e4) == 0 && table.value(energy: 1e7) == 1e99)
    }
}
