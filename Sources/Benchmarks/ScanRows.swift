import Foundation

/// What scans, tables of points and fits of other spectra cost, as whole commands.
struct ScanRows {
    private let program: String
    private let baseline: Double
    private let folder: URL

    static func all(_ program: String, _ baseline: Double) throws -> [Row] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mutau-bench-scans-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = ScanRows(program: program, baseline: baseline, folder: folder)
        return try rows.tables() + [rows.universes(), rows.toys(), rows.samples(), rows.brokenSpectrum()]
            + ScanCostRows(program: program, baseline: baseline, folder: folder).all()
    }

    /// A million rows from CSV to CSV, and to lines of JSON, by the bounds alone.
    private func tables() throws -> [Row] {
        let count = 1_000_000
        let input = folder.appending(path: "points.csv")
        // Steps of the golden section fill a square evenly.
        let lines = (0..<count).map { number -> String in
            let mass = pow(100, (0.618_033_988_75 * Double(number)).truncatingRemainder(dividingBy: 1))
            return "\(mass),\(1e-5 * pow(1e4, Double(number) / Double(count)))"
        }
        try ("mass_MeV,coupling\n" + lines.joined(separator: "\n") + "\n").write(
            to: input, atomically: false, encoding: .utf8)
        return try [("CSV", "csv", 1.0), ("JSON", "jsonl", 20)].map { name, ending, target in
            let output = folder.appending(path: "answers.\(ending)").path
            let arguments = ["check", "--points", input.path, "--no-icecube", "--output", output]
            return Row(
                "mutau check --points, a million rows, CSV to \(name)",
                try ChildProcess.best(program, arguments, runs: 2), baseline, target: target)
        }
    }

    /// Points each in a universe of its own, where no table serves.
    private func universes() throws -> Row {
        let count = 10_000
        let plan = try write(
            "universes",
            """
            scenario: consistent
            choices: {solver: narrow-line}
            method: random
            points: \(count)
            parameters:
              mass_MeV: {from: 1, to: 100, scale: log}
              coupling: {from: 1e-5, to: 1e-2, scale: log}
              neutrinos.sum_of_masses_eV: {from: 0.06, to: 0.3}
              neutrinos.theta23_deg: {from: 40, to: 50}

            """)
        let run = try ChildProcess.best(program, ["scan", "run", plan], runs: 1)
        return Row("scan: each point in another universe", run.seconds / Double(count), baseline, target: 1 / 5000)
    }

    /// A tenth of the pseudo-experiments of which 10,000 are to take three minutes.
    private func toys() throws -> Row {
        let plan = try write(
            "toys",
            """
            scenario: paper
            method: toys
            points: 1000
            block: 500
            toys: {model: without-mediator, widths: as-measured, limits: kept}
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log, count: 64}
              coupling: {from: 1e-5, to: 3e-3, scale: log, count: 48}
              gamma: {from: 1.8, to: 3.5, count: 32}

            """)
        let run = try ChildProcess.best(program, ["scan", "run", plan], runs: 1)
        return Row("scan: 1000 pseudo-experiments", run, baseline, target: 18)
    }

    /// What 100,000 independent samples of (m, g′, A, γ) take; without end where the chains are too short to tell.
    private func samples() throws -> Row {
        let plan = try write(
            "samples",
            """
            scenario: paper
            method: ensemble
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log}
              coupling: {from: 1e-5, to: 1e-1, scale: log}
              amplitude: {from: 0, to: 5}
              gamma: {from: 1.8, to: 3.5}
            ensemble: {steps: 20000}

            """)
        let run = try ChildProcess.best(program, ["scan", "run", plan], runs: 1)
        let merged = try JSONDecoder().decode(Merged.self, from: answer(["scan", "merge", plan, "--format", "json"]))
        return Row(
            "scan: 100,000 independent samples of (m, g′, A, γ)",
            run.seconds * 1e5 / (merged.ensemble.effectiveSamples ?? 0), baseline, target: 60)
    }

    private struct Merged: Decodable {
        struct Ensemble: Decodable {
            /// Of the parameter that is known least; none where the chains are too short to tell.
            let effectiveSamples: Double?

            private enum CodingKeys: String, CodingKey { case effectiveSamples = "effective_samples" }
        }
        let ensemble: Ensemble
    }

    /// In units of the same fit of a power law.
    private func brokenSpectrum() throws -> Row {
        func fit(_ spectrum: String) throws -> ChildProcess {
            let grid = ["--grid", "100x100x100x35", "--solver", "narrow-line"]
            return try ChildProcess.best(program, ["fit", "--spectrum", spectrum] + grid, runs: 3)
        }
        let powerLaw = try fit("power-law").seconds
        return Row(
            "mutau fit, a broken spectrum (x: of a power law's)", try fit("broken:gamma,gamma+0.7,2e5GeV"), powerLaw,
            target: 3 * powerLaw)
    }

    /// - Returns: its path.
    private func write(_ name: String, _ plan: String) throws -> String {
        let file = folder.appending(path: "\(name).yaml")
        try plan.write(to: file, atomically: false, encoding: .utf8)
        return file.path
    }

    private func answer(_ arguments: [String]) throws -> Data {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}
