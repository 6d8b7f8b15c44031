import ConstraintKit
import IceCubeFit
import NumericalMethods
import RealModule
import Scenarios
import Synchronization
import Transport

/// The fit to IceCube's data at every point of a grid.
struct SpectrumMap: Sendable {
    var chi2: [Double]
    var ratio: [Double]
    var amplitude: [Double]
    var gamma: [Double?]
    var transportError: [Double]
    /// The point with the smallest χ².
    var best: Int
    var caveats: [Caveat]
}

/// Why there is no map.
public enum MapError: Error, Sendable, Hashable {
    /// The paper's ratio R needs more data points than the four parameters of the model.
    case tooFewDataPoints(Int)
}

extension IceCubeComparison {
    /// Fits every point of a grid, on all cores, a column of one mass at a time.
    func map(
        _ grid: MapGrid, progress: @Sendable (Double) -> Void = { _ in },
        shouldStop: @Sendable () -> Bool = { false }
    ) throws -> SpectrumMap {
        let solver = try scanSolver(forPoints: grid.count)
        let scan = try scan(by: solver)
        // Where solutions are made first, they take about as long as all that is read of them.
        let makesSolutions = Atomic(false)
        @Sendable func half(_ part: Double) {
            makesSolutions.store(true, ordering: .relaxed)
            progress(part / 2)
        }
        scan.prepare(count: grid.count, progress: half, shouldStop: shouldStop) { place in
            mediator(
                mass: grid.masses[place / grid.couplings.count],
                coupling: grid.couplings[place % grid.couplings.count])
        }
        let start = makesSolutions.load(ordering: .relaxed) ? 0.5 : 0
        @Sendable func rest(_ part: Double) { progress(start + (1 - start) * part) }
        let columns = try Parallel.map(grid.masses.count, progress: rest) { column throws(FitError) in
            try self.column(column, of: grid, scan: scan, shouldStop)
        }
        return try spectrumMap(grid, Array(columns.joined()), solver)
    }

    /// χ² at one mass, coupling by coupling.
    func chi2(at mass: Mass, along couplings: [Coupling]) throws -> [Double] {
        let scan = try scan(by: try scanSolver(forPoints: couplings.count))
        return try couplings.map { try scan.fit(mediator(mass: mass, coupling: $0)).chi2 }
    }

    private func scan(by solver: any TransportSolver) throws -> FitScan {
        try IceCubeFit(
            dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision
        ).scan(amplitude: amplitude, gamma: gamma)
    }

    /// A table of all spectra, or of all at the one index where that is fixed, pays from about this many points on. It is
    /// good to 4e-5 of the flux without a Z′ in a segment.
    private static let pointsThatPayForATable = 2000

    /// Where lines have width each point is a solution on grids as fine as the tolerance asks for, and a table of solutions pays sooner.
    private static let pointsThatPayForAWideTable = 200

    /// One of a spectrum without a power law is a table of all of them, and takes as long as some hundred points without.
    private static let pointsThatPayForAResponse = 200

    private func scanSolver(forPoints count: Int) throws -> any TransportSolver {
        let pays =
            switch (shape, scanChoice) {
            case (nil, .automatic): Self.pointsThatPayForAWideTable
            case (nil, _): Self.pointsThatPayForATable
            default: Self.pointsThatPayForAResponse
            }
        return try scanSolver(indices: gamma.map { $0...$0 } ?? fit.precision.indexRange, forMany: count >= pays)
    }

    /// The solver for scans.
    /// - Parameters:
    ///   - indices: the γ that will be asked for.
    ///   - forMany: whether a table of all narrow lines is made: some tenths of a second.
    func scanSolver(indices: ClosedRange<Double>, forMany: Bool) throws -> any TransportSolver {
        guard forMany else {
            // As single points have it, so that a figure of a few shows what they say.
            return try shape.map { try scanChoice.solver(narrow, spectrum: $0.value) } ?? scanChoice.solver(narrow)
        }
        if let shape { return try scanChoice.scanSolver(narrow, spectrum: shape.value) }
        guard scanChoice != .grid else { return try scanSolver(narrow) }
        return try scanChoice.scanSolver(
            indices.lowerBound < indices.upperBound
                ? SelfSimilarTable(narrow, indices: indices) : SelfSimilarTable(narrow, index: indices.lowerBound))
    }

    /// The same without a table.
    /// - Parameter narrow: narrow lines of the scenario, or of a variation.
    func scanSolver(_ narrow: NarrowLineSolver) throws -> any TransportSolver {
        guard let shape else { return try scanChoice.scanSolver(narrow) }
        return try scanChoice.solver(narrow, spectrum: shape.value)
    }

    private func column(_ column: Int, of grid: MapGrid, scan: FitScan, _ shouldStop: @Sendable () -> Bool)
        throws(FitError) -> [Fit]
    {
        var fits: [Fit] = []
        fits.reserveCapacity(grid.couplings.count)
        for coupling in grid.couplings {
            if shouldStop() { throw .stopped }
            fits.append(try scan.fit(mediator(mass: grid.masses[column], coupling: coupling)))
        }
        return fits
    }

    /// With the spectrum beside the scenario's, at a point of the grid; nil where there is none.
    func otherAnswer(at index: Int, of grid: MapGrid) throws -> OtherSpectrumAnswer? {
        let rows = grid.couplings.count
        return try otherAnswer(mass: grid.masses[index / rows], coupling: grid.couplings[index % rows])
    }

    private func spectrumMap(_ grid: MapGrid, _ fits: [Fit], _ solver: any TransportSolver) throws(FitError)
        -> SpectrumMap
    {
        var errors: [Double] = []
        errors.reserveCapacity(fits.count)
        for mass in grid.masses {
            for coupling in grid.couplings {
                errors.append(
                    solver.estimatedError(mediator(mass: mass, coupling: coupling), index: fits[errors.count].gamma))
            }
        }
        let best = fits.indices.min { fits[$0].chi2 < fits[$1].chi2 } ?? 0
        return SpectrumMap(
            chi2: fits.map(\.chi2), ratio: fits.map { fit.ratio(chi2: $0.chi2) ?? .infinity },
            amplitude: fits.map(\.amplitude), gamma: fits.map { hasIndex ? $0.gamma : nil }, transportError: errors,
            best: best,
            caveats: caveats(grid, solver, gamma: fits[best].gamma) + caveats(ofAmplitudes: fits)
                + (try caveats(ofGivenAmplitude: fits[best])))
    }

    /// The amplitude farthest from what is seen, where one is unphysical.
    private func caveats(ofAmplitudes fits: [Fit]) -> [Caveat] {
        let farthest = fits.max { Self.distance($0.amplitude) < Self.distance($1.amplitude) }
        return farthest.map { Self.caveats(ofAmplitude: $0) } ?? []
    }

    /// Of an amplitude from one, in powers of ten; without end for none.
    private static func distance(_ amplitude: Double) -> Double {
        amplitude > 0 ? abs(Double.log10(amplitude)) : .infinity
    }

    /// Every caveat of the transport grows with the coupling and falls with the mass, so the corner of the greatest coupling has them all.
    private func caveats(_ grid: MapGrid, _ solver: any TransportSolver, gamma: Double) -> [Caveat] {
        guard let mass = grid.masses.first, let coupling = grid.couplings.last else { return [] }
        return solver.caveats(mediator(mass: mass, coupling: coupling), index: gamma)
    }
}
