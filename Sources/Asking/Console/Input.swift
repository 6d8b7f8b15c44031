import CurveArchive
import Files
import Foundation

/// The most that is read of what a user names [bytes]: two thousand times what a curve needs, and half of what refusing a
/// hostile file may cost.
package let greatestInput = 32 << 20

/// Reads a file that the user named, or the pipe that a shell makes of `<(command)`.
/// - Throws: ``ReadingError``
package func readInput(_ path: String, limit: Int = greatestInput) throws -> [UInt8] {
    try readFile(path, limit: limit, allowsPipe: true)
}

/// The last part of a path.
package func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// The directory of a path.
package func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Whether something stands at a path.
package func fileExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// Reads standard input to its end.
/// - Throws: ``ErrorReport`` where it can't be read, or goes on beyond any use.
package func readStandardInput(limit: Int = greatestInput) throws -> [UInt8] {
    do {
        let data = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        guard data.count <= limit else {
            throw ErrorReport(
                "standard input is larger than the \(limit) bytes that are read", code: ExitStatus.badData)
        }
        return Array(data)
    } catch let report as ErrorReport {
        throw report
    } catch {
        throw ErrorReport("standard input can't be read (\(error.localizedDescription))", code: ExitStatus.inputOutput)
    }
}
