import ConstraintKit
import VOTable

/// Reads a native document, or any VOTable with a curve in it.
/// - Parameters:
///   - name: the file's name; the stem comes from it where the document does not give one.
///   - options: what the user says; it fills in what the document leaves out, and overrides it where there is but one
///     curve.
public func readDocument(
    _ bytes: [UInt8], name: String, options: ImportOptions = .init()
) throws(CurveFormatError) -> ReadDocument {
    let source: VOTableDocument
    do throws(VOTableError) {
        source = try VOTableDocument(bytes)
    } catch {
        throw .votable(error, file: name)
    }
    var reader = NativeReader(source, file: name, options: options)
    return try reader.read()
}

/// Reads files of any supported format into one document: several text files become several curves of it, two edges
/// one band. No file at all gives a document of a card, parameters and perhaps a mass bound, from the options alone.
public func importCurves(
    _ files: [CurveFile], options: ImportOptions = .init()
) throws(CurveFormatError) -> ReadDocument {
    if files.count == 1, looksLikeVOTable(files[0].bytes) {
        return try readDocument(files[0].bytes, name: files[0].name, options: options)
    }
    if let mixed = files.first(where: { looksLikeVOTable($0.bytes) }) { throw .unknownFormat(file: mixed.name) }
    var reader = TextImport(options: options)
    return try reader.read(files)
}

/// Whether bytes begin as XML or gzip does: then nothing but a VOTable is read from them.
func looksLikeVOTable(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return true
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let beginning = start.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return beginning.first == UInt8(ascii: "<") || beginning.prefix(4).contains(0)
}
