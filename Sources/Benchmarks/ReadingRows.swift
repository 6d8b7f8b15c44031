import CLibXML2
import CurveArchive
import CurveFormats
import Foundation
import VOTable

/// What it costs to read documents.
enum ReadingRows {
    static func all(_ baseline: Double) throws -> [Row] {
        let document = Array(text(rows: 20_000).utf8)
        // Both are timed in turn, several times: a load that comes and goes then weighs on both.
        var (bare, ours) = (Double.infinity, Double.infinity)
        for _ in 0..<10 {
            bare = min(bare, once { parseBarely(document) })
            ours = min(ours, try once { _ = try VOTableDocument(document) })
        }
        // Without a home there is nothing but what the program carries.
        let paths = ArchivePaths(environment: [:])
        let catalogue = once {
            let entries = Catalogue(paths: paths).entries()
            precondition(entries.entries.count > 20 && entries.problems.isEmpty)
        }
        return [
            Row("VOTable, 20,000 rows: libxml2's bare SAX pass", bare, baseline),
            Row("VOTable, 20,000 rows: read (x: of the SAX pass)", ours, bare),
            Row("the whole catalogue, read", catalogue, baseline),
        ]
    }

    /// The fastest of a few [s].
    private static func once(_ work: () throws -> Void) rethrows -> Double {
        var fastest = Double.infinity
        for _ in 0..<5 {
            let start = ContinuousClock.now
            try work()
            fastest = min(fastest, (ContinuousClock.now - start).seconds)
        }
        return fastest
    }

    /// A curve of 14 significant digits a row, as a tool writes it.
    private static func text(rows: Int) -> String {
        let cells = (0..<rows).map { row in
            let mass = exp(4.6 * Double(row) / Double(rows))
            return String(format: "<TR><TD>%.6e</TD><TD>%.6e</TD></TR>\n", mass, 1e-4 * mass.squareRoot())
        }
        return """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="mass" datatype="double" unit="MeV"/><FIELD name="coupling" datatype="double"/>
            <DATA><TABLEDATA>\(cells.joined())</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """
    }

    /// libxml2's pass over the same bytes, with handlers that do nothing.
    private static func parseBarely(_ bytes: [UInt8]) {
        guard let context = xmlNewParserCtxt(), let handlers = context.pointee.sax else { return }
        defer { xmlFreeParserCtxt(context) }
        handlers.pointee.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handlers.pointee.endElementNs = { _, _, _, _ in }
        handlers.pointee.characters = { _, _, _ in }
        handlers.pointee.ignorableWhitespace = handlers.pointee.characters
        let document = bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil, nil,
                CInt(XML_PARSE_NONET.rawValue))
        }
        precondition(context.pointee.wellFormed == 1)
        xmlFreeDoc(document)
    }
}
