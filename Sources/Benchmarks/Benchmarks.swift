import ConstraintKit
import Foundation
import IceCubeFit
import Physics
import Transport

/// Measures what a user waits for, and prints each time with its ratio to a baseline of the same run.
///
/// Times drift with the machine; the ratio to a fixed amount of plain arithmetic drifts less, so that is what to compare
/// between two versions.
@main
struct Benchmarks {
    static func main() throws {
        let baseline = Baseline.seconds
        print("processors \(ProcessInfo.processInfo.activeProcessorCount)")
        print(Row("baseline: a million scalar exponentials", baseline, baseline))
        for row in try transport(baseline) + bins(baseline) { print(row) }
        guard let program = CommandLine.arguments.dropFirst().first else { return }
        for row in try commands(program, baseline) { print(row) }
    }

    private static func transport(_ baseline: Double) throws -> [Row] {
        let solver = try NarrowLineSolver(TransportSetting())
        let energies = (0..<400).map { pow(10, 3 + 5 * Double($0) / 399) }
        let mediator = try Mediator(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4), crossSection: .majorana)
        let prepared = try solver.prepared(index: 2.5)
        return [
            Row("narrow line: prepare one index", try best { _ = try solver.prepared(index: 2.5) }, baseline),
            Row(
                "narrow line: spectrum, 400 energies x 3 states",
                try best { _ = try prepared.ratios(mediator, energies: energies) }, baseline),
        ]
    }

    private static func bins(_ baseline: Double) throws -> [Row] {
        let solver = try NarrowLineSolver(TransportSetting())
        let prepared = try solver.prepared(index: 2.5)
        let bins = try (0..<16).map { index in
            try EnergyBin(lower: pow(10, 4 + Double(index) / 4), upper: pow(10, 4 + Double(index + 1) / 4))
        }
        let mediator = try Mediator(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4), crossSection: .paper)
        return [
            Row(
                "narrow line: 16 bins x 3 states",
                try best { _ = try prepared.integratedFluxes(mediator, bins: bins) }, baseline)
        ]
    }

    /// Whole processes, as a user starts them.
    private static func commands(_ program: String, _ baseline: Double) throws -> [Row] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-bench-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        return [
            Row("mutau check 6.5MeV 4.5e-4", try ChildProcess.best(program, ["check", "6.5MeV", "4.5e-4"]), baseline),
            Row(
                "mutau map (200x200, paper)", try ChildProcess.best(program, ["map", "--output", directory]), baseline),
            Row(
                "mutau map (200x200, consistent)",
                try ChildProcess.best(program, ["map", "--scenario", "consistent", "--output", directory]), baseline),
            Row(
                "mutau fit (100x100x100x35, narrow lines)",
                try ChildProcess.best(program, ["fit", "--grid", "100x100x100x35", "--solver", "narrow-line"]), baseline),
            Row(
                "mutau fit (100x100x100x35, with width)",
                try ChildProcess.best(program, ["fit", "--grid", "100x100x100x35"], runs: 2), baseline),
        ]
    }

    /// The fastest of several runs, each long enough for the clock [s].
    static func best(_ work: () throws -> Void) rethrows -> Double {
        var repetitions = 1
        var fastest = Double.infinity
        for _ in 0..<20 {
            let start = ContinuousClock.now
            for _ in 0..<repetitions { try work() }
            let elapsed = (ContinuousClock.now - start).seconds
            fastest = min(fastest, elapsed / Double(repetitions))
            if elapsed < 0.01 { repetitions *= 4 }
        }
        return fastest
    }
}
