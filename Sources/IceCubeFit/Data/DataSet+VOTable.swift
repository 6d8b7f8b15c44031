import ConstraintKit
import VOTable

extension DataSet {
    /// Reads a native document: one resource with a table of segments.
    ///
    /// | column | unit | |
    /// |---|---|---|
    /// | `E_low`, `E_high` | of energy | edges |
    /// | `E2Phi`, `E2Phi_err_minus`, `E2Phi_err_plus` | of energy × flux | null where the segment is a limit |
    /// | `upper_limit` | of energy × flux | null where a flux is measured; the column may be missing |
    /// | `used` | | boolean: whether fits use the segment; the column may be missing, then all are used |
    ///
    /// Columns are found by utype (`spectrum:Segment.lowerEdge`, …) or name, never by position. Parameters of the resource
    /// or table: `channel` (`cascades`, `tracks`, `all-flavours`) is needed; `title`, `confidence_level` of the limits
    /// (a fraction, or with unit `%`), `method`, `method_note`, `status`, `provisional` (boolean) may be given, references as INFO
    /// `reference_1_arxiv` and so on, by the keys of ``Reference/keys``.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - stem: the name of the data set; nil: that of the resource.
    /// - Throws: ``DataSetError``
    public init(_ document: VOTableDocument, stem: String? = nil) throws(DataSetError) {
        let tables = document.resources.flatMap { resource in Self.segmentTables(of: resource) }
        guard tables.count < 2 else { throw .severalTables(count: tables.count) }
        guard let (resource, table) = tables.first else { throw .noTable }
        let stem = stem ?? resource.name ?? ""
        guard Self.isStem(stem) else { throw .unusableStem(stem) }
        let facts = DataSetFacts(stem: stem, params: table.params + resource.params + document.params)
        try self.init(
            stem: stem, title: facts.text("title") ?? stem, summary: resource.description ?? "",
            channel: facts.channel(), segments: SegmentReader(table, stem: stem).segments(),
            limitConfidenceLevel: facts.confidenceLevel(), method: facts.choice("method"),
            methodNote: facts.text("method_note"), status: facts.choice("status") ?? .unvalidated,
            isProvisional: facts.flag("provisional"), references: DataSetFacts.references(resource.infos + table.infos))
    }

    /// The tables that hold segments, each with its resource.
    private static func segmentTables(of resource: Resource) -> [(Resource, Table)] {
        let own = resource.tables.filter { table in
            table.utype == "spectrum:Segments" || SegmentColumn.lowerEdge.index(in: table) != nil
        }
        return own.map { (resource, $0) } + resource.resources.flatMap { segmentTables(of: $0) }
    }
}
