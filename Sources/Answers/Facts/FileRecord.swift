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

/// Files that a command put into a directory.
public struct WrittenFiles: Sendable {
    private let directory: String
    private let files: [(name: String, bytes: [UInt8])]

    /// - Parameter files: names without a directory, each with its contents.
    public init(_ files: [(name: String, bytes: [UInt8])], in directory: String) {
        (self.files, self.directory) = (files, directory)
    }

    /// A line for people.
    var sentence: String {
        PlainText.clean("Files in \(directory): " + files.map(\.name).joined(separator: ", "))
    }

    /// The key `files` of an answer.
    static func field<Root>(_ written: @escaping @Sendable (Root) -> WrittenFiles?) -> Field<Root> {
        Field(
            "files", "What was written beside this answer, where anything was.",
            ifPresent: { root in written(root).map { $0.records } })
    }

    private var records: [FileRecord] { files.map { FileRecord("\(directory)/\($0.name)", $0.bytes) } }
}
