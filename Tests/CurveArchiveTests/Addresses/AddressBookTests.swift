import ConstraintKit
import CurveFormats
import Testing

@testable import CurveArchive

@Suite struct AddressBookTests {
    private func catalogue(_ yaml: String) throws -> AddressBook { try AddressBook(yaml: Array(yaml.utf8)) }

    @Test func everythingThatCanBeSaid() throws {
        let found = try catalogue(
            """
            # A comment
            curves:
              a:
                sources:
                  - url: https://example.org/a.vot
                  - url: https://example.org/x?a=1&b=*&c=&d
                    format: any
                    mass_unit: GeV
                    quantity: epsilon-squared
                    mass_column: 2
                    coupling_column: limit
                    confidence_level: 0.9 (inferred)
                    excluded_side: above
                    kinetic_mixing: natural
                    kind: observed
                    arxiv: 1606.03501
              b:
                none_known: >-
                  nobody
                  published it
            """)
        guard case .addresses(let addresses)? = found.entries["a"], addresses.count == 2 else {
            Issue.record("\(found)")
            return
        }
        #expect(addresses[0] == .init(url: "https://example.org/a.vot"))
        let options = try #require(addresses[1].reading).options(stem: "a")
        #expect(options.massUnit == .gigaelectronvolt && options.quantity == .epsilonSquared)
        #expect(options.massColumn == "2" && options.couplingColumn == "limit" && options.stem == "a")
        #expect(options.confidenceLevel == .inferred(0.9) && options.side == .above && options.mixing == .natural)
        #expect(options.references == [Reference(arxiv: "1606.03501", citation: "")])
        #expect(found.entries["b"] == .noneKnown("nobody published it"))
        #expect(try AddressBook(yaml: found.serialized()) == found)
    }

