import ArgumentParser
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import Testing

@testable import Asking
@testable import mutau

/// Every field that is declared can be said in each of its forms, and means the same in all of them.
@Suite struct CardFieldTests {
    /// What is said of each field; a field that is declared and not here fails.
    static let samples: [String: String] = [
        "stem": "mine-2025", "title": "Mine 2025", "summary": "A search for missing energy", "kind": "projected",
        "confidence_level": "inferred 90%", "statistic": "CLs", "kinetic_mixing": "natural",
        "assumptions": "the Z′ decays invisibly", "texkey": "Laha:2013xua", "arxiv": "1304.3460",
        "doi": "10.1103/PhysRevD.89.093025", "citation": "R. Laha et al.; Phys. Rev. D 89",
        "references": "arxiv=1304.3460;citation=R. Laha; B. Dasgupta", "method": "digitised",
        "method_note": "from Fig. 3; by hand", "status": "validated", "alternatives": "muon g-2",
        "short_name": "mine", "exposure": "muons_on_target", "statistic_kind": "counting", "signal_power": "2",
        "mixing_power": "1.5", "curve_error": "0.13", "charge_rule": "muon", "excluded_side": "above",
        "topology": "closed",
        "mass_unit": "GeV", "coupling_unit": "1e-3", "table": "Table 12", "quantity": "coupling", "mass_column": "1",
        "coupling_column": "2", "curves": "observed",
        "parameters": "n_eff_max=3.33", "mass_limit": "5MeV,1e-9",
    ]
    /// What a card can't do without, where the field itself does not say it.
    static let rest = ["stem": "a", "kind": "observed", "confidence_level": "95%"]

    private static func sample(_ field: CardField) throws -> String {
        try #require(samples[field.key], "\(field.key) has no sample")
    }

    private static func options(_ field: CardField) throws -> ImportOptions {
        var options = ImportOptions()
        try field.read(sample(field), &options)
        return options
    }

    /// The card of a document without curves, from these options.
    private static func card(_ said: ImportOptions?, comments: String = "") throws -> Card {
        var options = ImportOptions()
        for field in CardField.all {
            let isInComments = [field.key, field.optionName].contains { comments.contains("# \($0):") }
            guard let text = rest[field.key], said.map({ field.texts($0).isEmpty }) ?? !isInComments
            else { continue }
            try field.read(text, &options)
        }
        if let said { options.card = merged(said.card, options.card) }
        let file = CurveFile(name: "a.csv", bytes: Array((comments + "# parameter_x: 1\n").utf8))
        return try importCurves([file], options: options).document.card
    }

    private static func merged(_ said: CardStatements, _ other: CardStatements) -> CardStatements {
        var said = said
        said.stem = said.stem ?? other.stem
        said.kind = said.kind ?? other.kind
        said.confidenceLevel = said.confidenceLevel ?? other.confidenceLevel
        return said
    }

    static let facts = CardField.all.map(\.key)
    static let everything = (CardField.all + CardField.ofReading).map(\.key)

    private static func field(_ key: String) throws -> CardField {
        try #require((CardField.all + CardField.ofReading).first { $0.key == key })
    }

    @Test func eachIsDeclaredOnce() {
        #expect(Set(Self.everything).count == Self.everything.count)
        #expect(Set(Self.everything) == Set(Self.samples.keys))
    }

    /// What a field writes is what it reads; a part of a reference is written with the whole.
    @Test(arguments: everything) func isWrittenAsItIsRead(_ key: String) throws {
        let field = try Self.field(key)
        let options = try Self.options(field)
        #expect(options != ImportOptions())
        var again = ImportOptions()
        for other in CardField.all + CardField.ofReading {
            for text in other.texts(options) { try other.read(text, &again) }
        }
        #expect(again == options)
    }

    @Test(arguments: everything) func hasAnOption(_ key: String) throws {
        let field = try Self.field(key)
        let parsed = try CardOptions.parse(["--\(field.optionName)", Self.sample(field)]).importOptions()
        #expect(parsed == (try Self.options(field)))
        #expect(CardOptions.helpMessage(columns: 4000).contains("--\(field.optionName) "))
        for command in [AddCommand.helpMessage(), ImportCommand.helpMessage(), InspectCommand.helpMessage()] {
            #expect(command.contains("--\(field.optionName) "))
        }
    }

