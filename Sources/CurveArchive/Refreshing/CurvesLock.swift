import ConstraintKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `curves.lock` says: which refreshed curve came from where, and what it must be to the last byte.
public struct CurvesLock: Sendable, Hashable {
    /// The name of the lock file in its directory.
    public static let fileName = "curves.lock"
    /// The generation of the format that this program writes and reads.
    public static let version = 1

    /// One curve.
    public struct Curve: Sendable, Hashable {
        /// Where it was fetched from, before any redirection.
        public var url: String
        public var sha256: SHA256
        /// [bytes]
        public var size: Int
        /// What the server called this version, for asking whether there is a newer one.
        public var validators: Validators
        /// When it was fetched, ISO 8601 in UTC.
        public var time: String
        /// The version of the program whose parser accepted it.
        public var parser: String
    }

    /// By stem.
    public var curves: [String: Curve] = [:]

    public init() {}
}

/// Why a lock file can't be used.
public enum LockFileError: Error, Sendable, Hashable {
    case reading(ReadingError)
    /// It is not what this program writes; `detail` says what is wrong with it.
    case damaged(path: String, detail: String)
    /// A newer program wrote it.
    case otherVersion(path: String, found: Int)
}

extension CurvesLock {
    /// The form in the file, where optional members are left out.
    private struct File: Codable {
        struct Curve: Codable {
            var url, sha256: String
            var size: Int
            var etag, lastModified: String?
            var time, parser: String

            enum CodingKeys: String, CodingKey {
                case url, sha256, size, etag, time, parser
                case lastModified = "last_modified"
            }
        }
        var version: Int
        var curves: [String: Curve]
    }

    private struct Version: Codable { var version: Int }

    /// JSON with sorted keys, so that two lock files compare line by line.
    func serialized() throws -> [UInt8] {
        let curves = curves.mapValues {
            File.Curve(
                url: $0.url, sha256: $0.sha256.hexadecimal, size: $0.size, etag: $0.validators.etag,
                lastModified: $0.validators.lastModified, time: $0.time, parser: $0.parser)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(File(version: Self.version, curves: curves))) + [0x0A]
    }

    /// - Parameter path: for the error.
    init(_ bytes: [UInt8], path: String) throws(LockFileError) {
        let file: File
        do {
            let found = try JSONDecoder().decode(Version.self, from: Data(bytes)).version
            guard found == Self.version else { throw LockFileError.otherVersion(path: path, found: found) }
            file = try JSONDecoder().decode(File.self, from: Data(bytes))
        } catch let error as LockFileError {
            throw error
        } catch { throw .damaged(path: path, detail: "\(error)") }
        for (stem, curve) in file.curves {
            guard Card.isStem(stem), let sha256 = SHA256(hexadecimal: curve.sha256), curve.size >= 0 else {
                throw .damaged(path: path, detail: "no usable stem, sha256 or size at \(stem.debugDescription)")
            }
            curves[stem] = Curve(
                url: curve.url, sha256: sha256, size: curve.size,
                validators: .init(etag: curve.etag, lastModified: curve.lastModified), time: curve.time,
                parser: curve.parser)
        }
    }
}
