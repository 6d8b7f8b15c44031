import ConstraintKit
import Dispatch
import Foundation
import Physics
import Transport

/// Transport: what one spectrum costs, what sharing saves, and what accuracy costs.
enum TransportRows {
    private static let indices = (0..<16).map { 1.8 + 0.1 * Double($0) }

    static func all(_ baseline: Double) throws -> [Row] {
        try spectra(baseline) + fluxes(baseline) + cores(baseline)
    }

    private static func mediator(_ coupling: Double) throws -> Mediator {
        try Mediator(mass: Mass(inMeV: 6.5), coupling: Coupling(coupling), crossSection: .paper)
    }

    /// The segments of the cascade data.
    private static func segments() throws -> [EnergyBin] {
        func edge(_ number: Int) -> Double {
            let exponent: Double = Double(11 + number) / 3
            return pow(10, exponent)
        }
        return try (0..<10).map { try EnergyBin(lower: edge($0), upper: edge($0 + 1)) }
    }

    private static func spectra(_ baseline: Double) throws -> [Row] {
        let energies = (0..<400).map { number -> Double in
            let exponent: Double = 3 + 5 * Double(number) / 399
            return pow(10, exponent)
        }
        let (line, grid) = try (NarrowLineSolver(TransportSetting()), GridSolver(TransportSetting()))
        let (narrow, wide) = try (mediator(5e-4), mediator(1e-2))
        let one = try line.prepared(index: 2.5)
        let many = try line.prepared(indices: indices)
        let onGrid = try grid.prepared(index: 2.5)
        let shared = try Benchmarks.best { _ = try many.ratios(narrow, energies: energies) } / Double(indices.count)
        return [
            Row("narrow line: prepare one index", try Benchmarks.best { _ = try line.prepared(index: 2.5) }, baseline),
            // 0.45 of the 20 µs of commit 2c008ca.
            Row(
                "narrow line: spectrum, 400 energies x 3 states",
                try Benchmarks.best { _ = try one.ratios(narrow, energies: energies) }, baseline, target: 9e-6),
            // What commit 2c008ca took.
            Row("narrow line: the same, each of 16 indices", shared, baseline, target: 7e-6),
            Row(
                "grid: spectrum, 400 energies x 3 states",
                try Benchmarks.best { _ = try onGrid.ratios(wide, energies: energies) }, baseline),
        ]
    }

    private static func fluxes(_ baseline: Double) throws -> [Row] {
        let segments = try segments()
        let (line, grid) = try (NarrowLineSolver(TransportSetting()), GridSolver(TransportSetting()))
        let table = try SelfSimilarTable(line)
        let (narrow, wide) = try (mediator(5e-4), mediator(1e-2))
        let (solved, read) = try (line.prepared(index: 2.53), table.prepared(index: 2.53))
        let (one, many) = try (grid.prepared(index: 2.5), grid.prepared(indices: indices))
        let shared = try Benchmarks.best { _ = try many.integratedFluxes(wide, bins: segments) }
        return try [
            Row(
                "narrow line: 10 segments x 3 states",
                try Benchmarks.best { _ = try solved.integratedFluxes(narrow, bins: segments) }, baseline),
            Row(
                "table: 10 segments x 3 states",
                try Benchmarks.best { _ = try read.integratedFluxes(narrow, bins: segments) }, baseline),
            Row(
                "grid: 10 segments x 3 states",
                try Benchmarks.best { _ = try one.integratedFluxes(wide, bins: segments) }, baseline),
            Row("grid: the same, each of 16 indices", shared / Double(indices.count), baseline),
        ] + [1e-4, 1].map { try atOneRedshift($0, wide, segments, baseline) }
    }

    /// As long however near the sources are.
    private static func atOneRedshift(
        _ redshift: Double, _ mediator: Mediator, _ segments: [EnergyBin], _ baseline: Double
    ) throws -> Row {
        var setting = try TransportSetting()
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let spectrum = try GridSolver(setting).prepared(index: 2.5)
        return Row(
            "grid: the same, sources at z = \(redshift)",
            try Benchmarks.best { _ = try spectrum.integratedFluxes(mediator, bins: segments) }, baseline)
    }

    /// Time against error: each solver with coarser and finer steps, against itself with the finest.
    static func accuracy() throws -> AccuracyFigure {
        let narrow = [0.1, 0.048, 0.024, 0.012, 0.002].map { step in
            var precision = Precision()
            precision.redshiftStep = step
            precision.sourceSteps = 4096
            return ("\(step)", precision)
        }
        let wide = [12.5, 25, 50, 100, 400].map { points in
            var precision = Precision()
            precision.pointsPerDecade = points
            return ("\(points)", precision)
        }
        return AccuracyFigure(
            points: try accuracy("narrow line, step in ln(1+z)", 5e-4, narrow) {
                try NarrowLineSolver($0, precision: $1)
            }
                + accuracy("grid, points per decade", 1e-2, wide) { try GridSolver($0, precision: $1) })
    }

    private static func accuracy(
        _ name: String, _ coupling: Double, _ steps: [(String, Precision)],
        _ solver: (TransportSetting, Precision) throws -> any TransportSolver
    ) throws -> [AccuracyFigure.Point] {
        let (segments, point) = try (segments(), mediator(coupling))
        let spectra = try steps.map { try solver(TransportSetting(), $0.1).prepared(index: 2.5) }
        guard let exact = try spectra.last?.integratedFluxes(point, bins: segments) else { return [] }
        return try zip(steps, spectra).dropLast().map { step, spectrum in
            let differences = zip(try spectrum.integratedFluxes(point, bins: segments), exact).map { $0 / $1 - 1 }
            return AccuracyFigure.Point(
                solver: "\(name) at g′ = \(coupling)", step: step.0,
                error: differences.map { max($0.max(), -$0.min()) }.max() ?? 0,
                seconds: try Benchmarks.best { _ = try spectrum.integratedFluxes(point, bins: segments) })
        }
    }

    /// A map's worth of grid solutions, on one core and on more.
    private static func cores(_ baseline: Double) throws -> [Row] {
        let segments = try segments()
        let spectra = try GridSolver(TransportSetting()).prepared(indices: indices)
        let points = try (0..<64).map { try mediator(2e-3 * pow(50, Double($0) / 63)) }
        let all = ProcessInfo.processInfo.activeProcessorCount
        return Set([1, all]).sorted().map { cores in
            let time = Benchmarks.best {
                DispatchQueue.concurrentPerform(iterations: cores) { core in
                    for index in stride(from: core, to: points.count, by: cores) {
                        // Whether it can be solved was seen above; here only the time counts.
                        _ = try? spectra.integratedFluxes(points[index], bins: segments)
                    }
                }
            }
            return Row("grid: 64 couplings to 0.1, 16 indices, \(cores) cores", time, baseline)
        }
    }
}
