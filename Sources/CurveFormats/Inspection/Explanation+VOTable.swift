import VOTable

extension VOTableError {
    /// What was found, what was expected, and where.
    public var explanation: String {
        switch self {
        case .empty: "it is empty"
        case .notVOTable(let lookalike): "it is no VOTable but \(lookalike.words)"
        case .badCompression(.corrupt): "its gzip data are damaged: they do not match their own checksum"
        case .badCompression(.truncated): "its gzip data end too early: was the download cut short?"
        case .badCompression(.trailingBytes): "something else follows its gzip data"
        case .libraryMissing(let problem): problem
        case .notWellFormed(let message, let line): "it is not well-formed XML\(at(line)): \(message)"
        case .entityRefused(let name, let line): "entity '\(name)'\(at(line)) is not plain words; it is not followed"
        case .grammar(let word): "its DOCTYPE declares a grammar (\(word)), of which no curve has need"
        case .entityUnknown(let name, let line): "entity '\(name)'\(at(line)) is not declared"
        case .tooLarge(let quantity, let limit, let line): "too much\(at(line)): \(quantity.words), at most \(limit)"
        case .misplacedElement(let name, let parent, let line): "\(name)\(at(line)) must not stand in \(parent)"
        case .attributeMissing(let element, let attribute, let line):
            "\(element)\(at(line)) lacks its attribute '\(attribute)'"
        case .unknownDatatype(let field, let datatype, let line):
            "column '\(field)'\(at(line)) has the datatype '\(datatype)', which VOTable does not know"
        case .badArraySize(let field, let arraysize, let line):
            "column '\(field)'\(at(line)) has the arraysize '\(arraysize)', which is none"
        case .badAttribute(let element, let attribute, let value, let line):
            "\(element)\(at(line)): '\(attribute)' is '\(value)', not a number of rows"
        case .unknownTable(let reference, let line):
            "a TABLE\(at(line)) refers to '\(reference)', which is none before it"
        case .wrongCellCount(_, let found, 0, let line):
            "the table\(at(line)) has rows of \(found) cells and no columns: a FIELD for each is missing"
        case .wrongCellCount(let row, let found, let expected, let line):
            "row \(row)\(at(line)) has \(found) cells, the table \(expected) columns"
        case .wrongRowCount(let found, let expected, let line):
            "the table\(at(line)) announces \(expected) rows and has \(found)"
        case .badValue(let field, let text, let line): "'\(text)' in '\(field)'\(at(line)) is not a value of its type"
        case .remoteData(let href, let line): "its data\(at(line)) are elsewhere (\(href)); a curve must be one file"
        case .unsupportedEncoding(let encoding, let line): "data encoded as \(encoding)\(at(line)) are not read"
        case .badBase64(let line): "its binary data\(at(line)) are not base64"
        case .badBinary(let row, let field, let line):
            "its binary data\(at(line)) break off in row \(row)" + (field.map { ", column '\($0)'" } ?? "")
        case .serviceError(let message): "the service that made it reports an error: \(message)"
        }
    }

    private func at(_ line: Int?) -> String { line.map { " (line \($0))" } ?? "" }
}

extension VOTableError.Lookalike {
    fileprivate var words: String {
        switch self {
        case .html: "an HTML page"
        case .json: "JSON"
        case .gitLFSPointer: "a Git LFS pointer: fetch the file itself"
        case .text: "plain text"
        case .xml(let root, let namespace): "XML with the root \(root)" + (namespace.map { " of \($0)" } ?? "")
        }
    }
}

extension VOTableError.Quantity {
    fileprivate var words: String {
        switch self {
        case .inputBytes: "bytes"
        case .inflatedBytes: "bytes after decompression"
        case .depth: "elements inside one another"
        case .attributeBytes: "bytes in one attribute"
        case .textBytes: "bytes of text in one element"
        case .streamBytes: "bytes of binary data"
        case .fields: "columns"
        case .cells: "cells"
        case .arrayElements: "elements in one cell"
        case .elements: "elements"
        case .entities: "entities"
        case .attributes: "attributes in one element"
        case .allFields: "columns in all tables"
        case .allAttributes: "attributes in all elements"
        }
    }
}

extension VOTableWarning {
    public var explanation: String {
        switch self {
        case .noNamespace: "VOTABLE has no namespace: common in old services, not valid"
        case .unknownVersion(let version): "VOTable version '\(version)' is not known; read as 1.4"
        case .documentType: "it has a DOCTYPE; nothing outside the file was fetched"
        case .internalEntity(let name): "entity '\(name)' was put in as plain words"
        case .foreignElement(let name, let line): "element '\(name)' (line \(line)) is not VOTable's and was left out"
        case .longExponent(let text, let line): "'\(text)' (line \(line)) has an exponent that some readers refuse"
        case .overflow: "the service cut the table short (QUERY_STATUS OVERFLOW)"
        case .danglingReference(let reference): "'\(reference)' is referred to and does not occur"
        case .duplicateID(let id, let line):
            "ID '\(id)' (line \(line)) occurs twice: not valid, and of no consequence here"
        case .paramWithoutValue(let name, let line): "PARAM '\(name)' (line \(line)) has no value and was left out"
        }
    }
}
