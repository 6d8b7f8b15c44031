import AllowedRegion
import CurveArchive
import Documents
import Scenarios

/// The answer of `map` in the terminal: what was found, and where the files are.
public struct MapReport: Sendable {
    private let map: RegionMap
    private let missing: MissingBounds

    /// - Parameter missing: the bounds that take no part because they are not at hand.
    public init(_ map: RegionMap, missing: MissingBounds = .none) {
        self.map = map
        self.missing = missing
    }

    /// - Parameter written: the files; nil: there are none.
    public func text(written: WrittenFiles?) -> String {
        let lines =
            findings + Wording.sentences(map.spectrumValues) + (map.combinations.map(CombinationWording.lines) ?? [])
        let failures = map.bounds.compactMap(Wording.failure)
        let caveats = map.caveats.isEmpty ? [] : ["Somewhere on the grid:"] + map.caveats.map(Wording.sentence)
        let bounds = map.bounds.map(\.bound)
        let own = ConditionNotes(map).sentencesOfCurves + OwnDocuments(bounds).sentences
        let remarks = Wording.remarks(provisionalData: map.provisionalData, other: map.other)
        let silent = SilentBounds(map).sentences.map { $0 + "." }
        let absent = MissingWording.sentences(missing, on: map)
        let files = written.map { [$0.sentence] } ?? []
        return (lines + remarks + failures + silent + absent + caveats + own + files)
            .map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private var findings: [String] {
        let best = map.bestPoint
        return [
            "Scenario \(map.scenario.name), \(map.grid.masses.count) × \(map.grid.couplings.count) points.",
            Self.heading(of: map) + Self.line(map.allowed),
            "R < 1 (paper)                   " + Self.line(map.preferredByIceCube),
            "both                            " + Self.line(map.allowedAndPreferred),
            "better than the best fit without Z′, per degree of freedom  "
                + Self.line(map.betterThanFreeFit),
            "least χ² on the grid            \(NumberText.fixed(map.chi2[map.best], decimals: 3)) at "
                + "m = \(NumberText.short(best.mass.inMeV)) MeV, g′ = \(NumberText.short(best.coupling.value)), "
                + "which is \(map.standings[map.best].rawValue); without a Z′ "
                + NumberText.fixed(map.chi2WithoutMediator, decimals: 3) + ", at the best fit without "
                + NumberText.fixed(map.chi2OfFreeFit, decimals: 3),
        ]
    }

    /// Of what is allowed, with the way to combine the bounds where it is not their union.
    private static func heading(of map: RegionMap) -> String {
        switch map.scenario.combination {
        case .union: "allowed by the bounds           "
        case .mostSensitive: "allowed by the most sensitive   "
        case .likelihood: "allowed by the likelihoods      "
        }
    }

    private static func line(_ region: PlaneRegion) -> String {
        guard let masses = region.massRange, let couplings = region.couplingRange else { return "empty" }
        return "\(NumberText.fixed(region.area, decimals: 3)) dex²: m \(NumberText.short(masses.lowerBound))–"
            + "\(NumberText.short(masses.upperBound)) MeV, g′ \(NumberText.short(couplings.lowerBound))–"
            + NumberText.short(couplings.upperBound)
    }
}
