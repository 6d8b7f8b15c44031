import ConstraintKit
import Physics
import Testing

@testable import Transport

@Suite("Any spectrum of the sources by narrow lines")
struct SourceResponseTests {
    static let spectra: [SourceSpectrum] = [
        .broken(below: 2, above: 2.9, energy: 2e5), .broken(below: 2.9, above: 2.1, energy: 8e5),
        .cutOff(index: 2.1, energy: 1e6),
        .sum([
            .init(amplitude: 1, spectrum: .powerLaw(index: 3.2)),
            .init(amplitude: 0.3, spectrum: .cutOff(index: 1.8, energy: 3e6)),
        ]),
    ]
    /// From hardly any absorption to black lines.
    static let points = [(6.5, 1e-4), (6.5, 4e-4), (3.0, 2e-4), (12.0, 8e-4), (1.5, 4e-4)]

    /// The largest difference, of the flux that arrives without interaction.
    static func difference(
        _ left: [SIMD3<Double>], _ right: [SIMD3<Double>], free: [Double]
    ) -> Double {
        var largest = 0.0
        for place in left.indices {
            let states = (left[place] - right[place]) / free[place]
            largest = max(largest, states.max(), -states.min())
        }
        return largest
    }

    /// The same of sums over the states.
    static func difference(_ left: ArraySlice<Double>, _ right: [Double], free: [Double]) -> Double {
        zip(zip(left, right), free).reduce(0) { max($0, abs($1.0.0 - $1.0.1) / $1.1) }
    }

