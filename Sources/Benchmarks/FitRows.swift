import ConstraintKit
import Dispatch
import Foundation
import IceCubeFit
import Physics
import Scenarios
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
        let mediators = try (0..<1000).map { (number: Int) throws -> Mediator in
            let mass: Double = 1 + 0.019 * Double(number * 617 % 1000)
            let coupling: Double = 1e-5 + 1e-6 * Double(number)
            return Mediator(mass: try Mass(inMeV: mass), coupling: try Coupling(coupling), crossSection: .paper)
        }
        func time(cores: Int) -> Double {
            let time = Benchmarks.best {
                DispatchQueue.concurrentPerform(iterations: cores) { _ in
                    var sum = 0.0
                    for mediator in mediators { sum += (try? prepared.chi2(mediator, amplitude: 1.4)) ?? -.infinity }
                    precondition(sum > 0)
                }
            }
            return time / Double(mediators.count * cores)
        }
        func row(cores: Int, target: Double?) -> Row {
            let each = time(cores: cores)
            let rate = String(format: "%.1f", 1e-6 / each)
            return Row("table: one χ² of \(rate) million a second, \(cores) cores", each, baseline, target: target)
        }
        return [
            row(cores: 1, target: nil),
            row(cores: ProcessInfo.processInfo.activeProcessorCount, target: 250e-9),
        ]
    }
}
