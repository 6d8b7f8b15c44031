/// Why a document is not read. Lines count from 1, in the decompressed document; nil where none can be named.
public enum VOTableError: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Not XML at all, or XML of another kind.
    case notVOTable(Lookalike)
    /// The gzip wrapper is damaged.
    case badCompression(CompressionFault)
    /// libxml2 is not installed; what is wrong, and which package helps.
    case libraryMissing(String)
    /// XML that breaks off, or breaks the rules of XML; the message is libxml2's.
    case notWellFormed(message: String, line: Int?)
    /// An entity that the document wants read from elsewhere, or one that is not plain words.
    case entityRefused(name: String, line: Int?)
    /// A DOCTYPE that declares more than entities, by the word of the declaration.
    case grammar(String)
    /// A reference to an entity that the document does not declare.
    case entityUnknown(name: String, line: Int?)
    /// More than ``ReadingLimits`` grants.
    case tooLarge(Quantity, limit: Int, line: Int?)
    /// An element of VOTable where the standard does not allow it.
    case misplacedElement(name: String, parent: String, line: Int?)
    case attributeMissing(element: String, attribute: String, line: Int?)
    case unknownDatatype(field: String, datatype: String, line: Int?)
    case badArraySize(field: String, arraysize: String, line: Int?)
    /// An attribute that must be a number and is none.
    case badAttribute(element: String, attribute: String, value: String, line: Int?)
    /// A TABLE whose `ref` names no table before it.
    case unknownTable(ref: String, line: Int?)
    /// A row with another number of cells than the table has columns. Rows count from 1.
    case wrongCellCount(row: Int, found: Int, expected: Int, line: Int?)
    case wrongRowCount(found: Int, expected: Int, line: Int?)
    /// A cell or parameter that is not of its type.
    case badValue(field: String, text: String, line: Int?)
    /// A STREAM that refers to data elsewhere, in binary form or Parquet: only what stands in the document is read.
    case remoteData(href: String, line: Int?)
    /// FITS data, or a STREAM in an encoding other than base64.
    case unsupportedEncoding(String, line: Int?)
    /// A character that is not base64, or a broken end.
    case badBase64(line: Int?)
    /// Binary data that end within a row, or go on after announcing that they don't. Rows count from 1.
    case badBinary(row: Int, field: String?, line: Int?)
    /// The service that made the document reports a failure in it (DALI §4.4, QUERY_STATUS ERROR).
    case serviceError(message: String)

    /// What the bytes look like instead.
    public enum Lookalike: Sendable, Hashable {
        case html
        case json
        case gitLFSPointer
        case text
        /// XML with another root element, or VOTABLE of another namespace.
        case xml(root: String, namespace: String?)
    }

    public enum CompressionFault: Sendable, Hashable {
        case corrupt
        case truncated
        case trailingBytes
    }

    public enum Quantity: Sendable, Hashable {
        case inputBytes, inflatedBytes, depth, attributeBytes, textBytes, streamBytes, fields, cells, arrayElements
        case elements, entities, attributes, allFields, allAttributes
    }
}

/// What a reader should know about a document that was read all the same.
public enum VOTableWarning: Sendable, Hashable {
    /// VOTABLE without a namespace: common in old services, not valid.
    case noNamespace
    /// A version that this reader does not know; read as 1.4.
    case unknownVersion(String)
    /// A DOCTYPE; its external part is never fetched.
    case documentType
    /// An internal entity, put in as plain words.
    case internalEntity(name: String)
    /// An element that is not VOTable's, left out with all it holds; an XInclude for instance.
    case foreignElement(name: String, line: Int)
    /// A number with more than three digits in its exponent, which STILTS does not read.
    case longExponent(text: String, line: Int)
    /// The service cut the table short (QUERY_STATUS OVERFLOW).
    case overflow
    /// A reference to an ID that does not occur.
    case danglingReference(ref: String)
    /// An ID that occurs a second time; only the first is meant by references.
    case duplicateID(String, line: Int)
    /// A PARAM without a value, as service descriptors have them for what the user is to say; it was left out.
    case paramWithoutValue(name: String, line: Int)
}
