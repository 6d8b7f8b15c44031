extension VOTableDocument {
    /// Reads a document: VOTable 1.1 to 1.5, plain or gzipped, in any encoding that libxml2 knows.
    public init(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(VOTableError) {
        throw .empty
    }

    /// The document as VOTable 1.4 with TABLEDATA, in UTF-8.
    public func serialized() -> [UInt8] { [] }
}