    /// The stem is the key under which a catalogue says all else.
    @Test(arguments: everything.filter { $0 != "stem" }) func hasAKeyInCatalogues(_ key: String) throws {
        let field = try Self.field(key)
        let options = try Self.options(field)
        let home = try Program()
        defer { home.removeHome() }
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.home.path])
        let location = CurveAddress(url: "https://example.org/a", reading: FileDescription(options))
        let store = try OwnStore(paths: paths)
        try store.add([], stem: "a", from: location)
        let yaml = try String(contentsOfFile: store.addressesPath, encoding: .utf8)
        #expect(yaml.contains("\(key):") || key == "references", "\(yaml)")
        #expect(try AddressBook(paths: paths).addresses(of: "a").first?.reading?.said == options)
    }

    @Test(arguments: facts) func isSaidInCommentsOfText(_ key: String) throws {
        let field = try Self.field(key)
        let expected = try Self.card(try Self.options(field))
        for name in Set([field.key, field.itemKey, field.optionName]) {
            let card = try Self.card(nil, comments: "# \(name): \(Self.sample(field))\n")
            #expect(card == expected)
        }
        #expect(expected != (try Self.card(ImportOptions())))
    }

    @Test(arguments: facts) func comesBackFromADocument(_ key: String) throws {
        let card = try Self.card(try Self.options(Self.field(key)))
        let bytes = nativeVOTable(of: Document(card: card, parameters: ["x": 1])).serialized()
        #expect(try readDocument(bytes, name: "b.vot").document.card == card)
    }

    @Test(arguments: facts) func isAnswered(_ key: String) throws {
        func answers(_ card: Card) -> [FieldValue] { CardField.all.flatMap(\.parts).map { $0.value(card) } }
        func lines(_ card: Card) -> [String] { [card.stem, card.title] + CardField.all.flatMap { $0.lines(card) } }
        let (card, plain) = (try Self.card(try Self.options(Self.field(key))), try Self.card(ImportOptions()))
        #expect(answers(card) != answers(plain))
        #expect(lines(card) != lines(plain))
    }

    @Test func answersHaveTheirTypes() throws {
        for key in Self.facts {
            let card = try Self.card(try Self.options(Self.field(key)))
            for part in CardField.all.flatMap(\.parts) {
                #expect(part.type.holds(part.value(card)), "\(part.key)")
            }
        }
    }

    /// Each way to write a level is read wherever one is written.
    @Test(arguments: ["90%", "0.9"], ["", "inferred before", "inferred after"])
    func levelsAreWrittenAlikeEverywhere(number: String, basis: String) throws {
        let text = ["": number, "inferred before": "inferred \(number)", "inferred after": "\(number) (inferred)"][
            basis]
        let level = try #require(text)
        let expected = basis.isEmpty ? ConfidenceLevel.stated(0.9) : .inferred(0.9)
        #expect(try CardOptions.parse(["--confidence-level", level]).importOptions().confidenceLevel == expected)
        #expect(try Self.card(nil, comments: "# confidence_level: \(level)\n").confidenceLevel == expected)
        let yaml = "curves: {a: {sources: [{url: 'https://example.org', confidence_level: '\(level)'}]}}"
        let said = try AddressBook(yaml: Array(yaml.utf8)).addresses(of: "a").first?.reading?.said
        #expect(said?.confidenceLevel == expected)
    }

    /// The table of the documentation. `MUTAU_RECORD_SNAPSHOTS=1` writes it.
    @Test func theDocumentationListsThem() throws {
        let ofOptions = (CardField.all + CardField.ofReading).filter { !$0.isInText }.map { "`\($0.key)`" }
            .joined(separator: ", ")
        var table = """
            # What can be said of a bound

            In comments of text files (`# key: value`), in `catalogue.yaml`, in the PARAMs and INFOs of documents and in \
            JSON a fact has the key given here; `add`, `import` and `inspect` take it as an option.

            A comment may use the name of the option too, and write `-` or a blank for `_`. What it says of a column and the \
            column's heading contradicts is refused. \(ofOptions) only an option says: such a comment is read as words and \
            told in a note, as is one whose key is nearly one of these.

            | key | option | what it says | what may be written |
            |---|---|---|---|

            """
        for field in CardField.all + CardField.ofReading {
            let key = field.isRepeated ? "`\(field.key)`, one of them `\(field.itemKey)`" : "`\(field.key)`"
            let written = field.words.isEmpty ? field.expected : field.words.map { "`\($0)`" }.joined(separator: ", ")
            table += "| \(key) | `--\(field.optionName)` | \(field.help) | \(written) |\n"
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/Cards.md")
        if ProcessInfo.processInfo.environment["MUTAU_RECORD_SNAPSHOTS"] == "1" {
            try Data(table.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == table)
    }
}

extension FieldType {
    /// Whether a value is of this type.
    fileprivate func holds(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.optional, .null), (.text, .text), (.number, .number): true
        case (.optional(let type), _): type.holds(value)
        case (.word(let words), .text(let word)): words.contains(word)
        case (.fraction, .number(let number)): number > 0 && number < 1
        case (.list(let type), .list(let values)): values.allSatisfy(type.holds)
        case (.record(let types), .record(let members)):
            types.map(\.key) == members.map(\.key) && zip(types, members).allSatisfy { $0.type.holds($1.value) }
        default: false
        }
    }
}
