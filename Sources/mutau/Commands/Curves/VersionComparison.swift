import Answers
import Assessment
import CurveArchive
import PluginLoading

extension DiffAnswer {
    /// Compares two versions of the curves, each by itself and on the map.
    init(
        from before: LockedCurves.Version, to after: LockedCurves.Version, paths: ArchivePaths, plane: GridOptions,
        scenario options: ScenarioOptions
    ) throws {
        let versions = try [before, after].map { try LockedCurves($0, paths: paths) }
        let grid = try plane.points()
        // The lock files that are compared are the user's own, and are read in any case.
        let places = options.places.paths()
        let plugins = try options.places.plugins(beside: try Catalogue.ofUser(places, options.places), places)
        let linkedBounds = try LinkedBounds(plugins: plugins)
        var told: Set<String> = []
        let maps = try versions.map { version in
            let catalogue = try Catalogue(paths: places, locked: version).completed(by: plugins) { text in
                if told.insert(text).inserted { Console.warn(text) }
            }
            let request = try options.request(catalogue: catalogue, linkedBounds: linkedBounds)
            let boundSet = try BoundSet(
                request.scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: request.overlays)
            return StandingMap(boundSet, grid: grid)
        }
        self.init(
            differences: VersionDifference.all(from: versions[0], to: versions[1]),
            flips: StandingFlip.all(from: maps[0], to: maps[1]), cells: grid.count, detail: ErrorText.of)
    }
}
