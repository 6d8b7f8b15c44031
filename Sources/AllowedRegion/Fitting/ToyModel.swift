import ConstraintKit
import IceCubeFit
import Physics
import RealModule
import Transport

/// What pseudo-experiments are drawn from.
public enum ToyModel: Sendable, Hashable {
    /// The best fit without a Z′.
    case withoutMediator
    /// The best point of the grid.
    case bestFit
    /// The point of the grid that is nearest in ln m and ln g′, with the A and γ that fit best there.
    case point(Mass, Coupling)
}

extension IceCubeComparison {
    /// Pseudo-experiments of a model, fitted on a grid as a map is: by narrow lines from a table, unless the scenario says
    /// which solver.
    ///
    /// Of one place of the grid χ² is kept by itself: the model's where it has a Z′, and that of the data's best fit else.
    /// - Parameters:
    ///   - space: of m, g′ and γ.
    ///   - seed: of all numbers drawn.
    ///   - spectra: of the numbers of the spectrum that have ranges, the places that each set of data is fitted at, as fractions of
    ///     these.
    /// - Throws: what the transport or the fit refuses.
    public func pseudoExperiments(
        _ space: FitSpace, _ model: ToyModel, recipe: ToyRecipe, seed: UInt64, spectra: [[Double]] = []
    ) throws -> PseudoExperiments {
        var precision = self.fit.precision
        // The model's own γ is looked for where that of the experiments is.
        if hasIndex { precision.indexRange = space.indices }
        let solver = try scanSolver(indices: space.indices, forMany: true)
        func fit(at fractions: [Double]) throws -> IceCubeFit {
            var there = solver
            if let box = universe.box, let solver = solver as? any SpectrumSolver {
                there = try solver.with(box.family.at(fractions))
            }
            return try IceCubeFit(
                dataSets: self.fit.dataSets, solver: there, treatment: self.fit.treatment, precision: precision)
        }
        let fits = try (spectra.isEmpty ? [[]] : spectra).map(fit)
        let grid = try ToyGrid(fits, space: space, crossSection: crossSection)
        func experiments(
            _ fit: IceCubeFit, _ place: Int?, _ mediator: Mediator?, _ amplitude: Double, _ gamma: Double
        ) throws -> PseudoExperiments {
            try PseudoExperiments(
                fit, on: grid, mediator: mediator, amplitude: amplitude, gamma: gamma, recipe: recipe, seed: seed,
                columns: place.map { [$0] } ?? [])
        }
        let freeSpectrum = try fit(at: freeFractions)
        let best = try experiments(freeSpectrum, nil, nil, freeFit.amplitude, freeFit.gamma).ofData().best
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        func mediator(_ place: Int) throws -> Mediator {
            let (mass, coupling) = grid.places[place]
            return self.mediator(mass: try Mass(inMeV: masses[mass]), coupling: try Coupling(couplings[coupling]))
        }
        switch model {
        case .withoutMediator:
            return try experiments(freeSpectrum, best.place, nil, freeFit.amplitude, freeFit.gamma)
        case .bestFit:
            return try experiments(
                fits[best.spectrum], best.place, best.place.map(mediator), best.amplitude, best.gamma)
        case .point(let mass, let coupling):
            func distance(_ place: Int) -> Double {
                let (column, row) = grid.places[place]
                return abs(Double.log(masses[column] / mass.inMeV)) + abs(Double.log(couplings[row] / coupling.value))
            }
            guard let place = grid.places.indices.min(by: { distance($0) < distance($1) }) else {
                throw FitError.nothingAllowed
            }
            let mediator = try mediator(place)
            let profiles = try fits.map { try $0.profile(mediator) }
            let least = profiles.indices.min { profiles[$0].chi2 < profiles[$1].chi2 } ?? 0
            let there = profiles[least]
            return try experiments(fits[least], place, mediator, there.amplitude, there.gamma)
        }
    }
}
