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
    let formats = files.map { CurveFormat(recognising: $0.bytes) }
    if formats == [.votable] { return try readDocument(files[0].bytes, name: files[0].name, options: options) }
    if let mixed = zip(files, formats).first(where: { $1 == .votable })?.0 { throw .unknownFormat(file: mixed.name) }
    var reader = TableImport(options: options)
    return try reader.read(files)
}
