import VOTable

extension DataSet {
    /// A header for a text, with every column but `used`.
    public static let textHeader = "E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus,upper_limit"

    /// Reads a spectrum from comma-separated text: a header, then one segment a line.
    ///
    /// | column | unit | |
    /// |---|---|---|
    /// | `E_low_GeV`, `E_high_GeV` | named behind the last underscore: any of energy | edges |
    /// | `E2Phi`, `err_minus`, `err_plus` | GeV cm⁻² s⁻¹ sr⁻¹ | empty where the segment is a limit |
    /// | `upper_limit` | GeV cm⁻² s⁻¹ sr⁻¹ | empty where a flux is measured; the column may be missing |
    /// | `used` | | `true` or `false`: whether fits use the segment; the column may be missing |
    ///
    /// Columns are found by name, others are passed over. Lines that begin with `#` are remarks; among them
    /// `# channel: cascades` (or `tracks`, `all-flavours`) is needed, and `# title: …`, `# confidence_level: 0.68` (of the
    /// limits), `# method: …`, `# provisional: true`, `# reference: …` are understood.
    ///
    /// - Parameters:
    ///   - csv: the text.
    ///   - stem: the name of the data set.
    /// - Throws: ``DataSetError``
    public init(csv: String, stem: String) throws(DataSetError) {
        guard Self.isStem(stem) else { throw .unusableStem(stem) }
        let text = SpectrumText(csv)
        let facts = DataSetFacts(stem: stem, params: text.params)
        let table = try SpectrumTableReader(text, stem: stem).table()
        let segments: [Segment]
        do { segments = try SegmentReader(table, stem: stem).segments() } catch {
            throw SpectrumTableReader.asInText(error)
        }
        try self.init(
            stem: stem, title: facts.text("title") ?? stem, channel: facts.channel(),
            segments: segments, limitConfidenceLevel: facts.confidenceLevel(),
            method: facts.choice("method"), methodNote: facts.text("method_note"),
            status: facts.choice("status") ?? .unvalidated,
            isProvisional: facts.flag("provisional"),
            references: facts.text("reference").map { [.init(citation: $0)] } ?? [])
    }
}

/// A text file taken apart into remarks, a header and rows.
private struct SpectrumText {
    /// `# name: value`, in the order of the lines.
    var params: [Param] = []
    var header: [Substring] = []
    /// The fields of each row, with the line they stand in.
    var rows: [(line: Int, fields: [Substring])] = []

    init(_ text: String) {
        // The byte order mark of spreadsheets.
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (number, line) in zip(1..., text.split(omittingEmptySubsequences: false) { $0.isNewline }) {
            let content = line.trimmed
            if content.hasPrefix("#") {
                let parts = content.dropFirst().split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                params.append(Param(VOTableField(name: String(parts[0].trimmed)), value: String(parts[1].trimmed)))
            } else if !content.isEmpty {
                let fields = content.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
                if header.isEmpty { header = fields } else { rows.append((number, fields)) }
            }
        }
    }
}

/// Turns the rows of a text file into the table that a native document would have.
private struct SpectrumTableReader {
    private let text: SpectrumText
    private let stem: String
    private var fields: [VOTableField] = []
    private var columns: [Column] = []

    /// What a column is called in a text, and as what it is read.
    private static let names: [(text: String, column: SegmentColumn)] = [
        ("E_low_", .lowerEdge), ("E_high_", .upperEdge), ("E2Phi", .flux), ("err_minus", .errorMinus),
        ("err_plus", .errorPlus), ("upper_limit", .upperLimit), ("used", .used),
    ]

    init(_ text: SpectrumText, stem: String) throws(DataSetError) {
        self.text = text
        self.stem = stem
        guard text.rows.count <= DataSet.maximumSegments else {
            throw .tooManySegments(stem: stem, count: text.rows.count, maximum: DataSet.maximumSegments)
        }
        for row in text.rows where row.fields.count != text.header.count {
            throw .wrongFieldCount(
                stem: stem, line: row.line, found: row.fields.count, expected: text.header.count)
        }
        for (name, column) in Self.names {
            guard let index = text.header.firstIndex(where: { Self.matches($0, name) }) else { continue }
            let unit = name.hasSuffix("_") ? String(text.header[index].dropFirst(name.count)) : Self.fluxUnit
            fields.append(VOTableField(name: column.rawValue, unit: unit))
            columns.append(try column == .used ? truths(index) : numbers(index))
        }
    }

    /// With the name that a missing column has in a text.
    static func asInText(_ error: DataSetError) -> DataSetError {
        guard case .columnMissing(let stem, let name) = error,
            let found = names.first(where: { $0.column.rawValue == name })?.text
        else { return error }
        return .columnMissing(stem: stem, name: found.hasSuffix("_") ? found + "GeV" : found)
    }

    private static let fluxUnit = "GeV.cm**-2.s**-1.sr**-1"

    func table() -> Table { Table(name: "segments", fields: fields, columns: columns) }

    /// The names of edges end in their unit.
    private static func matches(_ title: Substring, _ name: String) -> Bool {
        name.hasSuffix("_") ? title.hasPrefix(name) : title == name
    }

    private func numbers(_ index: Int) throws(DataSetError) -> Column {
        var values: [Double?] = []
        for row in text.rows {
            let field = row.fields[index]
            guard !field.isEmpty else {
                values.append(nil)
                continue
            }
            guard let number = DecimalText.number(field), number.isFinite else {
                throw unusable(row.line, index, field)
            }
            values.append(number)
        }
        return .numbers(values)
    }

    private func truths(_ index: Int) throws(DataSetError) -> Column {
        var values: [Bool?] = []
        for row in text.rows {
            guard let truth = Bool(String(row.fields[index])) else {
                throw unusable(row.line, index, row.fields[index])
            }
            values.append(truth)
        }
        return .truths(values)
    }

    private func unusable(_ line: Int, _ index: Int, _ text: Substring) -> DataSetError {
        .unusableCell(stem: stem, line: line, column: String(self.text.header[index]), text: String(text))
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
