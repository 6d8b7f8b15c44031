import Foundation

/// The program that draws: found on the search path, fed by pipe, given a bounded time.
public struct Gnuplot: Sendable {
    /// Where the program was found.
    public let path: String
    /// How long it may take for one figure [s].
    public let timeLimit: Double

    /// - Parameters:
    ///   - searchPath: directories separated by colons, as in `PATH`.
    ///   - timeLimit: [s]; a figure takes about one.
    /// - Throws: ``GnuplotError/notFound(package:)``
    public init(
        searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", timeLimit: Double = 30
    ) throws(GnuplotError) {
        let candidates = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/gnuplot" }
        guard let path = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .notFound(package: "gnuplot-nox")
        }
        self.path = path
        self.timeLimit = timeLimit
    }

    /// Runs scripts side by side.
    /// - Returns: what each wrote to its standard output, in the same order, a PDF without its time.
    /// - Throws: ``GnuplotError`` of the first that failed; the others are ended.
    public func run(_ scripts: [String]) throws(GnuplotError) -> [[UInt8]] {
        var children: [GnuplotProcess] = []
        defer { for child in children { child.end() } }
        for script in scripts {
            // -d: no settings from the user's own files, so that a figure is the same for everybody.
            children.append(try .init(path: path, arguments: ["-d", "-"], input: Array(script.utf8)))
        }
        let deadline = ContinuousClock.now + .seconds(timeLimit)
        while let busy = GnuplotProcess.firstEvent(among: children, until: deadline) {
            guard busy else { throw .tookTooLong(seconds: timeLimit) }
        }
        var outputs: [[UInt8]] = []
        for child in children {
            let status = child.waitForExit()
            guard status == 0, !child.output.isEmpty else {
                throw .failed(status: status, message: String(decoding: child.errors.prefix(4000), as: UTF8.self))
            }
            outputs.append(child.output.withoutCreationDate)
        }
        return outputs
    }
}

/// Why there is no figure.
public enum GnuplotError: Error, Sendable, Hashable {
    /// No gnuplot on the search path; the Debian package that brings it.
    case notFound(package: String)
    /// The program could not be started, with the system's error number.
    case notStarted(path: String, errno: Int32)
    /// It ended with this status (−1: by a signal) or wrote nothing; what it said.
    case failed(status: Int32, message: String)
    case tookTooLong(seconds: Double)
}
