import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Foundation
import Scenarios
import Synchronization

/// The allowed-region map by its parts, without figures and documents.
enum MapRows {
    static func all(_ baseline: Double) throws -> [Row] {
        // Half of the 584 ms that the spectra of `consistent` took at commit 2c008ca.
        try rows(of: "paper", baseline) + rows(of: "consistent", baseline, spectra: 0.29) + [width(baseline)]
    }

    /// When the spectra of a map began to come and when they were all there.
    private struct Marks {
        var first: ContinuousClock.Instant?
        var last: ContinuousClock.Instant?
    }

    /// Once, with the table of lines with width, which is made for it.
    private static func width(_ baseline: Double) throws -> Row {
        var scenario = try Scenario.shipped("consistent")
        scenario.solver = .automatic
        let analysis = try Analysis(scenario, catalogue: Catalogue(paths: .none), linkedBounds: LinkedBounds())
        let grid = try MapGrid(massRange: 1...100, couplingRange: 1e-5...0.1, columns: 200, rows: 200)
        let start = ContinuousClock.now
        _ = try analysis.map(grid) { _ in }
        let time = (ContinuousClock.now - start).seconds
        return Row("map, consistent, lines with width: all (200x200)", time, baseline, target: 3)
    }

    private static func rows(of name: String, _ baseline: Double, spectra: Double? = nil) throws -> [Row] {
        let scenario = try Scenario.shipped(name)
        let (catalogue, linkedBounds) = try (Catalogue(paths: .none), LinkedBounds())
        let analysis = try Analysis(scenario, catalogue: catalogue, linkedBounds: linkedBounds)
        let grid = try MapGrid(massRange: 1...100, couplingRange: 1e-5...0.1, columns: 200, rows: 200)
        var best = [Double](repeating: .infinity, count: 4)
        for _ in 0..<8 {
            let marks = Mutex(Marks())
            let start = ContinuousClock.now
            _ = try analysis.map(grid) { _ in
                let now = ContinuousClock.now
                marks.withLock { ($0.first, $0.last) = ($0.first ?? now, now) }
            }
            let end = ContinuousClock.now
            let (first, last) = marks.withLock { ($0.first ?? start, $0.last ?? start) }
            let parts = [first - start, last - first, end - last, end - start].map(\.seconds)
            for place in parts.indices { best[place] = min(best[place], parts[place]) }
        }
        return [
            Row("map, \(name): bounds along the masses, table", best[0], baseline),
            Row("map, \(name): spectra and χ²", best[1], baseline, target: spectra),
            Row("map, \(name): standings and outlines", best[2], baseline),
            Row("map, \(name): all of these (200x200)", best[3], baseline, target: 0.5),
        ]
    }
}
