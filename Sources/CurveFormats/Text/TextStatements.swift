import ConstraintKit
import VOTable

/// What a text file says about itself in comments of the form `# key: value`.
struct TextStatements {
    private(set) var card = CardStatements()
    private(set) var curve = Statements()
    private(set) var parameters: [String: Double] = [:]
    private let file: String

    init(_ text: TextTable) throws(CurveFormatError) {
        file = text.file
        card.summary = text.comments.first ?? ""
        for statement in text.statements { try take(statement) }
        card.kind = curve.kind
        card.confidenceLevel = curve.confidenceLevel
    }

    private mutating func take(_ statement: TextTable.Statement) throws(CurveFormatError) {
        let value = statement.value
        switch statement.key {
        case "stem": card.stem = value
        case "title": card.title = value
        case "summary": card.summary = value
        case "kind": curve.kind = try word(statement)
        case "excluded_side": curve.side = try word(statement)
        case "topology": curve.topology = try word(statement)
        case "status": card.status = try word(statement)
        case "statistic": card.statistic = value
        case "assumption": card.assumptions.append(value)
        case "confidence_level": curve.confidenceLevel = try confidenceLevel(statement)
        case "kinetic_mixing":
            guard let mixing = KineticMixing(value) else { throw unknownWord(statement, KineticMixing.vocabulary) }
            card.mixing = mixing
        case "method": try takeMethod(statement)
        case "reference": card.references += references(fromText: value)
        case "texkey": changeReference { $0.texkey = value }
        case "arxiv": changeReference { $0.arxiv = arxivNumbers(in: "arxiv:" + value).first ?? value }
        case "doi": changeReference { $0.doi = value }
        case "citation": changeReference { $0.citation = value }
        default: try takeParameter(statement)
        }
    }

    /// `90%`, `0.9`, either with `(inferred)` after it, or `not stated`.
    private func confidenceLevel(_ statement: TextTable.Statement) throws(CurveFormatError) -> ConfidenceLevel {
        guard let level = try ConfidenceLevel(text: statement.value, place: file) else {
            throw .badText(
                line: statement.line, fault: .badMetadata(key: statement.key, value: statement.value), file: file)
        }
        return level
    }

    /// A word of the vocabulary, and after `;` or `:` how exactly.
    private mutating func takeMethod(_ statement: TextTable.Statement) throws(CurveFormatError) {
        let end = statement.value.firstIndex { $0 == ";" || $0 == ":" } ?? statement.value.endIndex
        var word = statement
        word.value = String(statement.value[..<end].trimmed)
        card.method = try self.word(word)
        let note = statement.value[end...].dropFirst().trimmed
        if !note.isEmpty { card.methodNote = String(note) }
    }

    private mutating func takeParameter(_ statement: TextTable.Statement) throws(CurveFormatError) {
        let name = String(statement.key.dropFirst("parameter_".count))
        guard !name.isEmpty, let number = DecimalText.number(statement.value), number.isFinite else {
            throw .badText(
                line: statement.line, fault: .badMetadata(key: statement.key, value: statement.value), file: file)
        }
        parameters[name] = number
    }

    private mutating func changeReference(_ change: (inout Reference) -> Void) {
        if card.references.isEmpty { card.references.append(Reference(citation: "")) }
        change(&card.references[card.references.count - 1])
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ statement: TextTable.Statement
    ) throws(CurveFormatError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: statement.value) else {
            throw unknownWord(statement, Word.allCases.map(\.rawValue))
        }
        return word
    }

    private func unknownWord(_ statement: TextTable.Statement, _ expected: [String]) -> CurveFormatError {
        .unknownWord(parameter: statement.key, value: statement.value, expected: expected, table: file)
    }
}

extension ConfidenceLevel {
    /// Reads `90%`, `0.9`, `0.9 (inferred)` or `not stated`; nil for any other text.
    /// - Throws: ``CurveFormatError/confidenceLevelOutOfRange(value:table:)`` for a number that is no fraction.
    public init?(text: String, place: String) throws(CurveFormatError) {
        if text.lowercased() == "not stated" {
            self = .notStated
            return
        }
        let mark = "(inferred)"
        let isInferred = text.hasSuffix(mark)
        let number = (isInferred ? text.dropLast(mark.count) : text[...]).trimmed
        let isPercentage = number.hasSuffix("%")
        guard var fraction = DecimalText.number(isPercentage ? number.dropLast() : number), fraction.isFinite else {
            return nil
        }
        if isPercentage { fraction = shiftingDecimalPoint(of: fraction, by: -2) }
        guard fraction > 0, fraction < 1 else { throw .confidenceLevelOutOfRange(value: fraction, table: place) }
        self = isInferred ? .inferred(fraction) : .stated(fraction)
    }

    /// As ``init(text:place:)`` reads it.
    public var text: String {
        switch self {
        case .stated(let fraction): DecimalText.text(of: fraction)
        case .inferred(let fraction): DecimalText.text(of: fraction) + " (inferred)"
        case .notStated: "not stated"
        }
    }
}
