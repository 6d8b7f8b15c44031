import ConstraintKit
import IceCubeFit
import NumericalMethods
import Physics
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
    /// The numbers of the spectrum that have ranges, at that point.
    var spectrumValues: [SpectrumValue]
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
        let fits = try mapFits(by: solver)
        // Where solutions are made first, they take about as long as all that is read of them.
        let makesSolutions = Atomic(false)
        @Sendable func half(_ part: Double) {
            makesSolutions.store(true, ordering: .relaxed)
            progress(part / 2)
        }
        if case .scan(let scan) = fits {
            scan.prepare(count: grid.count, progress: half, shouldStop: shouldStop) { place in
                mediator(
                    mass: grid.masses[place / grid.couplings.count],
                    coupling: grid.couplings[place % grid.couplings.count])
            }
        }
        let start = makesSolutions.load(ordering: .relaxed) ? 0.5 : 0
        @Sendable func rest(_ part: Double) { progress(start + (1 - start) * part) }
        let columns = try Parallel.map(grid.masses.count, progress: rest) { column in
            try self.column(column, of: grid, fits, shouldStop)
        }
        return try spectrumMap(grid, Array(columns.joined()), solver)
    }

    /// χ² at one mass, coupling by coupling.
    func chi2(at mass: Mass, along couplings: [Coupling]) throws -> [Double] {
        let fits = try mapFits(by: try scanSolver(forPoints: couplings.count))
        return try couplings.map { try self.best(mediator(mass: mass, coupling: $0), fits).fit.chi2 }
    }

    /// What fits the points of a map.
    private enum MapFits: Sendable {
        case scan(FitScan)
        /// Over the ranges of the spectrum.
        case ranges(RangedFits)
    }

    private func mapFits(by solver: any TransportSolver) throws -> MapFits {
        if let solver = solver as? any SpectrumSolver,
            let fits = RangedFits(universe, solver, along: gamma.map { $0...$0 } ?? fit.precision.indexRange)
        {
            return .ranges(fits)
        }
        let fit = try IceCubeFit(
            dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
        return .scan(try fit.scan(amplitude: amplitude, gamma: gamma))
    }

    private func best(_ mediator: Mediator, _ fits: MapFits) throws -> SpectrumScan.Best {
        switch fits {
        case .scan(let scan): SpectrumScan.Best(fractions: [], fit: try scan.fit(mediator))
        case .ranges(let ranged): try ranged.best(mediator, FitGiven(amplitude: amplitude, gamma: gamma))
        }
    }

    private func column(
        _ column: Int, of grid: MapGrid, _ fits: MapFits, _ shouldStop: @Sendable () -> Bool
    ) throws -> [SpectrumScan.Best] {
        var bests: [SpectrumScan.Best] = []
        bests.reserveCapacity(grid.couplings.count)
        for coupling in grid.couplings {
            if shouldStop() { throw FitError.stopped }
            bests.append(try best(mediator(mass: grid.masses[column], coupling: coupling), fits))
        }
        return bests
    }

    /// With the spectrum beside the scenario's, at a point of the grid; nil where there is none.
    func otherAnswer(at index: Int, of grid: MapGrid) throws -> OtherSpectrumAnswer? {
        let rows = grid.couplings.count
        return try otherAnswer(mass: grid.masses[index / rows], coupling: grid.couplings[index % rows])
    }

    private func spectrumMap(
        _ grid: MapGrid, _ bests: [SpectrumScan.Best], _ solver: any TransportSolver
    ) throws -> SpectrumMap {
        let fits = bests.map(\.fit)
        var errors: [Double] = []
        errors.reserveCapacity(fits.count)
        for mass in grid.masses {
            for coupling in grid.couplings {
                errors.append(
                    solver.estimatedError(mediator(mass: mass, coupling: coupling), index: fits[errors.count].gamma))
            }
        }
        let best = fits.indices.min { fits[$0].chi2 < fits[$1].chi2 } ?? 0
        let fractions = bests[best].fractions
        // Of the spectrum that fits best there.
        let there = universe.box == nil ? self : try at(fractions)
        let bent =
            try universe.box.flatMap { box in
                try (solver as? any SpectrumSolver)?.with(box.family.at(fractions))
            } ?? solver
        return SpectrumMap(
            chi2: fits.map(\.chi2), ratio: fits.map { fit.ratio(chi2: $0.chi2) ?? .infinity },
            amplitude: fits.map(\.amplitude), gamma: fits.map { hasIndex ? $0.gamma : nil }, transportError: errors,
            best: best,
            caveats: caveats(grid, bent, gamma: fits[best].gamma) + caveats(ofAmplitudes: fits)
                + (try there.caveats(ofGivenAmplitude: fits[best])),
            spectrumValues: universe.box?.family.values(at: fractions) ?? [])
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
