import Documents
import Files

/// A file that a command wrote.
public struct FileRecord: Record {
    let path: String
    private let size: Int
    private let digest: SHA256

    /// - Parameter bytes: what it holds.
    public init(_ path: String, _ bytes: [UInt8]) {
        (self.path, size, digest) = (path, bytes.count, SHA256(of: bytes))
    }

    public static let fields: [Field<FileRecord>] = [
        Field("path", "Where it is.") { $0.path }, Field("bytes", unit: "byte", "How long it is.") { $0.size },
        Field("sha256", "Of its contents.") { $0.digest.hexadecimal },
    ]
}
