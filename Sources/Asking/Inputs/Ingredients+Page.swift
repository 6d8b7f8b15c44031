import AllowedRegion
import Answers
import Assessment
import ConstraintKit
import CurveArchive
import IceCubeFit
import Physics
import Scenarios

extension Ingredients {
    /// What one can play with in the page of a map; nil, with a warning, where the library for it is not installed or its
    /// tables can't be made, which costs the map nothing else.
    package func pagePlay(_ map: RegionMap, _ analysis: Analysis, _ request: ScenarioRequest) -> PagePlay? {
        guard let library = GraphicsLibrary.installed() else {
            Console.warn(
                "map.html has the figure alone, and nothing to play with: that needs d3, of the package \(GraphicsLibrary.package)"
            )
            return nil
        }
        do {
            let scenarios = try pageScenarios(map, analysis, request)
            let options = PageOptions(
                without: "--without", alternative: "--alternative", difference: "--g-minus-2",
                muons: "--muons-on-target", neff: "--neff-max", level: "--cl", combination: "--combination")
            let tables = try PageTables(
                scenarios, on: map.grid, version: ProgramVersion.text, options: options)
            return PagePlay(tables, library: library)
        } catch {
            let reason = ErrorReport(of: error)?.message ?? "\(error)"
            Console.warn("map.html has the figure alone, and nothing to play with: \(reason)")
            return nil
        }
    }

    /// What the page of a map is to have: the scenario of the map, the other shipped ones, and what its controls make of them.
    ///
    /// A scenario that can't be evaluated costs itself alone.
    private func pageScenarios(
        _ map: RegionMap, _ analysis: Analysis, _ request: ScenarioRequest
    ) throws -> [PageScenario] {
        let isShipped = Scenario.shippedNames.contains(map.scenario.name) && request.overlays.isEmpty
        let own = ["--scenario", isShipped ? map.scenario.name : "summary.json"]
        let first = try pageScenario(
            analysis.boundSet, analysis.iceCube, request.overlays, arguments: own,
            treating: FitGrid(analysis.iceCube, as: map), on: map.grid)
        let others = try elsewhere(than: map.scenario.name, map.scenario, request).compactMap {
            boundSet -> PageScenario? in
            do {
                let iceCube = try IceCubeComparison(boundSet.scenario)
                return try pageScenario(
                    boundSet, iceCube, request.overlays.filter(\.origin.isOverlay),
                    arguments: ["--scenario", boundSet.scenario.name], treating: nil, on: map.grid)
            } catch {
                let reason = ErrorReport(of: error)?.message ?? "\(error)"
                Console.warn("the scenario '\(boundSet.scenario.name)' is not in the page: \(reason)")
                return nil
            }
        }
        return [first] + others
    }

    private func pageScenario(
        _ boundSet: BoundSet, _ iceCube: IceCubeComparison, _ overlays: [CatalogueEntry], arguments: [String],
        treating fit: FitGrid?, on grid: MapGrid
    ) throws -> PageScenario {
        let maker = PageVariants(ingredients: self, boundSet: boundSet, overlays: overlays)
        let fits = try PageFits(boundSet.scenario, iceCube, on: grid).all(beside: fit)
        return PageScenario(
            arguments: arguments, boundSet: boundSet, variants: try maker.all, fits: fits,
            spectrum: try spectrum(iceCube, fits.map(\.grid), on: grid), differenceGroup: maker.differenceGroup)
    }

    /// At all the indices that the fits have, over the energies of the data and a little beyond.
    private func spectrum(_ iceCube: IceCubeComparison, _ fits: [FitGrid], on grid: MapGrid) throws -> PageSpectrum? {
        let gammas = fits.flatMap { $0.gamma.compactMap(\.self) }
        let dataSets = iceCube.fit.dataSets
        guard let least = gammas.min(), let greatest = gammas.max(),
            let lowest = dataSets.flatMap(\.defaultSegments).map(\.lowerEdge).min()
        else { return nil }
        return try SpectrumShapes(iceCube, on: grid, gammas: least...greatest, downTo: lowest / 2)
            .map { PageSpectrum($0, dataSets: dataSets) }
    }
}

/// The fits of a scenario for the page: as it treats amplitude and index, and in the other way.
private struct PageFits {
    private let scenario: Scenario
    private let iceCube: IceCubeComparison
    private let grid: MapGrid

    /// Points along each side of the grid of a fit that the map has not made: a profiled one takes a third of a millisecond
    /// a point.
    private static let side = 33

    init(_ scenario: Scenario, _ iceCube: IceCubeComparison, on grid: MapGrid) throws {
        (self.scenario, self.iceCube) = (scenario, iceCube)
        let (masses, couplings) = (grid.masses, grid.couplings)
        self.grid = try MapGrid(
            massRange: masses[0].inMeV...masses[masses.count - 1].inMeV,
            couplingRange: couplings[0].value...couplings[couplings.count - 1].value,
            columns: min(masses.count, Self.side), rows: min(couplings.count, Self.side))
    }

    func all(beside own: FitGrid?) throws -> [PageFit] {
        let first = PageFit(
            scenario.iceCube.isFixed ? .fixed : .profiled, arguments: [],
            try own ?? FitGrid(iceCube, on: grid))
        guard scenario.sources.spectrum == nil else { return [first] }
        var other = scenario
        let paper = try Scenario.shipped("paper").iceCube
        let isFixed = scenario.iceCube.isFixed
        other.iceCube.amplitude = isFixed ? nil : paper.amplitude
        other.iceCube.gamma = isFixed ? nil : paper.gamma
        let words = { (value: Double?) in value.map { "\($0)" } ?? "profiled" }
        let arguments = [
            "--amplitude", words(other.iceCube.amplitude), "--gamma", words(other.iceCube.gamma),
        ]
        let fit = try FitGrid(IceCubeComparison(other), on: grid)
        return [first, PageFit(isFixed ? .profiled : .fixed, arguments: arguments, fit)]
    }
}

extension Scenario.IceCube {
    /// Whether nothing is fitted.
    fileprivate var isFixed: Bool { amplitude != nil && gamma != nil }
}
