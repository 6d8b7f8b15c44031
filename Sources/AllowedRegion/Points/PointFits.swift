import ConstraintKit
import IceCubeFit
import Physics
import Transport

/// The fit to IceCube's data made ready for many points: what all of them share is done once.
///
/// Narrow lines are read from a table, good to 4e-5 of the flux without a Z′ in a segment; wider ones take the grid as single
/// points do, made ready once.
struct PointFits: Sendable {
    private enum Way: Sendable {
        /// At the index that is fixed: no memory is taken for a point.
        case fixedIndex(PreparedFit)
        case scan(FitScan)
    }

    private let comparison: IceCubeComparison
    private let way: Way

    /// - Throws: what the transport or the fit refuses.
    init(_ comparison: IceCubeComparison) throws {
        self.comparison = comparison
        let fit = try comparison.tabulatedFit()
        way =
            try comparison.gamma.map { .fixedIndex(try fit.prepared(index: $0)) }
            ?? .scan(fit.scan(amplitude: comparison.amplitude, gamma: nil))
    }

    /// Does on all cores what many points share.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - shouldStop: asked from time to time, from any thread.
    func prepare(
        masses: UnsafeBufferPointer<Double>, couplings: UnsafeBufferPointer<Double>,
        shouldStop: @Sendable () -> Bool
    ) {
        func mediator(_ place: Int) -> Mediator? {
            do {
                return comparison.mediator(
                    mass: try Mass(inMeV: masses[place]), coupling: try Coupling(couplings[place]))
            } catch { return nil }
        }
        switch way {
        case .fixedIndex(let fit): fit.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        case .scan(let scan): scan.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        }
    }

    /// Writes the fit at a point.
    /// - Throws: ``FitError``
    func fit(mass: Mass, coupling: Coupling, into places: FitPlaces, at place: Int) throws {
        let mediator = comparison.mediator(mass: mass, coupling: coupling)
        let best: (chi2: Double, amplitude: Double, gamma: Double)
        switch way {
        case .fixedIndex(let prepared):
            if let amplitude = comparison.amplitude {
                best = (try prepared.chi2(mediator, amplitude: amplitude), amplitude, prepared.gamma)
            } else {
                let profile = try prepared.profile(mediator)
                best = (profile.chi2, profile.amplitude, prepared.gamma)
            }
        case .scan(let scan):
            let fit = try scan.fit(mediator)
            best = (fit.chi2, fit.amplitude, fit.gamma)
        }
        places.write(
            chi2: best.chi2, amplitude: best.amplitude, gamma: comparison.hasIndex ? best.gamma : .nan, comparison.fit,
            withoutMediator: comparison.withoutMediator.chi2, at: place)
    }
}

extension IceCubeComparison {
    /// The fit with narrow lines from a table, at the index that is fixed or over the range that is profiled. There is none for
    /// the grid.
    fileprivate func tabulatedFit() throws -> IceCubeFit {
        guard pointChoice != .grid else { return fit }
        let solver: any TransportSolver
        if let shape {
            solver = try pointChoice.scanSolver(narrow, spectrum: shape.value)
        } else {
            let table =
                try gamma.map { try SelfSimilarTable(narrow, index: $0) }
                ?? SelfSimilarTable(narrow, indices: fit.precision.indexRange)
            solver =
                pointChoice == .narrowLine ? table : try AutomaticSolver(narrow: table, precision: narrow.precision)
        }
        return try IceCubeFit(
            dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
    }
}
