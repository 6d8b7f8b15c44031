import AllowedRegion
import Assessment
import ConstraintKit
import Documents
import NumericalMethods
import Scenarios

/// All that the page looks values up in, made by the program: the page compares and interpolates, and computes no physics.
public struct PageTables: Sendable {
    private let scenarios: [PageScenario]
    private let grid: MapGrid
    private let masses: MassRow
    /// Where likelihoods are tabulated.
    private let likelihoodGrid: MapGrid
    private let version: String
    private let options: PageOptions

    /// The masses at which bounds are asked: 300 steps, of 1.5 % over two decades. Between two of them edges are straight lines
    /// in log m and log g′.
    private static let mostMasses = 301

    /// - Parameters:
    ///   - scenarios: the map's own first.
    ///   - grid: the map's.
    ///   - version: of the program.
    ///   - options: the names by which the command line chooses the same.
    /// - Throws: what the range of masses refuses.
    public init(_ scenarios: [PageScenario], on grid: MapGrid, version: String, options: PageOptions) throws {
        (self.scenarios, self.grid, self.version, self.options) = (scenarios, grid, version, options)
        let count = min(Self.mostMasses, 8 * grid.masses.count + 1)
        let range = grid.masses[0].inMeV...grid.masses[grid.masses.count - 1].inMeV
        masses = try MassRow(MapGrid.masses(in: range, count: count))
        likelihoodGrid = try PageLikelihood.grid(of: grid)
    }

    /// The tables, for the page's script.
    var json: JSONValue {
        [
            "version": .text(version), "options": options.json, "massSteps": .integer(masses.count - 1),
            "masses": .array([.number(masses[0].inMeV), .number(masses[masses.count - 1].inMeV)]),
            "couplings": .array([
                .number(grid.couplings[0].value), .number(grid.couplings[grid.couplings.count - 1].value),
            ]),
            "likelihoods": [
                "columns": .integer(likelihoodGrid.masses.count), "rows": .integer(likelihoodGrid.couplings.count),
                "threshold": .number(LikelihoodBest.threshold), "level": .number(LikelihoodBest.confidenceLevel),
            ],
            "scenarios": .array(scenarios.map(json)),
        ]
    }

    private func json(_ scenario: PageScenario) -> JSONValue {
        let base = scenario.boundSet.mapped(along: masses)
        let rows = base.map(PageRow.json)
        var known: [String: JSONValue] = [:]
        for (mapped, row) in zip(base, rows) { known[mapped.bound.card.stem] = row }
        let bounds = Parallel.map(base.count) { number in
            let bound = base[number].bound
            return PageBound(bound, in: scenario.boundSet.scenario).json(
                rows[number], along: masses, likelihood: PageLikelihood(bound, on: likelihoodGrid))
        }
        // Plugins would each be asked in a child for every point.
        let hasLikelihoods = !base.contains { $0.bound.isPlugin && $0.bound.role == .decides }
        return [
            "hasLikelihoods": .boolean(hasLikelihoods), "name": .shown(scenario.boundSet.scenario.name),
            "summary": .shown(scenario.boundSet.scenario.summary),
            "arguments": .texts(scenario.arguments),
            "combination": .text(scenario.boundSet.scenario.combination.rawValue),
            "differenceGroup": scenario.differenceGroup.map { .shown($0) } ?? .null,
            "level": .number(scenario.boundSet.scenario.conventions.confidenceLevel),
            "neff": .number(scenario.boundSet.scenario.conventions.greatestNeff),
            "bounds": .array(bounds), "variants": .array(scenario.variants.map { json($0, known) }),
            "fits": .array(scenario.fits.map(json)), "spectrum": scenario.spectrum?.json ?? .null,
        ]
    }

    /// Of a variant what differs from the scenario.
    private func json(_ variant: PageVariant, _ known: [String: JSONValue]) -> JSONValue {
        let bounds = variant.boundSet.mapped(along: masses).compactMap { mapped -> JSONValue? in
            let row = PageRow.json(mapped)
            guard known[mapped.bound.card.stem] != row else { return nil }
            return PageBound(mapped.bound, in: variant.boundSet.scenario).json(row, along: masses)
        }
        return [
            "control": .text(variant.control.rawValue), "value": .number(variant.value),
            "level": .number(variant.level), "bounds": .array(bounds),
        ]
    }

    private func json(_ fit: PageFit) -> JSONValue {
        let grid = fit.grid
        var members: [JSONValue.Member] = [
            .init("treatment", .text(fit.treatment.rawValue)), .init("arguments", .texts(fit.arguments)),
            .init("columns", .integer(grid.grid.masses.count)), .init("rows", .integer(grid.grid.couplings.count)),
            .init("without", .number(grid.chi2WithoutMediator)), .init("free", .number(grid.chi2OfFreeFit)),
            .init("better", .number(grid.chi2AsGoodAsFreeFit)), .init("ratio", .number(grid.ratioPerChi2)),
            .init("chi2", PackedNumbers.text(grid.chi2)),
        ]
        switch fit.treatment {
        case .fixed:
            members.append(.init("amplitude", .number(grid.amplitude.first)))
            members.append(.init("gamma", .number(grid.gamma.first ?? nil)))
        case .profiled:
            members.append(.init("amplitude", PackedNumbers.text(grid.amplitude)))
            members.append(.init("gamma", PackedNumbers.text(grid.gamma.map { $0 ?? .nan })))
        }
        return .object(members)
    }
}
