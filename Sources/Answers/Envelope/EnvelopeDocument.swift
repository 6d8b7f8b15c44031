import Assessment
import ConstraintKit
import CurveFormats
import Scenarios

extension Document {
    /// What a scenario excludes at some masses, as a bound among others.
    ///
    /// It names no confidence level, for limits that are made one have none together, and so informs where it is laid over an
    /// answer, unless it is made to count.
    ///
    /// - Parameters:
    ///   - answers: at rising masses.
    ///   - hasSteps: whether masses on both sides of each step are among them, as ``BoundSet/addingSteps(to:)`` adds them.
    ///   - boundSet: whose answers they are.
    ///   - version: of the program.
    /// - Throws: ``CurveError`` where a coupling is none that a document can hold, ``MassRowError`` where masses do not rise.
    public init(envelope answers: [AllowedCouplings], hasSteps: Bool, of boundSet: BoundSet, version: String) throws {
        let scenario = boundSet.scenario
        let deciding = boundSet.bounds.filter { $0.role == .decides }
        var references: [Reference] = []
        for reference in deciding.flatMap(\.card.references) where !references.contains(reference) {
            references.append(reference)
        }
        let ofSteps = hasSteps ? ", on both sides of the steps found between," : ""
        var card = Card(
            stem: String("envelope-\(stemOfTitle(scenario.name) ?? "scenario")".prefix(64)),
            title: "All bounds of “\(scenario.name)”",
            summary: "Couplings that the scenario “\(scenario.name)” excludes by \(Self.way(scenario.combination)).",
            kind: .observed, confidenceLevel: .notStated, kineticMixing: scenario.conventions.kineticMixing,
            references: references, method: .computed,
            methodNote:
                "evaluated by \(version) at \(answers.count) masses\(ofSteps) with lines straight in log m and log g′ between",
            status: .unvalidated)
        card.assumptions = ["made from \(deciding.map(\.card.stem).joined(separator: ", "))"]
        if scenario.neutrinos.charges.value != .muonMinusTau { card.assumptions.append("other charges than Lμ−Lτ") }
        try self.init(
            card, at: MassRow(answers.map(\.mass)),
            covering: [(card.kind.rawValue, answers.map(\.excluded))])
    }

    private static func way(_ combination: Combination) -> String {
        switch combination {
        case .union: "the union of its bounds, which has no confidence level of its own"
        case .mostSensitive: "the most sensitive of its bounds at each mass"
        case .likelihood: "the product of approximate likelihoods, IceCube's among them"
        }
    }

    /// What a bound of a scenario excludes or prefers at some masses, to all its digits, as a curve in its own place.
    ///
    /// - Parameters:
    ///   - boundaries: what it says at each mass; nil where it failed.
    ///   - scenario: under whose conventions.
    ///   - version: of the program.
    /// - Throws: ``CurveError`` where a coupling is none that a document can hold.
    public init(
        _ bound: Bound, _ boundaries: [Boundary?], at masses: MassRow, in scenario: Scenario, version: String
    ) throws(CurveError) {
        var card = bound.card
        // A curve is taken in place of the computation only where it does not call itself one.
        if card.method == .computed { card.method = .reconstructed }
        // In the words of documents, which know no conversion.
        if case .converted(let level) = card.confidenceLevel { card.confidenceLevel = .inferred(level) }
        let evaluated = "evaluated by \(version) at \(masses.count) masses in the scenario “\(scenario.name)”"
        card.methodNote = [card.methodNote, evaluated].compactMap(\.self).joined(separator: "; ")
        var covering: [(name: String, intervals: [CouplingIntervals])] = []
        let excluded = boundaries.map { boundary -> CouplingIntervals in
            if case .excludes(let intervals)? = boundary { intervals } else { .init() }
        }
        if excluded.contains(where: { !$0.isEmpty }) { covering.append((card.kind.rawValue, excluded)) }
        covering += Self.bands(boundaries, card.kind)
        try self.init(card, at: masses, covering: covering)
    }

    /// Preferred bands, those of as many standard deviations together.
    private static func bands(
        _ boundaries: [Boundary?], _ kind: Kind
    ) -> [(name: String, intervals: [CouplingIntervals])] {
        let preferred = boundaries.map { boundary -> [PreferredInterval] in
            if case .prefers(let bands)? = boundary { bands } else { [] }
        }
        let widths = Set(preferred.joined().map(\.deviations)).sorted { ($0 ?? 0) < ($1 ?? 0) }
        return widths.enumerated().map { number, width in
            (
                widths.count > 1 ? "\(kind.rawValue)_\(number + 1)" : kind.rawValue,
                preferred.map { bands in
                    CouplingIntervals(union: bands.filter { $0.deviations == width }.map(\.couplings))
                }
            )
        }
    }
}
