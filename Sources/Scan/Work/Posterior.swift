import AllowedRegion
import ConstraintKit
import Physics
import Scenarios

/// The posterior of a plan's parameters by IceCube's spectrum: exp(−χ²/2) times their priors.
public struct Posterior: Sendable {
    let parameters: [ScanParameter]
    private let likelihood: SpectrumLikelihood
    /// The bounds that take away what they exclude; nil: none does.
    private let bounds: PointBatch?
    private let variation: ScenarioVariation
    private let massPlace: Int
    private let couplingPlace: Int
    private let amplitudePlace: Int?
    private let gammaPlace: Int?
    private let indices: ClosedRange<Double>?

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - comparison: of that scenario.
    ///   - bounds: of that scenario, without IceCube's spectrum; asked where the plan says so.
    /// - Throws: ``ScanPlanError``, and what the transport or the fit refuses.
    public init(
        _ plan: ScanPlan, _ ensemble: EnsemblePlan, _ scenario: Scenario, _ comparison: IceCubeComparison,
        bounds: () throws -> PointBatch
    ) throws {
        parameters = plan.parameters
        let names = parameters.map(\.name)
        func place(_ name: String) -> Int? { names.firstIndex(of: name) }
        (massPlace, couplingPlace) = try plan.placesOfPoint
        (amplitudePlace, gammaPlace) = (place(ScanParameter.amplitude), place(ScanParameter.gamma))
        // A normal prior is cut where there are no spectra; a range that goes there is refused.
        let indices = try gammaPlace.map { place in
            let (reach, usable) = (plan.parameters[place].reach, SpectrumLikelihood.usableIndices)
            if case .normal = plan.parameters[place].distribution { return reach.clamped(to: usable) }
            guard usable.contains(reach.lowerBound), usable.contains(reach.upperBound) else {
                throw ScanPlanError.wrongValue(
                    path: "parameters.\(ScanParameter.gamma)", found: "\(reach.lowerBound) to \(reach.upperBound)",
                    expected: "values from \(usable.lowerBound) to \(usable.upperBound), of which there are spectra")
            }
            return reach
        }
        self.indices = indices
        variation = try ScenarioVariation(scenario, plan.parameters)
        let isOneUniverse = !parameters.contains(where: \.variesTheUniverse)
        likelihood = try SpectrumLikelihood(comparison, indices: indices, forMany: isOneUniverse)
        for (name, place, fixed) in [
            (ScanParameter.amplitude, amplitudePlace, likelihood.amplitude),
            (ScanParameter.gamma, gammaPlace, likelihood.gamma),
        ] {
            guard place == nil, fixed == nil else { continue }
            throw ScanPlanError.missing(
                path: "parameters.\(name)", expected: "its prior; or fix it by 'choices: {icecube.\(name): …}'")
        }
        for (name, place) in zip(variation.numbers.names, variation.placesOfNumbers) where place == nil {
            throw ScanPlanError.missing(
                path: "parameters.\(SpectrumNumbers.prefix)\(name)",
                expected: "its prior; or a number in place of the range in the spectrum of the sources")
        }
        guard ensemble.bounds == .ignored || isOneUniverse else {
            throw ScanPlanError.wrongValue(
                path: "ensemble.bounds", found: ensemble.bounds.rawValue,
                expected: "\(EnsemblePlan.Bounds.ignored.rawValue), for choices of the scenario vary")
        }
        self.bounds = ensemble.bounds == .deciding ? try bounds() : nil
    }

    /// Fills in ln of the posterior of several places, and puts each to the values that its axes stand for.
    /// - Parameters:
    ///   - places: along the axes of the parameters, one after another.
    ///   - densities: one for each; −∞ outside of the priors, and where a bound excludes.
    /// - Throws: what the bounds, the transport or the fit refuses.
    func fill(
        _ places: UnsafeMutableBufferPointer<Double>, _ densities: UnsafeMutableBufferPointer<Double>
    ) throws {
        let dimension = parameters.count
        try withUnsafeTemporaryAllocation(of: Double.self, capacity: dimension) { values in
            for number in densities.indices {
                let first = number * dimension
                var prior = 0.0
                for axis in 0..<dimension {
                    values[axis] = parameters[axis].value(onAxis: places[first + axis])
                    // A block keeps values: the place is that to which they lead back.
                    places[first + axis] = parameters[axis].axis(at: values[axis])
                    prior += parameters[axis].logPrior(of: values[axis])
                }
                densities[number] = prior > -.infinity ? prior + (try logLikelihood(values)) : -.infinity
            }
        }
        guard let bounds else { return }
        let count = densities.count
        var columns = PointColumns()
        let masses = (0..<count).map { parameters[massPlace].value(onAxis: places[$0 * dimension + massPlace]) }
        let couplings = (0..<count).map {
            parameters[couplingPlace].value(onAxis: places[$0 * dimension + couplingPlace])
        }
        try masses.withUnsafeBufferPointer { masses in
            try couplings.withUnsafeBufferPointer { couplings in
                try bounds.fill(&columns, masses: masses, couplings: couplings, cores: 1)
            }
        }
        for number in 0..<count where columns.standing[number] == .excluded { densities[number] = -.infinity }
    }

    /// χ² at values whose ln of the posterior is known.
    func chi2(_ values: [Double], logDensity: Double) -> Double {
        let prior = zip(parameters, values).reduce(0) { $0 + $1.0.logPrior(of: $1.1) }
        return -2 * (logDensity - prior)
    }

    private func logLikelihood(_ values: UnsafeMutableBufferPointer<Double>) throws -> Double {
        let (mass, coupling) = (values[massPlace], values[couplingPlace])
        let amplitude = amplitudePlace.map { values[$0] } ?? likelihood.amplitude ?? 0
        let gamma = gammaPlace.map { values[$0] } ?? likelihood.gamma ?? 0
        // Of a normal prior they may lie where nothing is.
        guard mass > 0, coupling > 0, amplitude >= 0, indices?.contains(gamma) ?? true else { return -.infinity }
        let (place, value) = (try Mass(inMeV: mass), try Coupling(coupling))
        do {
            return try -0.5
                * likelihood.chi2(
                    mass: place, coupling: value, amplitude: amplitude, gamma: gamma,
                    fractions: variation.fractions(values).compactMap(\.self)
                ) { try variation.scenario(Array(values)) }
        } catch is ChoiceError {
            // A walker may be sent where no scenario is, a negative sum of masses for instance: there the prior is nothing.
            return -.infinity
        } catch is NeutrinoMassError {
            // A sum of masses below what oscillations leave is no universe, and has no posterior.
            return -.infinity
        }
    }
}
