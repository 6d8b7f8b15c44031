import ConstraintKit
import CurveArchive
import CurveFormats
import Files
import Foundation
import PluginLoading
import Scenarios

/// Bounds: what a mass costs along a row of a bundled curve, and what ten plugins add to an answer.
enum BoundRows {
    static func all(_ baseline: Double) throws -> [Row] {
        // The limit that scenarios begin with.
        guard let stem = try Scenario.shipped("paper").bounds.first else { return [] }
        let entry = try Catalogue(paths: .none).entry(for: stem)
        let curve = try CurveConstraint(entry.document, Conventions())
        let row = MassRow(sorting: try (0..<1000).map { try Mass(inMeV: pow(10, 2 * Double($0) / 999)) })
        let time = Benchmarks.best { _ = curve.boundaries(along: row) }
        return [Row("bundled curve, each mass of a row", time / Double(row.count), baseline)]
    }

    /// Ten plugins, made as a user would.
    static func plugins(_ program: String, _ baseline: Double) throws -> [Row] {
        let home = FileManager.default.temporaryDirectory.appending(path: "mutau-bench-plugins-\(getpid())")
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        defer { try? FileManager.default.removeItem(at: home) }
        let compiler = try PluginCompiler(.ofProgram(program))
        umask(umask(0) | 0o022)
        for number in 0..<10 {
            guard let name = PluginName("Bench\(number)") else { continue }
            let folder = home.appending(path: name.text).path
            try createDirectory(at: folder, with: PluginTemplate(name, .swift).files)
            try compiler.build(PluginFile(folder: folder)) { print($0) }
        }
        setenv("MUTAU_PLUGIN_PATH", home.path, 1)
        defer { unsetenv("MUTAU_PLUGIN_PATH") }
        let output = home.appending(path: "map").path
        func time(_ name: String, _ arguments: [String], runs: Int = 8) throws -> Row {
            Row(name, try ChildProcess.best(program, arguments, runs: runs), baseline)
        }
        return try [
            time("mutau map without plugins", ["map", "--no-plugins", "--output", output]),
            time("mutau map with ten plugins", ["map", "--output", output]),
            time("mutau check --no-plugins", ["check", "6.5MeV", "4.5e-4", "--no-plugins"]),
            time("mutau check with ten plugins", ["check", "6.5MeV", "4.5e-4"]),
        ]
    }
}
