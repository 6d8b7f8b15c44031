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
    /// What remarks in words say of units: `# masses in GeV`.
    private(set) var remarkedUnits = RemarkedUnits()

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
        guard sections.parts.count <= FormatLimits.curves else {
            throw .badFile(.text, .tooLarge(.curves, limit: FormatLimits.curves), file: file)
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
        remarkedUnits = RemarkedUnits(of: comments)
        for remark in comments where RemarkedUnits.mayScaleCouplings(remark) {
            doubts.append(.remarkOfFactor(file: file, words: String(remark.prefix(80))))
        }
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
}
