import ConstraintKit
import CurveArchive
import IceCubeFit
import Physics
import Transport

/// A scenario made ready: its bounds built, its data read, its transport set up. Immutable, used from many threads.
public struct Analysis: Sendable {
    public let scenario: Scenario
    /// The bounds in the order of the scenario, then the alternatives.
    public let bounds: [Bound]
    public let iceCube: IceCubeComparison
    /// Digests of the documents that the bounds were made from, by stem.
    public var digests: [String: SHA256] {
        Dictionary(bounds.map { ($0.card.stem, $0.sha256) }) { first, _ in first }
    }

    /// The publications behind bounds and data.
    public var references: [Reference] { bounds.flatMap(\.card.references) + iceCube.references }

    /// - Parameters:
    ///   - scenario: the choice of bounds, conventions and data.
    ///   - catalogue: where the documents come from.
    ///   - linkedBounds: the types that documents become.
    ///   - dataSets: where the data of IceCube come from.
    ///   - overlays: documents to be added for this analysis alone; one with the stem of a bound takes its place.
    /// - Throws: ``AnalysisError``, and what a bound or the transport refuses.
    public init(
        _ scenario: Scenario, catalogue: Catalogue, linkedBounds: LinkedBounds,
        dataSets: DataSetLibrary = DataSetLibrary(), overlays: [CatalogueEntry] = []
    ) throws {
        self.scenario = scenario
        bounds = try Self.bounds(of: scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays)
        iceCube = try IceCubeComparison(scenario, dataSets: dataSets)
    }

    /// What a scenario says about a point.
    public func assessment(mass: Mass, coupling: Coupling) throws -> Assessment {
        Assessment(
            PointVerdicts(scenario, bounds, mass: mass, coupling: coupling),
            iceCube: try iceCube.answer(mass: mass, coupling: coupling))
    }

    /// The limits of all bounds at a few masses.
    public func exclusionTable(masses: [Mass]) -> ExclusionTable {
        let row = MassRow(sorting: masses)
        return ExclusionTable(
            scenario: scenario, masses: masses,
            rows: bounds.map { bound in
                bound.remember(along: row)
                return .init(bound: bound, boundaries: masses.map { bound.boundary(at: $0) })
            })
    }

    static func bounds(
        of scenario: Scenario, catalogue: Catalogue, linkedBounds: LinkedBounds, overlays: [CatalogueEntry]
    ) throws -> [Bound] {
        var roles: [(stem: String, group: String?, counts: Bool)] = scenario.bounds.map { ($0, nil, true) }
        for alternatives in scenario.alternatives {
            roles += alternatives.stems.map { ($0, alternatives.name, $0 == alternatives.counts) }
        }
        let named = Set(roles.map(\.stem))
        roles += overlays.filter { !named.contains($0.stem) }.map { ($0.stem, nil, true) }
        return try roles.map { role in
            let entry = try overlays.first { $0.stem == role.stem } ?? catalogue.entry(for: role.stem)
            return try Bound(
                entry, role: Self.role(of: entry, group: role.group, counts: role.counts), alternatives: role.group,
                conventions: scenario.conventions, silence: scenario.silenceOfBounds, linkedBounds: linkedBounds)
        }
    }

    private static func role(of entry: CatalogueEntry, group: String?, counts: Bool) -> Bound.Role {
        if !counts, let group { return .alternative(group: group) }
        return entry.document.card.kind == .observed ? .decides : .informs
    }
}

extension PointVerdicts {
    fileprivate init(_ scenario: Scenario, _ bounds: [Bound], mass: Mass, coupling: Coupling) {
        self.init(
            scenario: scenario.name, mass: mass, coupling: coupling,
            verdicts: bounds.map { $0.verdict(at: mass, coupling: coupling) })
    }

    /// What the bounds of a scenario say about a point, without its data being read or its transport set up.
    /// - Throws: ``AnalysisError``
    public init(
        _ scenario: Scenario, catalogue: Catalogue, linkedBounds: LinkedBounds, overlays: [CatalogueEntry] = [],
        mass: Mass, coupling: Coupling
    ) throws {
        let bounds = try Analysis.bounds(
            of: scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays)
        self.init(scenario, bounds, mass: mass, coupling: coupling)
    }
}

/// Why a scenario can't be made ready.
public enum AnalysisError: Error {
    /// The document of a bound could not be turned into one.
    case unusableBound(stem: String, reason: any Error)
}

extension Bound {
    init(
        _ entry: CatalogueEntry, role: Role, alternatives: String?, conventions: Conventions, silence: Silence? = nil,
        linkedBounds: LinkedBounds
    ) throws(AnalysisError) {
        let card = entry.document.card
        let source: any BoundarySource
        do {
            source = try linkedBounds.source(entry, conventions)
        } catch {
            throw .unusableBound(stem: entry.stem, reason: error)
        }
        self.init(
            card: card, role: role, alternatives: alternatives, origin: entry.origin,
            replacesBundled: entry.replacesBundled, contents: entry.contents,
            caveat: card.kineticMixing == .none && conventions.kineticMixing != .none
                ? "derived without kinetic mixing" : nil,
            silence: silence, source: source, code: entry.code)
    }
}

extension Scenario {
    /// Why no bound speaks, where the new force is not that of Lμ−Lτ: each was derived for its charges, and what it would
    /// say of others nobody has computed.
    public var silenceOfBounds: Silence? {
        neutrinos.charges.value == .muonMinusTau ? nil : .assumptionNotMade("the charges of Lμ−Lτ")
    }
}
