import Answers
import Assessment
import ConstraintKit
import CurveArchive
import Physics
import Scenarios

/// What the bounds of a scenario become under the controls of the page.
struct PageVariants {
    let ingredients: Ingredients
    let boundSet: BoundSet
    let overlays: [CatalogueEntry]

    /// Confidence levels that are offered.
    private static let levels = [0.68, 0.9, 0.95, 0.99]
    /// Largest numbers of neutrinos, near enough to one another for a straight line of the logarithms between them.
    private static let greatestNeff = [3.06, 3.1, 3.15, 3.2, 3.3, 3.4, 3.5, 3.75, 4]
    /// The limits go as a power of the number, which a straight line of logarithms is.
    private static let muonsOnTarget = [1e10, 1e13]
    /// σ of the difference with Δa = 0, whose limits give g′² for a shift: any would do.
    private static let difference = "0±1e-9"

    private var scenario: Scenario { boundSet.scenario }

    /// The group that a stated difference joins; nil where the scenario has none of it.
    var differenceGroup: String? {
        let declared = DeclaredAlternatives(in: ingredients.catalogue, given: [])
        let members = Set(declared.members(of: AlternativeChoice.gMinus2).map(\.stem))
        return scenario.alternatives.first { !members.isDisjoint(with: $0.stems) }?.name
    }

    /// Each level by itself, and the others at each level.
    var all: [PageVariant] {
        get throws {
            let levels: [Double?] = [scenario.conventions.confidenceLevel] + Self.levels.map { $0 }
            var variants: [PageVariant] = []
            for (position, level) in levels.enumerated() {
                // A level that is asked for stands for all: `nil` is each bound at its own.
                let asked = position == 0 ? nil : level
                var scenario = scenario
                scenario.conventions.confidenceLevel = level
                if let asked { variants.append(.init(.level, asked, level: asked, try levelled(scenario))) }
                variants += try muons(scenario, asked) + difference(scenario, asked)
            }
            return try variants + neff()
        }
    }

    private func bounds(_ scenario: Scenario, _ overlays: [CatalogueEntry]) throws -> BoundSet {
        try BoundSet(
            scenario, catalogue: ingredients.catalogue, linkedBounds: ingredients.linkedBounds, overlays: overlays)
    }

    /// Those that may go with the confidence level. Plugins would each be asked in a child for every mass again: they stay as
    /// they are.
    private func levelled(_ scenario: Scenario) throws -> BoundSet {
        let others = Set(boundSet.bounds.filter { $0.isPlugin || !$0.mayFollowLevel }.map(\.card.stem))
        var scenario = scenario
        scenario.leaveOut(others)
        return try bounds(scenario, overlays.filter { !others.contains($0.stem) })
    }

    /// These bounds alone.
    private func only(_ entries: [CatalogueEntry], _ scenario: Scenario) throws -> BoundSet {
        var scenario = scenario
        (scenario.bounds, scenario.alternatives, scenario.decides) = (entries.map(\.stem), [], [])
        return try bounds(scenario, entries)
    }

    private func documents(_ scenario: Scenario) -> GivenDocuments {
        GivenDocuments(catalogue: ingredients.catalogue, linkedBounds: ingredients.linkedBounds, run: nil)
    }

    private func muons(_ scenario: Scenario, _ level: Double?) throws -> [PageVariant] {
        guard !ingredients.catalogue.stems(scaledBy: .muonsOnTarget).isEmpty else { return [] }
        return try Self.muonsOnTarget.map { number in
            var scenario = scenario
            scenario.muonsOnTarget = number
            let maker = documents(scenario)
            let taken = Set(try maker.projections(in: scenario))
            let entries = try maker.scaled(in: scenario).filter { taken.contains($0.stem) }
            return PageVariant(.muons, number, level: level, try only(entries, scenario))
        }
    }

    private func difference(_ scenario: Scenario, _ level: Double?) throws -> [PageVariant] {
        guard differenceGroup != nil, let stated = StatedDifference(Self.difference) else { return [] }
        var scenario = scenario
        scenario.gMinus2Difference = stated
        let entries = try documents(scenario).difference(in: scenario, [])
        return [PageVariant(.difference, stated.sigma, level: level, try only(entries, scenario))]
    }

    /// Only bounds that compute N_eff move with it.
    private func neff() throws -> [PageVariant] {
        let computed = boundSet.computedNeff
        guard !computed.isEmpty else { return [] }
        return try Self.greatestNeff.map { value in
            var scenario = scenario
            scenario.conventions.greatestNeff = value
            scenario.bounds.removeAll { !computed.contains($0) }
            scenario.alternatives = []
            scenario.decides.removeAll { !computed.contains($0) }
            return PageVariant(.neff, value, try bounds(scenario, overlays.filter { computed.contains($0.stem) }))
        }
    }
}