    @Test("A power law in disguise is one, to rounding", arguments: SourceSpectrumTests.disguised)
    func disguised(spectrum: SourceSpectrum) throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let shape = NarrowLineShape(narrow, spectrum, index: 2.4)
        let plain = try narrow.prepared(index: 2.4)
        let bins = try GridSolverTests.cascadeBins()
        for (mass, coupling) in Self.points {
            let point = try mediator(mass, coupling)
            let free = plain.freeIntegrals(bins: bins)
            let difference = Self.difference(
                try shape.integratedFluxes(point, bins: bins), try plain.integratedFluxes(point, bins: bins),
                free: free)
            // Slopes of W by differences of fourth order in a step of 0.0035, of second order at its ends.
            #expect(difference < 1e-7, "\(mass) \(coupling)")
            let energies = SourceSpectrumTests.energies
            let single = Self.difference(
                try shape.fluxes(point, energies: energies), try plain.fluxes(point, energies: energies),
                free: plain.freeFluxes(energies: energies))
            #expect(single < 1e-7)
        }
    }

    @Test("The grid finds the same where lines are narrow", arguments: spectra)
    func grid(spectrum: SourceSpectrum) throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        var fine = Precision()
        fine.pointsPerDecade = 200
        let bins = try GridSolverTests.cascadeBins()
        for (mass, coupling) in [(6.5, 1e-4), (6.5, 4e-4), (12.0, 8e-4)] {
            let point = try mediator(mass, coupling)
            let shape = NarrowLineShape(narrow, spectrum, index: 2)
            let grid = GridShape(try GridSolver(TransportSetting(), precision: fine), spectrum, index: 2)
            let difference = Self.difference(
                try shape.integratedFluxes(point, bins: bins), try grid.integratedFluxes(point, bins: bins),
                free: shape.freeIntegrals(bins: bins))
            // 1e-3 at 50 points a decade, by their estimate a sixteenth at 200; a bend within a cell and the width at 8e-4 each
            // add as much.
            #expect(difference < 3e-4, "\(mass) \(coupling)")
        }
    }

    @Test("Sums are the sums of their parts, to rounding")
    func linear() throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let bins = try GridSolverTests.cascadeBins()
        let point = try mediator(6.5, 4e-4)
        let broken = SourceSpectrum.broken(below: 2.2, above: 2.9, energy: 2e5)
        let cut = SourceSpectrum.cutOff(index: 2.2, energy: 1e6)
        // All counted by the same power law, 2.2.
        let sum = SourceSpectrum.sum([.init(amplitude: 2, spectrum: broken), .init(amplitude: 0.5, spectrum: cut)])
        func fluxes(_ spectrum: SourceSpectrum) throws -> [SIMD3<Double>] {
            try NarrowLineShape(narrow, spectrum, index: 2.2).integratedFluxes(point, bins: bins)
        }
        let together = zip(try fluxes(broken), try fluxes(cut)).map { 2 * $0 + 0.5 * $1 }
        #expect(SourceSpectrumTests.difference(try fluxes(sum), together) < 1e-9)
    }

    @Test("A response says what solving does", arguments: spectra)
    func response(spectrum: SourceSpectrum) throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let solver = try ResponseSolver(SpectrumFamily(spectrum), narrow: narrow)
        let bins = try GridSolverTests.cascadeBins()
        let exact = NarrowLineShape(narrow, spectrum, index: 2)
        let free = exact.freeIntegrals(bins: bins)
        let wanted = bins.map { ProjectedBin(bin: $0, weights: SIMD3(0.2, 0.3, 0.5)) }
        let read = try solver.prepared(indices: [2, 3]).projected(wanted)
        for (mass, coupling) in Self.points {
            let point = try mediator(mass, coupling)
            let solved = try exact.integratedFluxes(point, bins: bins).map { ($0 * SIMD3(0.2, 0.3, 0.5)).sum() }
            var fluxes = [Double](repeating: 0, count: read.count)
            try fluxes.withUnsafeMutableBufferPointer { memory throws in try read.fill(memory, point) }
            // The same at any γ, for none of its indices follows.
            #expect(fluxes[..<bins.count] == fluxes[bins.count...])
            let difference = Self.difference(fluxes[..<bins.count], solved, free: free)
            // Of a bend within two bumps 1e-3 is missed, of which a bin averages most.
            #expect(difference < 4e-4, "\(mass) \(coupling)")
        }
    }

    @Test("A response to a power law is the table of power laws")
    func powerLaw() throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let gammas = [1.9, 2.5, 3.3]
        let family = SpectrumFamily(.broken(below: 0, above: 0, energy: 1e5), follows: [true, true])
        let bins = try GridSolverTests.cascadeBins()
        let wanted = bins.map { ProjectedBin(bin: $0, weights: SIMD3(0.5, 0.1, 0.4)) }
        let read = try ResponseSolver(family, narrow: narrow).prepared(indices: gammas).projected(wanted)
        for (mass, coupling) in Self.points {
            let point = try mediator(mass, coupling)
            var fluxes = [Double](repeating: 0, count: read.count)
            try fluxes.withUnsafeMutableBufferPointer { memory throws in try read.fill(memory, point) }
            for (number, gamma) in gammas.enumerated() {
                let plain = try narrow.prepared(index: gamma)
                let solved = try plain.integratedFluxes(point, bins: bins).map { ($0 * SIMD3(0.5, 0.1, 0.4)).sum() }
                let free = plain.freeIntegrals(bins: bins)
                let part = fluxes[number * bins.count..<(number + 1) * bins.count]
                let difference = Self.difference(part, solved, free: free)
                // The table's 3e-5, and a power of up to 0.8 between bumps.
                #expect(difference < 1e-4, "\(mass) \(coupling) \(gamma)")
            }
        }
    }

    @Test("A break is said where that of the same indices in numbers is")
    func edges() throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let family = SpectrumFamily(.broken(below: 0, above: 0.8, energy: 1e5), follows: [true, true])
        for gamma in [1.5, 2, 3.1] {
            let numbers = SpectrumFamily(.broken(below: gamma, above: gamma + 0.8, energy: 1e5))
            let edges = try ShapedSolver(family, narrow: narrow, method: nil).edges(index: gamma)
            #expect(try edges == ShapedSolver(numbers, narrow: narrow, method: nil).edges(index: 2))
        }
    }

    @Test("The flux without interaction between indices", arguments: [1.8...3.5, 2.0...2.1])
    func freeIntegrals(indices: ClosedRange<Double>) throws {
        let narrow = try NarrowLineSolver(TransportSetting())
        let family = SpectrumFamily(
            .sum([
                .init(amplitude: 1, spectrum: .cutOff(index: 0, energy: 1e5)),
                .init(amplitude: 0.3, spectrum: .powerLaw(index: 2.5)),
            ]), follows: [true, false])
        let solver = try ShapedSolver(family, narrow: narrow, method: .narrowLine)
        let bins = try GridSolverTests.cascadeBins()
        let integrals = solver.freeIntegrals(bins: bins, indices: indices)
        var values = [Double](repeating: 0, count: bins.count)
        for gamma in [indices.lowerBound, 2.05, indices.upperBound] {
            values.withUnsafeMutableBufferPointer { memory in
                if let first = memory.baseAddress { integrals.fill(first, index: gamma) }
            }
            let solved = try solver.prepared(index: gamma).freeIntegrals(bins: bins)
            // Chebyshev points of so narrow a range know it to rounding; the hardest power by which redshift is counted changes
            // from one component to the other at 2.5, where the interpolated logarithm has a kink.
            #expect(zip(values, solved).allSatisfy { abs($0 / $1 - 1) < 1e-3 })
        }
    }
}
