import AllowedRegion
import Documents
import Scenarios

/// The answer of `map` in the terminal: what was found, and where the files are.
public struct MapReport: Sendable {
    private let map: RegionMap

    public init(_ map: RegionMap) { self.map = map }

    /// - Parameters:
    ///   - directory: where the files were put.
    ///   - names: of the files.
    public func text(directory: String, names: [String]) -> String {
        let best = map.bestPoint
        let lines =
            [
                "Scenario \(map.scenario.name), \(map.grid.masses.count) × \(map.grid.couplings.count) points.",
                "allowed by the bounds           " + Self.line(map.allowed),
                "preferred by IceCube (R < 1)    " + Self.line(map.preferredByIceCube),
                "both                            " + Self.line(map.allowedAndPreferred),
                "least χ² on the grid            \(NumberText.fixed(map.chi2[map.best], decimals: 3)) at "
                    + "m = \(NumberText.short(best.mass.inMeV)) MeV, g′ = \(NumberText.short(best.coupling.value)), "
                    + "which is \(map.standings[map.best].rawValue); without a Z′ "
                    + NumberText.fixed(map.chi2WithoutMediator, decimals: 3),
            ] + (map.combinations.map(CombinationWording.lines) ?? [])
        let failures = map.bounds.compactMap(Wording.failure)
        let caveats = map.caveats.isEmpty ? [] : ["Somewhere on the grid:"] + map.caveats.map(Wording.sentence)
        let own = OwnDocuments(map.bounds.map(\.bound)).sentences
        return
            (lines + failures + SilentBounds(map).sentences.map { $0 + "." } + caveats + own + [
                "Files in \(directory): " + names.joined(separator: ", ")
            ])
            .map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private static func line(_ region: PlaneRegion) -> String {
        guard let masses = region.massRange, let couplings = region.couplingRange else { return "empty" }
        return "\(NumberText.fixed(region.area, decimals: 3)) dex²: m \(NumberText.short(masses.lowerBound))–"
            + "\(NumberText.short(masses.upperBound)) MeV, g′ \(NumberText.short(couplings.lowerBound))–"
            + NumberText.short(couplings.upperBound)
    }
}
