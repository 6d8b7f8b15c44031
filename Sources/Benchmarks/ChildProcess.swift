import Foundation

/// A finished process, started by ``Launcher``: how long it took and the most memory it held.
struct ChildProcess {
    let seconds: Double
    /// What it took of a processor, the system's part included.
    let processorSeconds: Double
    /// The most memory it held; nil where that is less than the launcher holds, so that nobody can tell.
    let megabytes: Double?

    struct Failure: Error { let program: String, status: Int32 }

    /// The fastest of a few runs.
    /// - Parameter exitCode: with which it has to end.
    static func best(
        _ program: String, _ arguments: [String], runs: Int = 5, exitCode: Int32 = 0
    ) throws -> ChildProcess {
        var best = try ChildProcess(program, arguments, exitCode)
        for _ in 1..<runs {
            let next = try ChildProcess(program, arguments, exitCode)
            if next.seconds < best.seconds { best = next }
        }
        return best
    }

    private init(_ program: String, _ arguments: [String], _ exitCode: Int32) throws {
        let (launcher, pipe) = (Process(), Pipe())
        launcher.executableURL = URL(filePath: CommandLine.arguments[0])
        launcher.arguments = [Launcher.word, program] + arguments
        launcher.standardOutput = pipe
        try launcher.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        launcher.waitUntilExit()
        let numbers = said.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard launcher.terminationStatus == 0, numbers.count == 5, Int32(numbers[4]) == exitCode else {
            throw Failure(program: program, status: numbers.last.map { Int32($0) } ?? launcher.terminationStatus)
        }
        (seconds, processorSeconds) = (numbers[0], numbers[1])
        megabytes = numbers[2] > numbers[3] ? numbers[2] / 1024 : nil
    }
}
