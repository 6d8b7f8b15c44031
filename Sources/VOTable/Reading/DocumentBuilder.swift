import CLibXML2

/// Builds a document from the events of ``XMLParsing``: it knows where it stands, what it gathers, and what it may cost.
///
/// The first thing that is wrong becomes ``failure``; the parsing then stops, at the end of the event: what
/// the event handed over lives no longer than that.
struct DocumentBuilder {
    let limits: ReadingLimits
    /// Whether a bad cell is noted for its column, and reading goes on.
    let keepsFaults: Bool
    var document = VOTableDocument(version: "")
    var context: xmlParserCtxtPtr?
    private(set) var failure: VOTableError?
    /// Whether there is a ``failure``: asked for each cell, and cheaper than looking at the error.
    private(set) var isStopped = false
    private(set) var syntaxError: VOTableError?

    /// The open elements, from VOTABLE inwards.
    var stack: [Element] = []
    /// How many elements that are left out are open around the present place.
    private var skippedDepth = 0
    /// Text of the element that gathers it: DESCRIPTION, INFO or TD.
    var text = TextBuffer()
    /// What the open STREAM holds so far.
    var stream: Base64?
    private var textLimit: Int?
    private var entities: [String: String] = [:]
    private var elementCount = 0
    private var attributeCount = 0
    /// Columns so far, in all tables.
    var fieldCount = 0
    private var ids: Set<String> = []
    private var references: Set<String> = []
    private var rootNamespace: String?

    /// What is being built at each level.
    var resources: [Resource] = []
    var openTable: TableBuilder?
    /// The FIELD or PARAM whose children are being read.
    var openField: VOTableField?
    var openParamValue = ""
    var openInfo: Info?
    /// Tables so far by ID, for those that refer to them.
    var fieldsByTable: [String: [VOTableField]] = [:]
    var cellCount = 0
    /// The columns of the open table, the rows so far, and the cells of the present row so far.
    var columns: [ColumnBuilder] = []
    var rowCount = 0
    var cellsInRow = 0

    /// libxml2 keeps one copy of each name, so the names of rows and cells are known again by their address.
    private var rowName: UnsafePointer<xmlChar>?
    private var cellName: UnsafePointer<xmlChar>?
    private var namespacePointer: UnsafePointer<xmlChar>?
    /// The elements that were met so far in the namespace of the document, by the address of their names.
    private var elements: [(name: UnsafePointer<xmlChar>, element: Element)] = []

    init(limits: ReadingLimits, keepsFaults: Bool = false) {
        self.limits = limits
        self.keepsFaults = keepsFaults
    }

    var line: Int? { context.map { Int(xmlSAX2GetLineNumber($0)) } }

    mutating func fail(_ error: VOTableError) {
        guard !isStopped else { return }
        failure = error
        isStopped = true
    }

    mutating func warn(_ warning: VOTableWarning) {
        if document.warnings.count < limits.warnings { document.warnings.append(warning) }
    }

    mutating func noteSyntaxError(_ message: String, line: Int) {
        guard syntaxError == nil else { return }
        let message = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        syntaxError = .notWellFormed(message: message, line: line > 0 ? line : nil)
    }

    /// What remains to be checked when the last tag is closed.
    mutating func finish() throws(VOTableError) -> VOTableDocument {
        for reference in references.subtracting(ids).sorted() { warn(.danglingReference(ref: reference)) }
        let statuses = (document.infos + document.resources.flatMap(\.allInfos)).filter { $0.name == "QUERY_STATUS" }
        if let failed = statuses.first(where: { $0.value == "ERROR" }) { throw .serviceError(message: failed.text) }
        if statuses.contains(where: { $0.value == "OVERFLOW" }) { warn(.overflow) }
        return document
    }

    // MARK: Events

    /// Only encodings in which ASCII stands for itself, and UTF-16: what was counted in the bytes is then what is there.
    ///
    /// What is asked is which decoder libxml2 has put before the text, whatever a declaration says; none stands for UTF-8.
    mutating func checkEncoding() {
        guard let decoder = context?.pointee.input?.pointee.buf?.pointee.encoder else { return }
        let name = decoder.pointee.name.map { String(cString: $0) } ?? "without a name"
        guard !Self.encodings.contains(name.uppercased()) else { return }
        fail(.unsupportedEncoding(name, line: 1))
    }

    private static let encodings: Set<String> = [
        "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ASCII", "US-ASCII",
    ]

    mutating func start(
        name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: CInt
    ) {
        guard !isStopped, let name else { return }
        if name == cellName, stack.last == .row, count == 0, namespace == namespacePointer {
            stack.append(.cell)
            return startCell()
        }
        if name == rowName, stack.last == .tableData, count == 0, namespace == namespacePointer {
            stack.append(.row)
            return
        }
        startOther(name, namespace, Attributes(attributes, count: count, entities: entities), count)
    }

