import Foundation
import HostileFiles

/// What files cost that are made to cost their reader dearly: each of those of the tests, which the program refuses.
enum HostileRows {
    /// Processor time and the most memory held, beside those of the idle program; within 1 s and 64 MB above it.
    static func all(_ program: String, _ baseline: Double) throws -> [Row] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-hostile-\(getpid())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let idle = try ChildProcess.best(program, ["--version"])
        var rows = [Row("idle: mutau --version", processorOf: idle, baseline, target: 1)]
        for hostile in HostileFile.all {
            let file = directory.appending(path: hostile.name)
            try Data(hostile.bytes()).write(to: file)
            // 65: refused.
            let process = try ChildProcess.best(program, ["inspect", file.path], runs: 1, exitCode: 65)
            rows.append(Row("refused: \(hostile.name)", processorOf: process, baseline, target: 1))
        }
        return rows
    }
}
