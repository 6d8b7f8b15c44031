import CLibXML2
import CLibraries
import VOTable

extension XMLElement {
    /// Reads a whole file by libxml2's pulling reader: no network, no file, no entity, bounded in size, depth and number.
    init(_ bytes: [UInt8]) throws(FormatFault) {
        guard bytes.count <= FormatLimits.bytes else { throw .tooLarge(.bytes, limit: FormatLimits.bytes) }
        if let word = DocumentTypeCheck.grammar(in: bytes) { throw .grammar(word) }
        guard !AttributeCount.exceedsLimit(bytes) else { throw .tooLarge(.attributes, limit: AttributeCount.limit) }
        if let problem = mutau_library_problem(MUTAU_LIBXML2) { throw .libraryMissing(String(cString: problem)) }
        xmlInitParser()
        // NONET and nothing else: NOENT, DTDLOAD, RECOVER, HUGE and XINCLUDE each open a door.
        let options = CInt(XML_PARSE_NONET.rawValue)
        let result = bytes.withUnsafeBytes { bytes -> Result<XMLElement, FormatFault> in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let reader = xmlReaderForMemory(start, CInt(bytes.count), nil, nil, options) else {
                return .failure(.notWellFormed(message: "libxml2 has no memory", line: nil))
            }
            defer { xmlFreeTextReader(reader) }
            var walk = Walk(reader: reader)
            return Result { () throws(FormatFault) in try walk.read() }
        }
        self = try result.get()
    }
}

/// A walk through the nodes of a file, which keeps the elements that are open.
private struct Walk {
    let reader: xmlTextReaderPtr
    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var count = 0

    init(reader: xmlTextReaderPtr) { self.reader = reader }

    mutating func read() throws(FormatFault) -> XMLElement {
        // Silent: what is wrong is asked for afterwards.
        xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
        xmlResetLastError()
        var isBegun = false
        while true {
            switch xmlTextReaderRead(reader) {
            case 1:
                if !isBegun { try checkEncoding() }
                isBegun = true
                try take()
            case 0:
                guard let root else { throw .notWellFormed(message: "there is no element", line: nil) }
                return root
            default: throw syntaxFault()
            }
        }
    }

    /// As for VOTables: what is counted in the bytes has to be what is there.
    private func checkEncoding() throws(FormatFault) {
        guard let encoding = xmlTextReaderConstEncoding(reader).map({ String(cString: $0) }) else { return }
        let known: Set = ["UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ASCII", "US-ASCII"]
        guard known.contains(encoding.uppercased()) else {
            throw .wrongValue(
                path: "its encoding", found: String(encoding.prefix(80)), expected: "UTF-8, UTF-16, ISO-8859-1 or ASCII"
            )
        }
    }

    private mutating func take() throws(FormatFault) {
        switch xmlTextReaderNodeType(reader) {
        case CInt(XML_READER_TYPE_ELEMENT.rawValue): try start()
        case CInt(XML_READER_TYPE_END_ELEMENT.rawValue): end()
        case CInt(XML_READER_TYPE_TEXT.rawValue), CInt(XML_READER_TYPE_CDATA.rawValue):
            guard !open.isEmpty, let value = xmlTextReaderConstValue(reader) else { return }
            open[open.count - 1].text += String(cString: value)
        case CInt(XML_READER_TYPE_ENTITY_REFERENCE.rawValue): throw .entity
        case CInt(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
            // A DOCTYPE alone names a grammar that nobody fetches; with entities it can hold anything.
            let node = xmlTextReaderCurrentNode(reader)
            let hasEntities = node?.withMemoryRebound(to: xmlDtd.self, capacity: 1) {
                $0.pointee.entities != nil || $0.pointee.pentities != nil
            }
            if hasEntities == true { throw .entity }
        default: break
        }
    }

    private mutating func start() throws(FormatFault) {
        count += 1
        guard count <= FormatLimits.elements else { throw .tooLarge(.elements, limit: FormatLimits.elements) }
        guard open.count < FormatLimits.depth else { throw .tooLarge(.depth, limit: FormatLimits.depth) }
        guard let name = xmlTextReaderConstLocalName(reader) else { return }
        var element = XMLElement(name: String(cString: name))
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard let key = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) else {
                continue
            }
            let text = String(cString: value)
            guard text.utf8.count <= FormatLimits.attributeBytes else {
                throw .tooLarge(.attributeBytes, limit: FormatLimits.attributeBytes)
            }
            element.attributes[String(cString: key)] = text
        }
        open.append(element)
        if isEmpty { end() }
    }

    private mutating func end() {
        guard var element = open.popLast() else { return }
        element.text = String(element.text.trimmed)
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    private func syntaxFault() -> FormatFault {
        guard let error = xmlGetLastError() else {
            return .notWellFormed(message: "the document ends too early", line: nil)
        }
        let message = error.pointee.message.map { String(cString: $0) } ?? ""
        let first = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return .notWellFormed(message: first, line: error.pointee.line > 0 ? Int(error.pointee.line) : nil)
    }
}
