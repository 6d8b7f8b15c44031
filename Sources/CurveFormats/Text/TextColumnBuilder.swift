import ConstraintKit
import VOTable

/// A column of a text while its cells arrive.
struct TextColumnBuilder {
    let name: String
    let file: String
    private var numbers: [Double?] = []
    private var bounds: Set<ExcludedSide> = []
    private var fault: CurveFormatError?
    private var words: [String] = []

    /// As much of a word as tells it from others.
    private static let longestWord = 40

    init(name: String, file: String) {
        self.name = name
        self.file = file
    }

    mutating func append(_ number: TextNumber, text: String, line: Int) {
        var isFault = false
        words.append(text.utf8.count <= Self.longestWord ? text : String(text.prefix(Self.longestWord)))
        switch number {
        case .number(let value, let bound):
            numbers.append(value)
            if let bound { isFault = bounds.insert(bound).inserted && bounds.count > 1 }
        case .missing: numbers.append(nil)
        case .words:
            numbers.append(nil)
            isFault = true
        }
        // A column of words is no fault until someone takes it for an axis.
        guard isFault, fault == nil else { return }
        fault = .badText(line: line, fault: .notANumber(column: name, text: String(text.prefix(80))), file: file)
    }

    var column: RawColumn {
        let heading = ColumnName(name)
        return RawColumn(
            name: heading.name, heading: name, unit: heading.unit, bound: bounds.first, numbers: numbers,
            words: fault == nil ? nil : words, fault: fault)
    }
}
