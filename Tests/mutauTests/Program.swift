import Foundation

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
        process.executableURL = Self.executable
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
    func run(
        _ arguments: [String], output: String? = nil, environment: [String: String] = [:], blocksPerFile: Int? = nil
    ) throws -> Answer {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        if let blocksPerFile {
            process.executableURL = URL(filePath: "/bin/sh")
            let script = "ulimit -f \(blocksPerFile); exec \"$0\" \"$@\""
            process.arguments = ["-c", script, Self.executable.path] + arguments
        }
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
        process.standardInput = FileHandle.nullDevice
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

    static let executable: URL = {
        let directory = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(filePath: ".")
        // The test bundle lies beside the program, or in a directory of its own beside it.
        for candidate in [directory, directory.deletingLastPathComponent(), Bundle.main.bundleURL] {
            let program = candidate.appending(path: "mutau")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        return URL(filePath: ".build/debug/mutau")
    }()
}
