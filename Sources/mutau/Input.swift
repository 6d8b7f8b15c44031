import CurveArchive

/// Reads a file that the user named.
/// - Throws: ``ReadingError``
func readInput(_ path: String, limit: Int = 64 << 20) throws -> [UInt8] { try readFile(path, limit: limit) }

/// The last part of a path.
func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
