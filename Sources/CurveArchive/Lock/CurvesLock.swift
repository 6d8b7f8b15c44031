import Files

/// What `curves.lock` says: which curve came from where, and what it must be to the last byte.
public struct CurvesLock: Sendable, Hashable {
    /// The name of the lock file in its directory.
    public static let fileName = ArchiveFile.lockName
    /// The generation of the format that this program writes and reads.
    public static let version = 1

    /// One curve.
    public struct Curve: Sendable, Hashable {
        /// Where it was fetched from, before any redirection.
        public var url: String
        /// Of the file as it was fetched.
        public var sha256: SHA256
        /// Of the file as it was fetched [bytes].
        public var size: Int
        /// What the server called this version, for asking whether there is a newer one.
        public var validators: Validators
        /// When it was fetched, ISO 8601 in UTC.
        public var time: String
        /// The version of the program whose parser accepted it.
        public var parser: String
        /// How the file was turned into a native document; nil where it is one.
        public var conversion: Conversion?

        /// Whether the user's own catalogue names the address: it then counts before a document of the user's own, which
        /// `add` made from an earlier version.
        public var isOwn = false

        /// Of the native document that counts.
        public var document: SHA256 { conversion?.document ?? sha256 }
    }

    /// What became of a file that is no native document.
    public struct Conversion: Sendable, Hashable {
        /// What was said of it.
        public var reading: FileDescription
        /// Of the native document that was made from it.
        public var document: SHA256
    }

    /// Those that were fetched, by stem.
    public var curves: [String: Curve] = [:]
    /// The curves that the program carried when the lock file was written, by stem: where nothing was fetched, these
    /// count.
    public var bundled: [String: SHA256] = [:]

    public init() {}

    /// The digest of the document of a stem; nil where the lock file does not name it.
    public func document(of stem: String) -> SHA256? { curves[stem]?.document ?? bundled[stem] }

    /// Whether a curve is another now. That one of the program's is named for the first time changes nothing.
    func hasMoved(since previous: CurvesLock) -> Bool {
        Set(stems).union(previous.stems).contains { stem in
            let (before, after) = (previous.document(of: stem), document(of: stem))
            return before != after && (before != nil || curves[stem] != nil)
        }
    }

    /// The stems of every curve that it names, sorted.
    public var stems: [String] { Set(curves.keys).union(bundled.keys).sorted() }
}
