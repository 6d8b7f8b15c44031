import Files
import Foundation

/// Measures what a user waits for, and prints each time with its ratio to a baseline of the same run.
///
/// Times drift with the machine; the ratio to a fixed amount of plain arithmetic drifts less, so that is what to compare
/// between two versions. Its arguments are the program (by default the one beside it), a directory for the figure of time
/// against error and for `bench.json`, and such a file of an earlier run to compare with.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // As the program does.
        KeptMemory.begin()
        guard arguments.first != Launcher.word else { return try Launcher.launch(Array(arguments.dropFirst())) }
        // Read first: whoever names a file that can't be read learns it before everything is measured.
        let earlier = try arguments.count > 2 ? BenchmarkRun(path: arguments[2]) : nil
        var run = BenchmarkRun()
        func report(_ row: Row) {
            print(row)
            run.rows.append(.init(row))
        }
        let baseline = Baseline.seconds
        print("processors \(ProcessInfo.processInfo.activeProcessorCount), \(processorPath)")
        print(
            "fastest of several runs; ratios to the baseline; targets are for an otherwise idle machine of two cores")
        report(Row("baseline: a million scalar exponentials", baseline, baseline))
        for row in try TransportRows.all(baseline) + FitRows.all(baseline) + MapRows.all(baseline) { report(row) }
        for row in try ReadingRows.all(baseline) + BoundRows.all(baseline) + PointRows.all(baseline) { report(row) }
        let figure = try TransportRows.accuracy()
        for point in figure.points {
            let error = String(format: "%.0e", point.error)
            report(Row("\(point.solver) \(point.step): error \(error)", point.seconds, baseline))
        }
        if arguments.count > 1 {
            try figure.write(to: arguments[1])
            print("time against error: \(arguments[1])/accuracy.csv")
            do {
                try AccuracyFigure.draw(in: arguments[1])
                print("the same as a figure: \(arguments[1])/accuracy.png")
            } catch { print("there is no figure of it, since gnuplot could not be run: \(error)") }
        }
        guard let program = arguments.first ?? programBeside else {
            print("no rows of whole commands: name the program as the first argument, or build it beside this one")
            return
        }
        for row in try commands(program, baseline) { report(row) }
        for row in try ScanRows.all(program, baseline) { report(row) }
        print("hostile files: processor time, and memory to compare with that of the idle program")
        for row in try HostileRows.all(program, baseline) { report(row) }
        for row in try RefreshRows.all(program, baseline) { report(row) }
        for row in try BoundRows.plugins(program, baseline) { report(row) }
        if arguments.count > 1 {
            try run.write(to: "\(arguments[1])/bench.json")
            print("the numbers above: \(arguments[1])/bench.json")
        }
        guard let earlier else { return }
        print("ratios to the earlier run, each over its own baseline")
        for line in run.lines(over: earlier) { print(line) }
    }

    /// The program that was built beside this one.
    private static var programBeside: String? {
        let path = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "mutau").path
        return path.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
    }

    /// The instructions the numeric code was compiled for.
    private static var processorPath: String {
        #if arch(x86_64)
            "x86-64, SSE2"
        #else
            "baseline instructions"
        #endif
    }

    /// Whole processes, as a user starts them.
    private static func commands(_ program: String, _ baseline: Double) throws -> [Row] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-bench-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let check = try ChildProcess.best(program, ["check", "6.5MeV", "4.5e-4"], runs: 20)
        return [
            Row("mutau check 6.5MeV 4.5e-4", check, baseline),
            // 0.35 of the 27 ms of commit 2c008ca.
            Row("mutau check 6.5MeV 4.5e-4, processor time", processorOf: check, baseline, target: 9.5e-3),
            Row(
                "mutau map (200x200, paper)", try ChildProcess.best(program, ["map", "--output", directory]), baseline),
            Row(
                "mutau map (200x200, consistent)",
                try ChildProcess.best(program, ["map", "--scenario", "consistent", "--output", directory]), baseline),
            Row(
                "mutau map --solver auto (200x200, consistent)",
                try ChildProcess.best(
                    program, ["map", "--scenario", "consistent", "--solver", "auto", "--output", directory], runs: 1),
                baseline, target: 3),
            Row(
                "mutau fit (100x100x100x35, narrow lines)",
                try ChildProcess.best(
                    program, ["fit", "--grid", "100x100x100x35", "--solver", "narrow-line"], runs: 3),
                baseline, target: 1),
            Row(
                "mutau fit (100x100x100x35, with width, g′ to 0.1)",
                try ChildProcess.best(program, ["fit", "--grid", "100x100x100x35"], runs: 1), baseline, target: 15),
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
