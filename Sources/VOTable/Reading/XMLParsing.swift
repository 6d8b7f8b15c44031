import CLibXML2
import CLibraries

/// One pass of libxml2 over a document, by its SAX2 interface: no tree, no network, no entity from outside.
///
/// libxml2's own handlers keep the declarations of internal entities; everything else goes to a ``DocumentBuilder``.
struct XMLParsing {
    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses all of `bytes` into `builder`.
    /// - Throws: the builder's error, or ``VOTableError/notWellFormed(message:line:)``.
    static func parse(_ bytes: [UInt8], into builder: inout DocumentBuilder) throws(VOTableError) {
        if let problem = mutau_library_problem(MUTAU_LIBXML2) { throw .libraryMissing(String(cString: problem)) }
        guard isLibraryReady, let context = xmlNewParserCtxt(), let size = CInt(exactly: bytes.count) else {
            throw .notWellFormed(message: "libxml2 has no memory", line: nil)
        }
        defer {
            builder.context = nil
            xmlFreeParserCtxt(context)
        }
        builder.context = context
        install(on: context)
        // Faults of the conversion to UTF-8 belong to no document for libxml2, which would print them; they arrive once
        // more as errors of the document.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let document = withUnsafeMutablePointer(to: &builder) { builder in
            context.pointee._private = UnsafeMutableRawPointer(builder)
            return bytes.withUnsafeBytes { bytes in
                // NONET and nothing else: NOENT, DTDLOAD, RECOVER, HUGE and XINCLUDE each open a door.
                xmlCtxtReadMemory(
                    context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil,
                    CInt(XML_PARSE_NONET.rawValue))
            }
        }
        let isWellFormed = context.pointee.wellFormed != 0
        xmlFreeDoc(document)
        if let failure = builder.failure { throw failure }
        guard isWellFormed else {
            throw builder.syntaxError ?? .notWellFormed(message: "the document ends too early", line: nil)
        }
    }

    private static func install(on context: xmlParserCtxtPtr) {
        guard let sax = context.pointee.sax else { return }
        sax.pointee.startDocument = { context in
            xmlSAX2StartDocument(context)
            deliver(context) { $0.checkEncoding() }
        }
        sax.pointee.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
            deliver(context) { $0.start(name: name, namespace: namespace, attributes: attributes, count: count) }
        }
        sax.pointee.endElementNs = { context, _, _, _ in deliver(context) { $0.end() } }
        sax.pointee.characters = { context, text, count in deliver(context) { $0.characters(text, count: count) } }
        sax.pointee.ignorableWhitespace = sax.pointee.characters
        sax.pointee.cdataBlock = sax.pointee.characters
        sax.pointee.comment = nil
        sax.pointee.processingInstruction = nil
        sax.pointee.reference = { context, name in deliver(context) { $0.reference(name) } }
        sax.pointee.internalSubset = { context, name, publicID, systemID in
            xmlSAX2InternalSubset(context, name, publicID, systemID)
            deliver(context) { $0.warn(.documentType) }
        }
        sax.pointee.entityDecl = { context, name, type, publicID, systemID, content in
            xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
            deliver(context) { $0.declareEntity(name, type: type, content: content) }
        }
        sax.pointee.serror = { context, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? ""
            let line = Int(error.pointee.line)
            deliver(context) { $0.noteSyntaxError(message, line: line) }
        }
    }
}

/// Gives an event to the builder, and stops the parser if the builder wants no more: only now, since stopping frees the
/// names and values that the event handed over.
private func deliver(_ context: UnsafeMutableRawPointer?, _ event: (inout DocumentBuilder) -> Void) {
    guard let builder = builder(of: context) else { return }
    event(&builder.pointee)
    if builder.pointee.isStopped, let parser = builder.pointee.context { xmlStopParser(parser) }
}

/// The builder of a parser, where ``XMLParsing/parse(_:into:)`` keeps it; nil for the inner parser by which libxml2 checks
/// an entity, whose words arrive a second time by ``DocumentBuilder/reference(_:)``.
private func builder(of context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<DocumentBuilder>? {
    guard let context, let pointer = context.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else {
        return nil
    }
    let builder = pointer.assumingMemoryBound(to: DocumentBuilder.self)
    return builder.pointee.context.map(UnsafeMutableRawPointer.init) == context ? builder : nil
}
