import Files

/// One choice of a scenario, and everything there is to say of it.
///
/// Scenario files, the options of commands, `summary.json`, `map.vot` and the table in the documentation are made from
/// ``all``: a new choice is one more declaration there, and one option.
public struct ScenarioChoice: Sendable {
    /// The part of a file that holds it; nil: it stands by itself.
    public let section: Section?
    /// Its name in files and answers, the unit at its end.
    public let key: String
    /// nil where it has none.
    public let unit: String?
    /// What it is, in a few words.
    public let noun: String
    /// What may be written, after "should be".
    public let expected: String
    /// What holds where nothing is said; nil: it has to be said.
    public let standard: String?
    /// On the command line; nil where a scenario's file alone may say it, or other options change it.
    public let option: Option?
    /// The digest of the file that was read for it; nil where a scenario names none. A choice without this reads none.
    let digest: (@Sendable (Scenario) -> SHA256?)?
    /// Puts it into a scenario.
    /// - Returns: false where the value is none of what is ``expected``.
    let read: @Sendable (ScenarioValue, inout Scenario) throws(ChoiceError) -> Bool
    /// What a scenario has chosen; nil where it leaves the choice to something else, as ``standard`` says.
    public let write: @Sendable (Scenario) -> ScenarioValue?
    /// Takes away what would contradict the choice, where it is made on top of a scenario; refuses it where that would be another
    /// answer than was asked for.
    let settle: @Sendable (inout Scenario) throws(ChoiceError) -> Void

    /// A part of a scenario's file.
    public enum Section: String, Sendable, Hashable, CaseIterable {
        case conventions, neutrinos, sources, icecube
    }

    /// How the command line names a choice.
    public struct Option: Sendable, Hashable {
        /// Without the two dashes.
        public let name: String
        /// Stands for the value; nil: the name.
        public let valueName: String?
        public let help: String
        /// The words there are, where there are no others.
        public let words: [String]
        /// A value other than the standard one.
        public let example: String

        init(_ name: String, valueName: String? = nil, _ help: String, words: [String] = [], example: String) {
            self.name = name
            self.valueName = valueName
            self.help = help
            self.words = words
            self.example = example
        }
    }

    init(
        _ section: Section?, _ key: String, unit: String? = nil, noun: String, expected: String, standard: String?,
        option: Option? = nil, digest: (@Sendable (Scenario) -> SHA256?)? = nil,
        read: @escaping @Sendable (ScenarioValue, inout Scenario) throws(ChoiceError) -> Bool,
        write: @escaping @Sendable (Scenario) -> ScenarioValue?,
        settle: @escaping @Sendable (inout Scenario) throws(ChoiceError) -> Void = { _ in }
    ) {
        self.section = section
        self.key = key
        self.unit = unit
        self.noun = noun
        self.expected = expected
        self.standard = standard
        self.option = option
        self.digest = digest
        self.read = read
        self.write = write
        self.settle = settle
    }

    /// Whether files it names are read for it.
    public var readsFiles: Bool { digest != nil }

    /// Of how many parts its value is made.
    public enum Form: Sendable, Hashable {
        /// A word or a number.
        case single
        /// Names.
        case list
        /// Alternatives, each a group of names.
        case groups
    }

    public var form: Form {
        switch path {
        case Self.alternatives.path: .groups
        case Self.bounds.path, Self.whenFetched.path, Self.decides.path, Self.overlays.path, Self.data.path: .list
        default: .single
        }
    }

    /// Where it stands in a file, `icecube.gamma` for instance.
    public var path: String { section.map { "\($0.rawValue).\(key)" } ?? key }

    /// Makes the choice on top of a scenario's own.
    /// - Throws: ``ChoiceError``
    public func set(_ text: String, in scenario: inout Scenario) throws(ChoiceError) {
        guard try read(.text(text), &scenario) else { throw .notOfForm(noun: noun, text: text, expected: expected) }
        try settle(&scenario)
    }
}

extension ScenarioChoice {
    /// Every choice, in the order of files.
    public static let all: [ScenarioChoice] =
        ofBounds + ofConventions + ofNeutrinos + ofSources + ofIceCube
        + [solver, tolerance, combination]

    /// The commands that take every choice that has an option. All of them answer from a whole scenario, so that none
    /// takes some choices and not others.
    public static let commands = [
        "map", "check", "limit", "table", "export", "cite", "chi2", "fit", "spectrum", "diff", "scenario show",
    ]

    /// Those of a part of the file, or those that stand by themselves.
    public static func all(in section: Section?) -> [ScenarioChoice] { bySection[section] ?? [] }

    private static let bySection = Dictionary(grouping: all) { $0.section }

    /// A choice between words.
    static func words<Word: RawRepresentable & CaseIterable & Sendable>(
        _ section: Section?, _ key: String, noun: String, standard: String, option: Option,
        at path: WritableKeyPath<Scenario, Word> & Sendable,
        settle: @escaping @Sendable (inout Scenario) -> Void = { _ in }
    ) -> ScenarioChoice where Word.RawValue == String {
        ScenarioChoice(
            section, key, noun: noun, expected: option.words.alternatives, standard: standard, option: option,
            read: { value, scenario throws(ChoiceError) in
                guard case .text(let text) = value, let word = Word(rawValue: text) else { return false }
                scenario[keyPath: path] = word
                return true
            },
            write: { .text($0[keyPath: path].rawValue) }, settle: settle)
    }
}

extension [String] {
    /// `a, b or c`.
    fileprivate var alternatives: String {
        count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
    }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// All words of a vocabulary.
    static var words: [String] { allCases.map(\.rawValue) }
}
