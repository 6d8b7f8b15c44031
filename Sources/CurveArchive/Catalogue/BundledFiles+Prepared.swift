import CurveFormats
import Files

extension BundledFiles {
    /// The word of the command line that has the program write ``prepared()`` to its output, when it is linked once more:
    /// `.ci/link.sh` asks.
    public static let preparingCommand = "prepared-files"

    /// The documents and the list of what is missing, made ready for a program that carries the same files.
    /// - Throws: what their readers throw.
    public func prepared() throws -> [PreparedFiles.Entry] {
        var entries: [PreparedFiles.Entry] = []
        for file in files(withExtension: "vot") {
            let source = file.contents()
            var writer = PreparedWriter()
            guard try readDocument(source, name: file.path, isCarried: true).put(into: &writer) else { continue }
            entries.append(.init(path: file.path, source: source, contents: writer.bytes))
        }
        var writer = PreparedWriter()
        try MissingBounds(bundled: self).put(into: &writer)
        entries.append(.init(path: MissingBounds.fileName, source: sourceOfMissing, contents: writer.bytes))
        return entries
    }

    /// Reads a document; where the program carries these very bytes, it takes what was made ready of them.
    @Sendable public static func reader(_ bytes: [UInt8], _ name: String) throws(CurveFormatError) -> ReadDocument {
        try ofProgram.read(bytes, name, PreparedFiles(PreparedBytes.ofProgram))
    }

    /// - Parameter prepared: of this or another version of the program.
    func read(
        _ bytes: [UInt8], _ name: String, _ prepared: PreparedFiles
    ) throws(CurveFormatError) -> ReadDocument {
        // Byte for byte: a user's document and a refreshed one have the same name.
        guard carries(bytes, as: name) else { return try readDocument(bytes, name: name) }
        let ready = prepared.value(of: name, source: bytes) {
            reader throws(PreparedReader.Fault) in try ReadDocument(&reader)
        }
        if let ready { return ready }
        return try readDocument(bytes, name: name, isCarried: true)
    }
}
