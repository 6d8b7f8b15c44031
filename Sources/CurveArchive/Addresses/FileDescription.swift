import ConstraintKit
import CurveFormats

/// What a catalogue says of a file that does not say it itself, in the words that text files use in their comments.
public struct FileDescription: Sendable, Hashable, Codable {
    public var title, summary, kind, statistic, topology, quantity, method, status: String?
    public var confidenceLevel, excludedSide, massUnit, massColumn, couplingColumn, kineticMixing, methodNote: String?
    /// The curves to take of a file that holds several, by name; all where nil.
    public var curves: [String]?
    public var assumptions: [String]?
    /// Numbers by name, added to those of the file; as texts, since a catalogue has to keep them to the last bit.
    public var parameters: [String: String]?
    /// A bound on the mass beside the curves: the mass, and the least coupling it holds for, `5MeV,1e-9`.
    public var massLimit: String?
    /// A single reference.
    public var arxiv, texkey, doi, citation: String?
    /// Those beside it.
    public var references: [DescribedReference]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case title, summary, kind, statistic, topology, quantity, method, status, curves, assumptions, parameters
        case arxiv, texkey, doi, citation, references
        case confidenceLevel = "confidence_level"
        case excludedSide = "excluded_side"
        case massUnit = "mass_unit"
        case massColumn = "mass_column"
        case couplingColumn = "coupling_column"
        case kineticMixing = "kinetic_mixing"
        case methodNote = "method_note"
        case massLimit = "mass_limit"
    }

    public init() {}

    /// The options that mean the same to the reader of curves.
    /// - Throws: ``AddressBookError/wrongValue(path:found:expected:)`` with the key as its path.
    public func options(stem: String) throws(AddressBookError) -> ImportOptions {
        var options = ImportOptions()
        options.stem = stem
        options.title = title
        options.summary = summary
        options.kind = try word(kind, .kind)
        options.statistic = statistic
        options.side = try word(excludedSide, .excludedSide)
        options.topology = try word(topology, .topology)
        options.massUnit = try word(massUnit, .massUnit)
        options.quantity = try word(quantity, .quantity)
        options.massColumn = massColumn
        options.couplingColumn = couplingColumn
        options.curves = curves ?? []
        options.method = try word(method, .method)
        options.methodNote = methodNote
        options.status = try word(status, .status)
        options.assumptions = assumptions
        options.confidenceLevel = try level()
        options.mixing = try value(kineticMixing, .kineticMixing, "natural, none or a number") { KineticMixing($0) }
        options.massLimit = try value(massLimit, .massLimit, "a mass and a coupling, as in 5MeV,1e-9") {
            ImportOptions.MassLimit(text: $0)
        }
        for (name, text) in parameters ?? [:] {
            guard let number = Double(text), number.isFinite else {
                throw .wrongValue(path: "parameters.\(name)", found: text, expected: "a finite number")
            }
            options.parameters[name] = number
        }
        let single = DescribedReference(texkey: texkey, arxiv: arxiv, doi: doi, citation: citation)
        let all = (single == DescribedReference() ? [] : [single]) + (references ?? [])
        options.references = all.map(\.reference)
        return options
    }

    private func level() throws(AddressBookError) -> ConfidenceLevel? {
        let expected = "0.9, 90%, either with (inferred), or not stated"
        return try value(confidenceLevel, .confidenceLevel, expected) { text in
            // A number that is no fraction is as wrong as a text that is no number.
            do { return try ConfidenceLevel(text: text, place: "") } catch { return nil }
        }
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ text: String?, _ key: CodingKeys
    ) throws(AddressBookError) -> Word? where Word.RawValue == String {
        try value(text, key, Word.allCases.map(\.rawValue).joined(separator: ", "), Word.init(rawValue:))
    }

    private func value<Value>(
        _ text: String?, _ key: CodingKeys, _ expected: String, _ read: (String) -> Value?
    ) throws(AddressBookError) -> Value? {
        guard let text else { return nil }
        guard let value = read(text) else {
            throw .wrongValue(path: key.rawValue, found: text, expected: expected)
        }
        return value
    }
}

extension FileDescription {
    /// What a catalogue has to say for a file to be read with these options once more. That the user insisted is not
    /// among it: the next version of a file has to convince anew.
    public init(_ options: ImportOptions) {
        title = options.title
        summary = options.summary
        kind = options.kind?.rawValue
        statistic = options.statistic
        excludedSide = options.side?.rawValue
        topology = options.topology?.rawValue
        massUnit = options.massUnit?.rawValue
        quantity = options.quantity?.rawValue
        massColumn = options.massColumn
        couplingColumn = options.couplingColumn
        curves = options.curves.isEmpty ? nil : options.curves
        method = options.method?.rawValue
        methodNote = options.methodNote
        status = options.status?.rawValue
        assumptions = options.assumptions
        confidenceLevel = options.confidenceLevel?.text
        kineticMixing = options.mixing?.text
        massLimit = options.massLimit?.text
        parameters = options.parameters.isEmpty ? nil : options.parameters.mapValues { "\($0)" }
        let all = options.references.map(DescribedReference.init)
        if all.count == 1 {
            (texkey, arxiv, doi, citation) = (all[0].texkey, all[0].arxiv, all[0].doi, all[0].citation)
        } else {
            references = all.isEmpty ? nil : all
        }
    }
}