    private mutating func startOther(
        _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ attributes: Attributes,
        _ count: CInt
    ) {
        let depth = stack.count + skippedDepth
        guard depth < limits.depth else { return fail(.tooLarge(.depth, limit: limits.depth, line: line)) }
        elementCount += 1
        guard elementCount <= limits.elements else {
            return fail(.tooLarge(.elements, limit: limits.elements, line: line))
        }
        attributeCount += Int(count)
        guard attributeCount <= limits.allAttributes else {
            return fail(.tooLarge(.allAttributes, limit: limits.allAttributes, line: line))
        }
        guard attributes.greatestLength <= limits.attributeBytes else {
            return fail(.tooLarge(.attributeBytes, limit: limits.attributeBytes, line: line))
        }
        if let entity = attributes.unknownEntity { return fail(.entityUnknown(name: entity, line: line)) }
        if skippedDepth == 0, !stack.isEmpty, namespace == namespacePointer,
            let known = elements.first(where: { $0.name == name })
        {
            return startKnown(name, known.element, attributes)
        }
        let localName = String(cString: name)
        let namespaceName = namespace.map { String(cString: $0) }
        if stack.isEmpty, skippedDepth == 0 {
            guard acceptRoot(localName, namespaceName) else { return }
            namespacePointer = namespace
        }
        guard skippedDepth == 0, namespaceName == rootNamespace, let element = Element(rawValue: localName) else {
            if skippedDepth == 0 { warn(.foreignElement(name: localName, line: line ?? 0)) }
            // Parquet and what else may stand for the rows refers to them as STREAM does.
            if stack.last == .data, let href = attributes["href"] { fail(.remoteData(href: href, line: line)) }
            skippedDepth += 1
            return
        }
        if namespace == namespacePointer { elements.append((name, element)) }
        startKnown(name, element, attributes)
    }

    private mutating func startKnown(_ name: UnsafePointer<xmlChar>, _ element: Element, _ attributes: Attributes) {
        guard stack.last.map(element.parents.contains) ?? (element == .votable) else {
            return fail(.misplacedElement(name: element.rawValue, parent: stack.last?.rawValue ?? "", line: line))
        }
        if stack.last == .table, element != .info, openTable?.table.hasData == true {
            return fail(.misplacedElement(name: element.rawValue, parent: "TABLE, after DATA", line: line))
        }
        noteIDs(attributes)
        if element == .row { rowName = name }
        if element == .cell { cellName = name }
        stack.append(element)
        begin(element, attributes)
    }

    mutating func end() {
        guard !isStopped else { return }
        if skippedDepth > 0 {
            skippedDepth -= 1
            return
        }
        guard let element = stack.popLast() else { return }
        switch element {
        case .cell: endCell()
        case .row: endRow()
        default: close(element)
        }
        textLimit = nil
    }

    mutating func characters(_ bytes: UnsafePointer<xmlChar>?, count: CInt) {
        guard skippedDepth == 0, !isStopped, let bytes else { return }
        guard let limit = textLimit else {
            return appendToStream(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        guard text.count + Int(count) <= limit else { return fail(.tooLarge(.textBytes, limit: limit, line: line)) }
        text.append(bytes, count: Int(count))
    }

    /// Nothing outside a STREAM.
    private mutating func appendToStream(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let length = stream?.length else { return }
        guard length + piece.count <= limits.streamBytes else {
            return fail(.tooLarge(.streamBytes, limit: limits.streamBytes, line: line))
        }
        stream?.append(piece)
    }

    /// A reference to an entity between tags.
    mutating func reference(_ entity: UnsafePointer<xmlChar>?) {
        guard !isStopped, let name = entity.map({ String(cString: $0) }) else { return }
        guard let words = entities[name] else { return fail(.entityUnknown(name: name, line: line)) }
        var bytes = Array(words.utf8)
        characters(&bytes, count: CInt(bytes.count))
    }

    mutating func declareEntity(_ entity: UnsafePointer<xmlChar>?, type: CInt, content: UnsafeMutablePointer<xmlChar>?)
    {
        guard !isStopped, let name = entity.map({ String(cString: $0) }) else { return }
        let words = content.map { String(cString: $0) }
        guard type == CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue), let words, words.utf8.count <= limits.entityBytes,
            !words.utf8.contains(UInt8(ascii: "&")), !words.utf8.contains(UInt8(ascii: "<"))
        else { return fail(.entityRefused(name: name, line: line)) }
        guard entities.count < limits.entities else {
            return fail(.tooLarge(.entities, limit: limits.entities, line: line))
        }
        // The first declaration binds (XML 1.0 §4.2).
        if entities[name] == nil { entities[name] = words }
        warn(.internalEntity(name: name))
    }

    // MARK: Parts

    /// Gathers text from here to the end of the element.
    mutating func gatherText(upTo limit: Int) {
        text.removeAll()
        textLimit = limit
    }

    /// The text gathered, without white space at its ends.
    var gatheredText: String { text.trimmed }

    private mutating func acceptRoot(_ name: String, _ namespace: String?) -> Bool {
        let isKnown = namespace.map { $0.hasPrefix("http://www.ivoa.net/xml/VOTable/") } ?? true
        guard name == Element.votable.rawValue, isKnown else {
            fail(.notVOTable(name.lowercased() == "html" ? .html : .xml(root: name, namespace: namespace)))
            return false
        }
        rootNamespace = namespace
        if namespace == nil { warn(.noNamespace) }
        return true
    }

    private mutating func noteIDs(_ attributes: Attributes) {
        if let id = attributes["ID"], !ids.insert(id).inserted { warn(.duplicateID(id, line: line ?? 0)) }
        if let reference = attributes["ref"] { references.insert(reference) }
    }
}

extension Resource {
    /// The statements of the resource, of its tables and of the resources inside it.
    var allInfos: [Info] { infos + tables.flatMap(\.infos) + resources.flatMap(\.allInfos) }
}
