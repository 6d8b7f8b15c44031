import BundledData
import Files
import Foundation

/// The files of `Constraints/` that the program carries.
public struct BundledFiles: Sendable {
    /// One file; its bytes stay in the program's image until they are asked for.
    public struct File: Sendable {
        /// Below `Constraints/`, `icecube/hese-7.5yr-2021.vot` for instance.
        public let path: String
        /// Copies the contents out.
        public let contents: @Sendable () -> [UInt8]

        public init(path: String, contents: @escaping @Sendable () -> [UInt8]) {
            self.path = path
            self.contents = contents
        }
    }

    /// In order of their paths.
    public let files: [File]

    public init(_ files: [File]) {
        // The program's are in order already: to sort them again would take a hundredth of a start.
        let isInOrder = (0..<max(0, files.count - 1)).allSatisfy { strcmp(files[$0].path, files[$0 + 1].path) < 0 }
        self.files = isInOrder ? files : files.sorted { strcmp($0.path, $1.path) < 0 }
    }

    /// What this program was built with.
    public static let ofProgram = BundledFiles(
        bundledFiles.map { file in
            File(path: file.path.description) {
                Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
            }
        })

    /// The file with this path below `Constraints/`.
    public subscript(path: String) -> File? {
        var (first, end) = (0, files.count)
        while first < end {
            let middle = (first + end) / 2
            if strcmp(files[middle].path, path) < 0 { first = middle + 1 } else { end = middle }
        }
        return first < files.count && files[first].path == path ? files[first] : nil
    }

    /// Whether the file with this path below `Constraints/` consists of these bytes.
    public func carries(_ bytes: [UInt8], as path: String) -> Bool {
        guard let own = self[path]?.contents(), own.count == bytes.count else { return false }
        // Every document that is read at a start passes here, and `==` asks for each byte in turn.
        return own.withUnsafeBytes { own in
            bytes.withUnsafeBytes { bytes in
                guard let one = own.baseAddress, let other = bytes.baseAddress else { return true }
                return memcmp(one, other, own.count) == 0
            }
        }
    }

    /// The files directly in a directory below `Constraints/`, `scenarios` for instance; the outermost by default.
    public func files(in directory: String = "", withExtension suffix: String) -> [File] {
        let (prefix, end) = (directory.isEmpty ? "" : directory + "/", ".\(suffix)")
        return files.filter { file in
            file.path.hasPrefix(prefix) && file.path.hasSuffix(end)
                && file.path.withCString { strchr($0 + prefix.utf8.count, Int32(UInt8(ascii: "/"))) == nil }
        }
    }

    /// The stems of the constraint documents.
    public var stems: [String] { files(withExtension: "vot").map { String($0.path.dropLast(4)) } }

    /// The digest of each constraint document, by stem.
    var digests: [String: SHA256] {
        var digests: [String: SHA256] = [:]
        for file in files(withExtension: "vot") { digests[String(file.path.dropLast(4))] = SHA256(of: file.contents()) }
        return digests
    }

    /// One digest over all files: what `sha256sum` says of its own listing of them in order of their paths, so that
    /// anyone can check it in a copy of `Constraints/`:
    ///
    /// `find . -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum`
    public var digest: SHA256 {
        let lines = files.map { "\(SHA256(of: $0.contents()))  \($0.path)\n" }
        return SHA256(of: Array(lines.joined().utf8))
    }
}
