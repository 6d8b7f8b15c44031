import Foundation

/// Speaks to Slurm by its own commands.
public struct Slurm: Sendable {
    public init() {}

    public enum Failure: Error, Sendable, Hashable {
        /// A command that is not on PATH.
        case notFound(command: String)
        /// What a command said, and its exit code.
        case failed(command: String, code: Int32, words: String)
        /// An answer that is not what the command documents.
        case unexpected(command: String, answer: String)
    }

    /// The most tasks that an array of a scan may have, by `scontrol show config`.
    /// - Throws: ``Failure``
    public func greatestArray() throws(Failure) -> Int {
        let answer = try run("scontrol", ["show", "config"])
        guard let size = Self.greatestArray(configuration: answer) else {
            throw .unexpected(command: "scontrol", answer: "no MaxArraySize")
        }
        return size
    }

    /// Less than `MaxArraySize`, and a third of `MaxJobCount`: each task counts as a job, and those of an array that was cancelled are
    /// remembered for `MinJobAge` seconds, in which the next array and the job that merges have to find a place too. sbatch would
    /// otherwise wait for two minutes and give up.
    /// - Parameter configuration: as `scontrol show config` prints it.
    /// - Returns: nil where it names no `MaxArraySize`.
    public static func greatestArray(configuration: String) -> Int? {
        func number(_ key: String) -> Int? {
            for line in configuration.split(separator: "\n") {
                let parts = line.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
                if parts.count == 2, parts[0] == key { return Int(parts[1]) }
            }
            return nil
        }
        guard let size = number("MaxArraySize"), size > 1 else { return nil }
        return max(min(size - 1, (number("MaxJobCount") ?? .max) / 3), 1)
    }

    /// Submits a script.
    /// - Parameter dependency: the job that has to end well before.
    /// - Returns: the number of the job.
    /// - Throws: ``Failure``
    public func submit(_ script: String, after dependency: String? = nil) throws(Failure) -> String {
        let condition = dependency.map { ["--dependency=afterok:\($0)", "--kill-on-invalid-dep=yes"] } ?? []
        let answer = try run("sbatch", ["--parsable"] + condition + [script])
        // A federation adds the cluster behind a semicolon.
        let number = answer.split(whereSeparator: { ";\n".contains($0) }).first.map(String.init) ?? ""
        guard !number.isEmpty, number.allSatisfy(\.isNumber) else {
            throw .unexpected(command: "sbatch", answer: answer)
        }
        return number
    }

    /// How many tasks of some jobs are in which state, `PENDING` for instance; those that have ended are not among them.
    /// - Throws: ``Failure``
    public func states(_ jobs: [String]) throws(Failure) -> [String: Int] {
        // A job that has ended long ago is unknown, which is an error of squeue where it is the only one.
        let answer: String
        do {
            answer = try run(
                "squeue", ["--noheader", "--array", "--format=%T", "--jobs=\(jobs.joined(separator: ","))"])
        } catch {
            if case .failed(_, _, let words) = error, words.contains("Invalid job id") { return [:] }
            throw error
        }
        return Dictionary(answer.split(separator: "\n").map { (String($0), 1) }, uniquingKeysWith: +)
    }

    /// - Throws: ``Failure``
    public func cancel(_ jobs: [String]) throws(Failure) { _ = try run("scancel", jobs) }

    private func run(_ command: String, _ arguments: [String]) throws(Failure) -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard let path = folders.map({ "\($0)/\(command)" }).first(where: FileManager.default.isExecutableFile) else {
            throw .notFound(command: command)
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { throw .failed(command: command, code: -1, words: "\(error)") }
        // What it says on its error line is short; the answer may be long.
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        let words = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw .failed(
                command: command, code: process.terminationStatus,
                words: String(decoding: words.prefix(2000), as: UTF8.self))
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
