import ConstraintKit
import CurveFormats

/// A place from which a curve may be fetched, and how to read what lies there.
public struct SourceLocation: Sendable, Hashable {
    public var url: String
    /// What is to be said of a file that is no native document; nil for a native one.
    public var reading: SourceReading?
    /// Whether the user's own catalogue names it.
    var isOwn = false

    public init(url: String, reading: SourceReading? = nil) {
        self.url = url
        self.reading = reading
    }
}

/// What a catalogue says of a file that does not say it itself, in the words that text files use in their comments.
public struct SourceReading: Sendable, Hashable, Codable {
    public var title, kind, statistic, topology, quantity, method, arxiv, texkey, doi, citation: String?
    public var confidenceLevel, excludedSide, massUnit, massColumn, couplingColumn, kineticMixing, methodNote: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case title, kind, statistic, topology, quantity, method, arxiv, texkey, doi, citation
        case confidenceLevel = "confidence_level"
        case excludedSide = "excluded_side"
        case massUnit = "mass_unit"
        case massColumn = "mass_column"
        case couplingColumn = "coupling_column"
        case kineticMixing = "kinetic_mixing"
        case methodNote = "method_note"
    }

    public init() {}

    /// The options that mean the same to the reader of curves.
    /// - Throws: ``SourceCatalogueError/wrongValue(path:found:expected:)`` with the key as its path.
    public func options(stem: String) throws(SourceCatalogueError) -> ImportOptions {
        var options = ImportOptions()
        options.stem = stem
        options.title = title
        options.kind = try word(kind, .kind)
        options.statistic = statistic
        options.side = try word(excludedSide, .excludedSide)
        options.topology = try word(topology, .topology)
        options.massUnit = try word(massUnit, .massUnit)
        options.quantity = try word(quantity, .quantity)
        options.massColumn = massColumn
        options.couplingColumn = couplingColumn
        options.method = try word(method, .method)
        options.methodNote = methodNote
        options.confidenceLevel = try level()
        options.mixing = try value(kineticMixing, .kineticMixing, "natural, none or a number") { KineticMixing($0) }
        if [arxiv, texkey, doi, citation].contains(where: { $0 != nil }) {
            options.references = [Reference(texkey: texkey, arxiv: arxiv, doi: doi, citation: citation ?? "")]
        }
        return options
    }

    private func level() throws(SourceCatalogueError) -> ConfidenceLevel? {
        let expected = "0.9, 90%, either with (inferred), or not stated"
        return try value(confidenceLevel, .confidenceLevel, expected) { text in
            // A number that is no fraction is as wrong as a text that is no number.
            do { return try ConfidenceLevel(text: text, place: "") } catch { return nil }
        }
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ text: String?, _ key: CodingKeys
    ) throws(SourceCatalogueError) -> Word? where Word.RawValue == String {
        try value(text, key, Word.allCases.map(\.rawValue).joined(separator: ", "), Word.init(rawValue:))
    }

    private func value<Value>(
        _ text: String?, _ key: CodingKeys, _ expected: String, _ read: (String) -> Value?
    ) throws(SourceCatalogueError) -> Value? {
        guard let text else { return nil }
        guard let value = read(text) else {
            throw .wrongValue(path: key.rawValue, found: text, expected: expected)
        }
        return value
    }
}

extension SourceReading {
    /// What a catalogue has to say for a file to be read with these options once more.
    public init(_ options: ImportOptions) {
        title = options.title
        kind = options.kind?.rawValue
        statistic = options.statistic
        excludedSide = options.side?.rawValue
        topology = options.topology?.rawValue
        massUnit = options.massUnit?.rawValue
        quantity = options.quantity?.rawValue
        massColumn = options.massColumn
        couplingColumn = options.couplingColumn
        method = options.method?.rawValue
        methodNote = options.methodNote
        confidenceLevel = options.confidenceLevel?.text
        kineticMixing = options.mixing?.text
        let reference = options.references.first
        (texkey, arxiv, doi) = (reference?.texkey, reference?.arxiv, reference?.doi)
        citation = reference.flatMap { $0.citation.isEmpty ? nil : $0.citation }
    }
}
