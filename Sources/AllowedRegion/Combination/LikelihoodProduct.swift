import Assessment
import ConstraintKit
import NumericalMethods
import Scenarios

/// What the bounds add to −2 ln L over a grid, each of them at all of its points or at none: a product of more factors at one
/// point than at another compares nothing.
struct LikelihoodProduct {
    /// One a mass.
    let columns: [BoundsLikelihood]
    /// One a grid point.
    let values: [Double]
    /// The bounds left out, by stem.
    let failed: [String: LikelihoodOmission]

    init(_ bounds: [Bound], on grid: MapGrid, without known: [String: LikelihoodOmission]) {
        var failed = known
        var columns: [BoundsLikelihood] = []
        var values: [Double] = []
        // Each round leaves out another bound, or is the last.
        repeat {
            columns = Parallel.map(grid.masses.count) { [failed] in
                BoundsLikelihood(bounds, at: grid.masses[$0], without: failed)
            }
            values = []
            values.reserveCapacity(grid.count)
            do throws(FailedFactor) {
                let made = try Parallel.map(columns.count) { [columns] number throws(FailedFactor) in
                    var column: [Double] = []
                    column.reserveCapacity(grid.couplings.count)
                    for coupling in grid.couplings { column.append(try columns[number].value(at: coupling)) }
                    return column
                }
                for column in made { values += column }
            } catch { failed[error.stem] = error.reason }
        } while values.count < grid.count
        (self.columns, self.values, self.failed) = (columns, values, failed)
    }
}

extension [String: LikelihoodOmission] {
    /// Those of some bounds that fail at one of a few points, and those already known.
    func with(failuresOf bounds: [Bound], at points: [(mass: Mass, coupling: Coupling)]) -> Self {
        var failed = self
        for point in points {
            var isDone = false
            while !isDone {
                do throws(FailedFactor) {
                    _ = try BoundsLikelihood(bounds, at: point.mass, without: failed).value(at: point.coupling)
                    isDone = true
                } catch { failed[error.stem] = error.reason }
            }
        }
        return failed
    }
}
