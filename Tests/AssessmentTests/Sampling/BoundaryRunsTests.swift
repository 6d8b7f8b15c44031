import ConstraintKit
import Scenarios
import Testing

@testable import Assessment

/// Tables of a bound along the masses.
@Suite struct BoundaryRunsTests {
    /// Runs and edges, read back mass by mass, are what each bound says; `consistent` has bounds of every form.
    @Test(arguments: ["paper", "consistent"]) func saysWhatTheBoundsSay(_ name: String) throws {
        let set = try BoundSet(
            Scenario.shipped(name), catalogue: ProgramsOwn.catalogue, linkedBounds: try LinkedBounds())
        let masses = try MassRow(MapGrid.masses(in: 1...100, count: 41))
        for mapped in set.mapped(along: masses) {
            let (runs, edges) = (mapped.runs.runs, mapped.runs.edges)
            #expect(runs.reduce(0) { $0 + $1.count } == masses.count)
            var (column, edge) = (0, 0)
            for run in runs {
                for _ in 0..<run.count {
                    switch mapped.boundaries[column] {
                    case nil: #expect(run.form == .failed)
                    case .silent(let silence)?: #expect(run.form == .silent(silence))
                    case .excludes(let intervals)?:
                        #expect(run.form == .excludes(intervals.count))
                        for interval in intervals {
                            #expect(interval == CouplingInterval(lower: edges[edge], upper: edges[edge + 1]))
                            edge += 2
                        }
                    case .prefers(let bands)?:
                        #expect(run.form == .prefers(bands.map(\.deviations)))
                        for band in bands {
                            #expect(band.couplings == CouplingInterval(lower: edges[edge], upper: edges[edge + 1]))
                            edge += 2
                        }
                    }
                    column += 1
                }
            }
            #expect(edge == edges.count, "\(mapped.bound.card.stem)")
        }
    }
}
