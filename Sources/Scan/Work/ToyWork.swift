import AllowedRegion
import ConstraintKit
import IceCubeFit
import NumericalMethods
import Scenarios

/// Pseudo-experiments of a plan, each fitted on the plan's grid.
public struct ToyWork: ScanWork {
    public let experiments: PseudoExperiments
    /// The data themselves on the same grid.
    public let data: ToyFit
    private let hasIndex: Bool
    private let spectra: SpectrumLattice

    /// - Parameter scenario: with the plan's choices.
    /// - Throws: what the transport or the fit refuses.
    public init(
        _ plan: ScanPlan, _ toys: ToyPlan, _ scenario: Scenario, _ comparison: IceCubeComparison
    ) throws {
        spectra = try SpectrumLattice(plan, scenario)
        let space = try Self.space(plan, hasIndex: comparison.hasIndex)
        let points = FitParameter.allCases.filter { $0 != .amplitude }.map { space.count(of: $0) }.reduce(1, *)
        let places = max(spectra.places.count, 1)
        guard points <= Self.greatestGrid / places else {
            throw ScanPlanError.tooMany(
                what: "points of the grid, with those of the numbers of the spectrum",
                found: points.multipliedReportingOverflow(by: places).partialValue, limit: Self.greatestGrid)
        }
        experiments = try comparison.pseudoExperiments(
            space, toys.model.ofComparison, recipe: toys.recipe, seed: plan.seed, spectra: spectra.places)
        data = experiments.ofData()
        hasIndex = comparison.hasIndex
    }

    private static func space(_ plan: ScanPlan, hasIndex: Bool) throws -> FitSpace {
        func range(_ name: String) throws -> (ClosedRange<Double>, Int)? {
            guard let parameter = plan.parameters.first(where: { $0.name == name }) else { return nil }
            let isIndex = name == ScanParameter.gamma
            if let count = parameter.count, count < FitSpace.leastCount {
                throw ScanPlanError.wrongValue(
                    path: "parameters.\(name).count", found: "\(count)",
                    expected: "\(FitSpace.leastCount) at least: the grid is that of a fit")
            }
            switch parameter.distribution {
            case .linear(let from, let to) where isIndex: return (from...to, parameter.count ?? 2)
            case .logarithmic(let from, let to) where !isIndex: return (from...to, parameter.count ?? 2)
            case .linear, .logarithmic, .normal:
                throw ScanPlanError.wrongValue(
                    path: "parameters.\(name)", found: parameter.distribution.words,
                    expected: isIndex
                        ? "from and to in equal steps: the grid of a fit has such of γ"
                        : "from and to with scale: log: the grid of a fit has equal steps of its logarithm")
            }
        }
        guard let (masses, massCount) = try range(ScanParameter.mass),
            let (couplings, couplingCount) = try range(ScanParameter.coupling)
        else { throw ScanPlanError.missing(path: "parameters", expected: "ranges of mass_MeV and coupling") }
        let gamma = try range(ScanParameter.gamma)
        guard hasIndex || gamma == nil else {
            throw ScanPlanError.wrongValue(
                path: "parameters.\(ScanParameter.gamma)", found: "a range",
                expected: "none: no index of the spectrum follows γ")
        }
        // Where γ means nothing, the fewest that a grid may have.
        let (indices, indexCount) = gamma ?? (FitSpace.ofThePaper.indices, hasIndex ? 35 : 3)
        return try FitSpace(
            masses: masses, couplings: couplings, indices: indices,
            counts: .init(mass: massCount, coupling: couplingCount, amplitude: 3, gamma: indexCount))
    }

    /// Its predictions are held in memory: 130 bytes each for sixteen segments.
    private static let greatestGrid = 20_000_000

    public var columns: [ScanColumn] {
        ([
            "chi2_without_mediator", "amplitude_without_mediator", "gamma_without_mediator", "chi2", "mass_MeV",
            "coupling", "amplitude", "gamma", "chi2_at_place",
        ] + spectra.names.map { "\($0)_without_mediator" } + spectra.names).map { ScanColumn($0) }
    }

    /// How many pass over the grid together: their data stay near while its predictions are read once.
    private static let group = 16

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let groups = (rows.count + Self.group - 1) / Self.group
        let fits = Parallel.map(groups) { number -> [ToyFit]? in
            guard !shouldStop() else { return nil }
            let first = rows.lowerBound + number * Self.group
            return experiments.fits(UInt64(first)..<UInt64(min(first + Self.group, rows.upperBound)))
        }
        guard fits.allSatisfy({ $0 != nil }) else { return nil }
        let toys = fits.compactMap(\.self).flatMap(\.self)
        let space = experiments.grid.space
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        func place(_ fit: ToyFit) -> (mass: Double, coupling: Double) {
            guard let place = fit.best.place else { return (.nan, .nan) }
            let (column, row) = experiments.grid.places[place]
            return (masses[column], couplings[row])
        }
        let values: [[Double]] = [
            toys.map { $0.withoutMediator.chi2 }, toys.map { $0.withoutMediator.amplitude },
            toys.map { hasIndex ? $0.withoutMediator.gamma : .nan }, toys.map { $0.best.chi2 },
            toys.map { place($0).mass },
            toys.map { place($0).coupling }, toys.map { $0.best.amplitude },
            toys.map { hasIndex ? $0.best.gamma : .nan },
            toys.map { $0.columns.first?.chi2 ?? .nan },
        ]
        let free = spectra.names.indices.map { number in
            toys.map { spectra.values[$0.withoutMediator.spectrum][number] }
        }
        let best = spectra.names.indices.map { number in toys.map { spectra.values[$0.best.spectrum][number] } }
        return (values + free + best).map { $0.bytes }
    }
}

extension ToyPlan.Model {
    fileprivate var ofComparison: ToyModel {
        get throws {
            switch self {
            case .withoutMediator: .withoutMediator
            case .bestFit: .bestFit
            case .point(let mass, let coupling): .point(try Mass(inMeV: mass), try Coupling(coupling))
            }
        }
    }
}