    @Test(arguments: [
        (
            "curves:\n  a:\n    source: []",
            AddressBookError.unknownKey(
                path: "curves.a.source", nearest: "sources", known: ["sources", "none_known"])
        ),
        ("curves:\n  a: {}", .undecided(path: "curves.a")),
        ("curves:\n  a:\n    sources: []", .undecided(path: "curves.a")),
        ("curves:\n  a:\n    none_known: x\n    sources: [{url: 'https://example.org'}]", .undecided(path: "curves.a")),
        (
            "curves:\n  ../a:\n    none_known: x",
            .wrongValue(
                path: "curves", found: "../a", expected: "a stem: letters, digits, - and _")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, mass_unit: meV2}]",
            .wrongValue(
                path: "curves.a.sources[0].mass_unit", found: "meV2", expected: "eV, keV, MeV, GeV, TeV, PeV, EeV")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, format: xml}]",
            .wrongValue(
                path: "curves.a.sources[0].format", found: "xml", expected: "native or any")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, format: native, kind: observed}]",
            .wrongValue(
                path: "curves.a.sources[0].format", found: "native", expected: "any, with what is said of the file")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, confidence_level: 90}]",
            .wrongValue(
                path: "curves.a.sources[0].confidence_level", found: "90",
                expected: TextForm.confidenceLevel.expected)
        ),
        (
            "curves:\n  a:\n    sources: [{format: any}]",
            .missing(
                path: "curves.a.sources[0].url", expected: "a value")
        ),
        (
            "curves:\n  a:\n    sources: ['https://example.org']",
            .wrongKind(path: "curves.a.sources[0]", expected: "a mapping or a list")
        ),
        (
            "curves:\n  a:\n    sources: [{url: ../a.csv}]",
            .wrongValue(
                path: "curves.a.sources[0].url", found: "../a.csv",
                expected: "a URL of https, http or file, without name and password")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, parameters: {n: .inf}}]",
            .wrongValue(
                path: "curves.a.sources[0].parameters.n", found: ".inf",
                expected: "a name and a finite number, as in name=value")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, mass_limit: 5MeV/1e-9}]",
            .wrongValue(
                path: "curves.a.sources[0].mass_limit", found: "5MeV/1e-9",
                expected: "a mass and the least coupling, as in 5MeV,1e-9")
        ),
        (
            "curves:\n  a:\n    sources: [{url: x, references: [{arXiv: 1}]}]",
            .unknownKey(
                path: "curves.a.sources[0].references[0].arXiv", nearest: "arxiv",
                known: Reference.keys)
        ),
        ("curves: &a\n  b: *a", .usesAnchors), ("curves: &-a\n  b: *-a", .usesAnchors),
        ("{\"curves\":&a {b: x}}", .usesAnchors), ("{}", .missing(path: "curves", expected: "a value")),
    ])
    func slipsOfThePen(yaml: String, error: AddressBookError) {
        #expect(throws: error) {
            do { _ = try catalogue(yaml) } catch AddressBookError.at(_, let inner) { throw inner }
        }
    }

    @Test(arguments: [
        ("curves:\n  a:\n    source: []", YAMLPlace(line: 3, column: 5)),
        ("curves:\n  b: {none_known: x}\n  a: {}", YAMLPlace(line: 3, column: 3)),
        ("curves:\n  a:\n    sources: [{url: x, mass_unit: meV2}]", YAMLPlace(line: 3, column: 24)),
        (
            "curves:\n  a:\n    sources:\n      - {url: https://a.org}\n      - format: any\n",
            YAMLPlace(line: 5, column: 9)
        ),
        ("curves:\n  a:\n    sources:\n      - https://a.org\n", YAMLPlace(line: 4, column: 9)),
        ("curves:\n  b: &x {}", YAMLPlace(line: 2)),
    ])
    func slipsAreFoundInTheFile(yaml: String, place: YAMLPlace) throws {
        let error = try #require(throws: AddressBookError.self) { try catalogue(yaml) }
        guard case .at(place, _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(arguments: [
        "", "[", "curves: 1", "curves:\n  a: 1", "curves:\n  a:\n    sources: x", "\0", "a: b: c",
        "curves:\n  a: {none_known: x}\n  a: {none_known: y}", "curves: {a: {none_known: [1]}}",
    ])
    func whatIsNoCatalogue(yaml: String) {
        #expect(throws: AddressBookError.self) { try catalogue(yaml) }
    }

    @Test func sizeIsBounded() {
        #expect(throws: AddressBookError.tooLarge(bytes: 1 << 20 + 1, limit: 1 << 20)) {
            try AddressBook(yaml: [UInt8](repeating: 0x20, count: 1 << 20 + 1))
        }
    }

    /// The program's own: every curve has sources or the reason why not, what it does not carry has sources, and no file of
    /// this machine is one.
    @Test func bundledCatalogueNamesEveryCurve() throws {
        let found = try AddressBook(paths: .none)
        let known = BundledFiles.ofProgram.stems + (try MissingBounds().fetchable)
        #expect(found.entries.keys.sorted() == known.sorted())
        for address in found.entries.keys.flatMap(found.addresses) where address.table == nil {
            #expect(throws: Never.self) { try CheckedURL(address.url, allowsPlainHTTP: false) }
        }
    }

    /// What a user says of a file on the command line is what the catalogue says of it later.
    @Test(arguments: [1, 2]) func optionsThereAndBack(references: Int) throws {
        var options = ImportOptions()
        options.stem = "a"
        options.title = "A: b"
        options.kind = .projected
        options.confidenceLevel = .notStated
        options.side = .inside
        options.topology = .closed
        options.massUnit = .electronvolt
        options.couplingUnit = "1e-3"
        options.table = "Table 12"
        options.quantity = .alphaRatio
        options.massColumn = "m"
        options.couplingColumn = "2"
        options.mixing = .ratio(-0.02)
        options.method = .notStated
        options.methodNote = "by hand"
        options.statistic = "CLs"
        options.summary = "What was measured"
        options.status = .superseded
        options.curves = ["observed", "expected: 2"]
        options.assumptions = ["standard expansion", "- no decay"]
        // A double that no short decimal is equal to.
        options.parameters = ["N_eff": 3.0 - 1e-16 + 1.0 / 3, "x": -2]
        options.massLimit = .init(mass: try Mass(inMeV: 16.0 / 3), couplings: .above(1e-9 / 3))
        options.references = [
            Reference(texkey: "Laha:2013xua", arxiv: "1304.3460", doi: "10.1103/x", citation: "R. L."),
            Reference(citation: "another"),
        ].prefix(references).map(\.self)
        let reading = FileDescription(options)
        #expect(reading.options(stem: "a") == options)
        // And by way of the file.
        var catalogue = AddressBook()
        catalogue.entries["a"] = .addresses([.init(url: "https://example.org/a", reading: reading)])
        let found = try AddressBook(yaml: catalogue.serialized()).addresses(of: "a")
        #expect(found.first?.reading?.options(stem: "a") == options)
        // Of every option that there is: none may be lost. That the user insisted is not said for all time.
        func children(_ options: ImportOptions) -> [Swift.Mirror.Child] {
            Array(Swift.Mirror(reflecting: options).children)
                + Array(Swift.Mirror(reflecting: options.card).children)
        }
        let untouched = children(ImportOptions()).map { "\($0.value)" }
        for (child, other) in zip(children(options), untouched)
        where child.label != "insists" && child.label != "facts" {
            #expect("\(child.value)" != other, "\(child.label ?? "") is not part of this test")
        }
    }

    /// A table of a paper is named by words of its description, and comes back as it was written.
    @Test func aTableOfAPaperComesBack() throws {
        let yaml = "curves: {a: {sources: [{hepdata: ins12, table_words: [limit, coupling], quantity: coupling}]}}"
        let found = try AddressBook(yaml: Array(yaml.utf8))
        let address = try #require(found.addresses(of: "a").first)
        #expect(address.table?.number.text == "ins12" && address.table?.words == ["limit", "coupling"])
        #expect(address.reading?.said.quantity != nil)
        #expect(try AddressBook(yaml: found.serialized()) == found)
    }

    @Test(arguments: [
        "{hepdata: ins12}", "{hepdata: ins12, table_words: []}", "{hepdata: twelve, table_words: [a]}",
        "{hepdata: ins12, url: 'https://a.org/b', table_words: [a]}", "{url: 'https://a.org/b', table_words: [a]}",
        "{table_words: [a]}", "{hepdata: ins12, tablewords: [a]}",
    ]) func aTableThatIsNotToldIsRefused(_ source: String) {
        #expect(throws: AddressBookError.self) {
            try AddressBook(yaml: Array("curves: {a: {sources: [\(source)]}}".utf8))
        }
    }
}
