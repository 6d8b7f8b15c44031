import ConstraintKit
import CurveArchive
import Files
import Scenarios

/// All bounds of a scenario, ready to be asked. Immutable, used from many threads.
public struct BoundSet: Sendable {
    public let scenario: Scenario
    /// In the order of the scenario, then the alternatives.
    public let bounds: [Bound]

    /// What they were made from.
    public var inputs: RunInputs {
        var inputs = RunInputs(files: scenario.filesRead)
        for bound in bounds where inputs.documents[bound.card.stem] == nil {
            inputs.documents[bound.card.stem] = bound.sha256
            inputs.code[bound.card.stem] = bound.code?.sha256
        }
        return inputs
    }

    /// The publications behind them.
    public var references: [Reference] { bounds.flatMap(\.card.references) }

    /// - Parameters:
    ///   - scenario: the choice of bounds and conventions.
    ///   - catalogue: where the documents come from.
    ///   - linkedBounds: the types that documents become.
    ///   - overlays: documents to be added for this answer alone; one with the stem of a bound takes its place.
    ///   - decidingAlone: whether bounds that do not decide are left out.
    ///   - wanted: the stems of those that are not left out; nil: all.
    /// - Throws: ``AnalysisError``, and what the catalogue refuses.
    public init(
        _ scenario: Scenario, catalogue: Catalogue, linkedBounds: LinkedBounds, overlays: [CatalogueEntry] = [],
        decidingAlone: Bool = false, wanted stems: Set<String>? = nil
    ) throws {
        var roles: [(stem: String, group: String?, counts: Bool)] = scenario.bounds.map { ($0, nil, true) }
        for alternatives in scenario.alternatives {
            roles += alternatives.stems.map { ($0, alternatives.name, $0 == alternatives.counts) }
        }
        let named = Set(roles.map(\.stem))
        roles += overlays.filter { !named.contains($0.stem) }.map { ($0.stem, nil, true) }
        self.scenario = scenario
        let conventions = try scenario.conventionsOfBounds
        bounds = try roles.compactMap { wanted in
            guard stems?.contains(wanted.stem) != false else { return nil }
            let entry = try overlays.first { $0.stem == wanted.stem } ?? catalogue.entry(for: wanted.stem)
            let role = Self.role(in: scenario, of: entry, group: wanted.group, counts: wanted.counts)
            guard !decidingAlone || role == .decides else { return nil }
            return try Bound(
                entry, role: role, alternatives: wanted.group,
                conventions: conventions, countsByChoice: scenario.decides.contains(entry.stem),
                linkedBounds: linkedBounds)
        }
    }

    /// An observed limit decides where its card names the publication of its curve and a confidence level, or where the
    /// scenario lets it; what the user gives as numbers is a choice of its own.
    private static func role(
        in scenario: Scenario, of entry: CatalogueEntry, group: String?, counts: Bool
    ) -> Bound.Role {
        let card = entry.document.card
        if !counts, let group { return .alternative(group: group) }
        guard card.kind == .observed else { return .informs }
        let mayDecide =
            card.lacksToDecide.isEmpty || entry.origin == .given || scenario.decides.contains(entry.stem)
        return mayDecide ? .decides : .informs
    }

    /// Whether the scenario grants a largest N_eff that none of the bounds takes. A plugin's code may take it.
    public var ignoresGreatestNeff: Bool {
        scenario.conventions.greatestNeff != nil
            && !bounds.contains { $0.isPlugin || $0.constraint.neutrinoNumberBound?.computesNeff == true }
    }

    /// The stems of the bounds that compute N_eff, and move with the largest that is granted.
    public var computedNeff: [String] {
        bounds.filter { $0.constraint.neutrinoNumberBound?.computesNeff == true }.map(\.card.stem)
    }

    /// What they say about a point.
    public func verdicts(mass: Mass, coupling: Coupling) -> PointVerdicts {
        PointVerdicts(
            scenario: scenario.name, mass: mass, coupling: coupling,
            verdicts: bounds.map { $0.verdict(at: mass, coupling: coupling) }, ownBounds: scenario.ownBounds)
    }

    /// Their limits at a few masses.
    public func exclusionTable(masses: [Mass]) -> ExclusionTable {
        let row = MassRow(sorting: masses)
        return ExclusionTable(
            scenario: scenario, masses: masses,
            rows: bounds.map { bound in
                bound.remember(along: row)
                return .init(bound: bound, boundaries: masses.map { bound.statedBoundary(at: $0) })
            })
    }
}
