import ConstraintKit
import VOTable

/// A text file of columns: remarks, perhaps a line of column names, and rows of numbers separated by commas, semicolons
/// or white space; perhaps several such blocks, each a data set of its own.
struct TextColumns {
    /// The rows of one data set.
    struct Block {
        var name: String?
        /// Remarks of the form `key: value` that stand above it and below others.
        var statements: [TextStatement] = []
        var columns: [RawColumn] = []
        var notes: [CurveWarning] = []
    }

    let file: String
    /// Of the file as a whole.
    private(set) var statements: [TextStatement] = []
    /// Remarks that are not of that form.
    private(set) var comments: [String] = []
    /// What there is to be told of them.
    private(set) var doubts: [CurveWarning] = []
    private(set) var blocks: [Block] = []
    /// The unit of masses, where a remark in words says it: `# masses in GeV`.
    private(set) var massUnit: String?

    init(_ curveFile: CurveFile) throws(CurveFormatError) {
        file = curveFile.name
        let lines = try TextLines(curveFile)
        var sections = TextSections(lines, file: file)
        if let line = sections.tooWide {
            throw .badText(line: line.number, fault: .tooManyFields(limit: FormatLimits.fields), file: file)
        }
        // Rows each apart are one data set with empty lines in it.
        if sections.parts.count > 1, sections.parts.allSatisfy({ $0.rows.count == 1 }) {
            sections.joinAll()
        }
        statements = sections.statements
        comments = sections.comments
        doubts = sections.doubts
        var names: [String] = []
        for part in sections.parts {
            var reader = TextBlockReader(part, separator: lines.separator, file: file, names: names)
            blocks += try reader.blocks()
            if let remark = reader.remarkOfNames { comments.removeAll { $0 == remark } }
            if !reader.namesRead.isEmpty { names = reader.namesRead }
        }
        if blocks.isEmpty, let line = sections.firstOfWords {
            throw .badText(line: line.number, fault: .noNumbers(text: String(line.text.prefix(80))), file: file)
        }
        massUnit = comments.lazy.compactMap(Self.massUnit).first
        settleNames()
    }

    /// A block that is alone needs no name; of several each has one.
    private mutating func settleNames() {
        if blocks.count == 1 {
            statements += blocks[0].statements
            blocks[0].statements = []
            // The export of digitisers names even a single set; a remark does not.
            if blocks[0].columns.first?.axis == nil { blocks[0].name = nil }
            return
        }
        for index in blocks.indices where blocks[index].name?.isEmpty ?? true {
            blocks[index].name = "block \(index + 1)"
        }
    }

    /// `mass in GeV`, `masses are in GeV`, `Mass [GeV]` within a sentence: what stands between speaks of the unit alone, and no
    /// other unit is named. `Higgs mass = 125 GeV`, `masses in GeV were converted to MeV` say nothing of the column.
    static func massUnit(in remark: String) -> String? {
        let words = remark.split(whereSeparator: \.isWhitespace).map { word in
            String(word.drop { "[(".contains($0) }.trimmingSuffix { "]),.;:".contains($0) })
        }
        let units = words.filter { ($0.hasSuffix("eV") || $0.contains("eV/c")) && MassUnit($0) != nil }
        guard let unit = units.first, units.allSatisfy({ $0 == unit }) else { return nil }
        for (index, word) in words.enumerated() where word.lowercased().hasPrefix("mass") {
            let rest = words[(index + 1)...].drop { between.contains($0.lowercased()) }
            if rest.first == unit, rest.startIndex - index <= mostBetween { return unit }
        }
        return nil
    }

    private static let between: Set<String> = [
        "in", "is", "are", "all", "given", "the", "column", "units", "of", "unit",
    ]
    private static let mostBetween = 6
}
