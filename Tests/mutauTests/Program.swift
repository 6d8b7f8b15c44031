import Foundation
import Testing

/// The program as built beside the tests, run as a user would.
struct Program {
    /// A directory of its own, so that nothing of the machine's user is seen or touched.
    let home: URL

    struct Answer {
        var status: Int32
        var output: String
        var errors: String

        /// The output as JSON.
        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        }
    }

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "mutau-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    func removeHome() { try? FileManager.default.removeItem(at: home) }

    /// Starts the program and lets it run; what it says is lost.
    func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Self.delivered
        process.arguments = arguments
        process.currentDirectoryURL = home
        process.environment = ["HOME": home.path]
        for stream in [\Process.standardInput, \.standardOutput, \.standardError] {
            process[keyPath: stream] = FileHandle.nullDevice
        }
        try process.run()
        return process
    }

    /// Kills the program after a while.
    /// - Returns: whether it was still at work.
    func killed(_ arguments: [String], after delay: Duration) throws -> Bool {
        let process = try start(arguments)
        Thread.sleep(forTimeInterval: delay / .seconds(1))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// - Parameters:
    ///   - output: where standard output goes; nil: it is read.
    ///   - environment: added to a bare one.
    ///   - blocksPerFile: the greatest size of a file it writes [512 bytes]; nil: no limit.
    ///   - typing: what somebody types on a terminal; nil: there is none.
    func run(
        _ arguments: [String], output: String? = nil, environment: [String: String] = [:], blocksPerFile: Int? = nil,
        typing: String? = nil
    ) throws -> Answer {
        guard let blocksPerFile else {
            return try run(Self.delivered, arguments, output: output, environment: environment, typing: typing)
        }
        let script = "ulimit -f \(blocksPerFile); exec \"$0\" \"$@\""
        return try run(
            Self.shell, ["-c", script, Self.delivered.path] + arguments, output: output, environment: environment,
            typing: typing)
    }

    /// A line as it is typed into a shell that finds the program.
    func runShell(_ line: String) throws -> Answer {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try run(
            Self.shell, ["-c", line], output: nil, environment: ["PATH": "\(Self.folder.path):\(path)"], typing: nil)
    }

    private static let shell = URL(filePath: "/bin/sh")

    private func run(
        _ executable: URL, _ arguments: [String], output: String?, environment: [String: String], typing: String?
    ) throws -> Answer {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = home
        process.environment = ["HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
            .merging(environment) { $1 }
        // Files rather than pipes: nothing can fill up while the other is read.
        let outputFile = output.map { URL(filePath: $0) } ?? home.appending(path: ".output")
        let errorFile = home.appending(path: ".errors")
        for file in [outputFile, errorFile] where !FileManager.default.fileExists(atPath: file.path) {
            try Data().write(to: file)
        }
        let outputHandle = try FileHandle(forWritingTo: outputFile)
        let errorHandle = try FileHandle(forWritingTo: errorFile)
        if output == nil { try outputHandle.truncate(atOffset: 0) }
        try errorHandle.truncate(atOffset: 0)
        let terminal = try typing.map { try Terminal(typing: $0) }
        process.standardInput = terminal?.keyboard ?? FileHandle.nullDevice
        process.standardOutput = outputHandle
        process.standardError = errorHandle
        try process.run()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus,
            output: output == nil ? String(decoding: try Data(contentsOf: outputFile), as: UTF8.self) : "",
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = home.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// What is installed: the same program with Swift's runtime inside, where `make` linked it of what there is now. It starts
    /// in half the time.
    static let delivered: URL = {
        func time(_ file: URL) -> Date? {
            try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        }
        let file = executable.deletingLastPathComponent().appending(path: "mutau-static")
        guard let own = time(file), let other = time(executable), own >= other else { return executable }
        return file
    }()

    /// Where a shell finds ``delivered`` by the program's name.
    private static let folder: URL = {
        let folder = Workshop.directory.appending(path: "bin")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? FileManager.default.createSymbolicLink(
            at: folder.appending(path: "mutau"), withDestinationURL: delivered)
        return folder
    }()

    /// As SwiftPM links it: with the shared runtime, which plugins in Swift find in it.
    static let executable: URL = {
        let directory = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(filePath: ".")
        // The test bundle lies beside the program, or in a directory of its own beside it.
        for candidate in [directory, directory.deletingLastPathComponent(), Bundle.main.bundleURL] {
            let program = candidate.appending(path: "mutau")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        return URL(filePath: ".build/release/mutau")
    }()
}
