import AllowedRegion
import ConstraintKit
import Foundation
import IceCubeFit
import Physics
import Transport

/// The fit: what one χ² costs.
enum FitRows {
    static func all(_ baseline: Double) throws -> [Row] {
        let library = DataSetLibrary()
        let dataSets = try Scenario.shipped("paper").iceCube.dataSets.map { try library.dataSet($0) }
        let table = try SelfSimilarTable(NarrowLineSolver(TransportSetting()))
        let fit = try IceCubeFit(dataSets: dataSets, solver: table)
        let prepared = try fit.prepared(index: 2.53)
        // All over the paper's scan, so that the table is read everywhere.
        let mediators = try (0..<1000).map { number in
            Mediator(
                mass: try Mass(inMeV: 1 + 0.019 * Double(number * 617 % 1000)),
                coupling: try Coupling(1e-5 + 1e-6 * Double(number)), crossSection: .paper)
        }
        var sum = 0.0
        let time = try Benchmarks.best {
            for mediator in mediators { sum += try prepared.chi2(mediator, amplitude: 1.4) }
        }
        precondition(sum > 0)
        let each = time / Double(mediators.count)
        return [Row("table: one χ², \(String(format: "%.1f", 1e-6 / each)) million a second", each, baseline)]
    }
}
