import ConstraintKit
import Files
import VOTable

/// Reads a native document, or any VOTable with a curve in it.
/// - Parameters:
///   - name: the file's name; the stem comes from it where the document does not give one.
///   - options: what the user says; it fills in what the document leaves out, and overrides it where there is but one
///     curve.
///   - isCarried: whether the program carries these very bytes, which are then read without libxml2.
public func readDocument(
    _ bytes: [UInt8], name: String, options: ImportOptions = .init(), isCarried: Bool = false
) throws(CurveFormatError) -> ReadDocument {
    let votable: VOTableDocument
    do throws(VOTableError) {
        votable = try VOTableDocument(bytes, keepsFaults: true, isCarried: isCarried)
    } catch {
        throw .votable(error, file: name)
    }
    var reader = NativeReader(votable, file: name, options: options)
    return try reader.read()
}

/// Reads files of any supported format into one document: several text files become several curves of it, two edges
/// one band. No file at all gives a document of a card, parameters and perhaps a mass bound, from the options alone.
public func importCurves(
    _ files: [CurveFile], options: ImportOptions = .init()
) throws(CurveFormatError) -> ReadDocument {
    try ForeignWork.bounded { () throws(CurveFormatError) in
        var unpacked: [UnpackedFile] = []
        for file in files { unpacked.append(try UnpackedFile(file)) }
        return try importCurves(unpacked: unpacked, options: options)
    }
}

func importCurves(unpacked: [UnpackedFile], options: ImportOptions) throws(CurveFormatError) -> ReadDocument {
    // What is XML and nothing known has a root that the reader of VOTables names.
    func isXML(_ file: UnpackedFile) -> Bool {
        [.format(.votable), .foreign(.xml), .foreign(.html)].contains(file.recognition)
    }
    if unpacked.count == 1, isXML(unpacked[0]) {
        return try readDocument(unpacked[0].file.bytes, name: unpacked[0].file.name, options: options)
    }
    if let mixed = unpacked.first(where: isXML) { throw .unknownFormat(file: mixed.file.name) }
    var reader = TableImport(options: options)
    return try reader.read(unpacked)
}
