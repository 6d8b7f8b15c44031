extension VOTableDocument {
    /// Reads a document: VOTable 1.1 to 1.5, plain or gzipped, in UTF-8, UTF-16, ISO-8859-1 or ASCII.
    ///
    /// Nothing outside the bytes is touched: no network, no file, no external entity. Numbers are read strictly.
    /// - Parameter keepsFaults: whether a cell that is not of its type is noted in ``Table/faults`` and read as null, so
    ///   that it does not touch the other columns.
    /// - Parameter isCarried: whether the program carries these very bytes: they are then read without libxml2.
    /// - Throws: ``VOTableError``, with the line where one can be named.
    public init(
        _ bytes: [UInt8], limits: ReadingLimits = .standard, keepsFaults: Bool = false, isCarried: Bool = false
    ) throws(VOTableError) {
        guard !bytes.isEmpty else { throw .empty }
        if isCarried, let document = try Self.carried(bytes, limits, keepsFaults: keepsFaults) {
            self = document
            return
        }
        guard bytes.count <= limits.inputBytes else {
            throw .tooLarge(.inputBytes, limit: limits.inputBytes, line: nil)
        }
        let plain = Gzip.isGzip(bytes) ? try Gzip.inflated(bytes, limit: limits.inflatedBytes) : bytes
        guard !plain.isEmpty else { throw .empty }
        if let lookalike = VOTableError.Lookalike(beginning: plain) { throw .notVOTable(lookalike) }
        if let word = DocumentTypeCheck.grammar(in: plain) { throw .grammar(word) }
        guard !AttributeCount.exceedsLimit(plain) else {
            throw .tooLarge(.attributes, limit: AttributeCount.limit, line: nil)
        }
        var builder = DocumentBuilder(limits: limits, keepsFaults: keepsFaults)
        defer { builder.text.deallocate() }
        try XMLParsing.parse(plain, into: &builder)
        self = try builder.finish()
    }

    private static func carried(
        _ bytes: [UInt8], _ limits: ReadingLimits, keepsFaults: Bool
    ) throws(VOTableError) -> VOTableDocument? {
        var builder = DocumentBuilder(limits: limits, keepsFaults: keepsFaults)
        defer { builder.text.deallocate() }
        return CarriedMarkup.parse(bytes, into: &builder) ? try builder.finish() : nil
    }
}
