import ConstraintKit
import Testing

@testable import CurveFormats

/// What a remark of a text file says under a key of ours, however it is written, is read, refused or told.
@Suite struct RemarkKeyTests {
    private static let rest = "# stem: a\n# kind: observed\n# confidence_level: 0.9\n"

    private func read(
        _ remarks: String, _ heading: String = "mass_MeV,coupling", options: ImportOptions = .init()
    ) throws -> ReadDocument {
        let text = Self.rest + remarks + "\n\(heading)\n1,1e-4\n10,2e-4\n"
        return try importCurves([TestInput.text(text)], options: options)
    }

    @Test(arguments: ["side", "excluded-side", "Excluded side"]) func aLimitIsNotTurnedOver(_ key: String) throws {
        let read = try read("# \(key): below")
        guard case .below = try #require(read.document.limits.first).region else {
            Issue.record("\(read.document.limits)")
            return
        }
        #expect(!read.warnings.contains { "\($0)".hasPrefix("sideAssumed") || "\($0)".hasPrefix("remark") })
        #expect(read.document.card.summary.isEmpty)
        #expect(throws: CurveFormatError.self) { try self.read("# \(key): abvoe") }
    }

    @Test func namesOfOptionsAndHyphensAreKeys() throws {
        let card = try read("# name: Foo\n# mixing: natural\n# method-note: by hand\n# short-name: foo").document.card
        #expect(card.title == "Foo")
        #expect(card.kineticMixing == .natural)
        #expect(card.methodNote == "by hand")
        #expect(card.facts["short_name"] == "foo")
        let text = "# confidence-level: 95%\n# kind: observed\nmass_MeV,g'\n1,1e-4\n"
        #expect(try importCurves([TestInput.text(text)]).document.card.confidenceLevel == .stated(0.95))
        #expect(try read("# parameter: x=3").document.parameters == ["x": 3])
    }

    @Test func whatTheColumnsHoldIsRead() throws {
        let remarks = "# mass_unit: GeV\n# quantity: alpha-prime\n# coupling-unit: 1e-3\n"
        let columns = "# mass_column: 2\n# coupling_column: 1\n"
        let text = Self.rest + remarks + columns + "0.5 1\n0.6 10\n"
        let said = try importCurves([TestInput.text(text)])
        var options = ImportOptions()
        (options.massUnit, options.quantity, options.couplingUnit) = (.gigaelectronvolt, .alphaPrime, "1e-3")
        (options.massColumn, options.couplingColumn) = ("2", "1")
        let given = try importCurves([TestInput.text(Self.rest + "0.5 1\n0.6 10\n")], options: options)
        #expect(said.document == given.document)
        #expect(said.document.limits.first?.region.massRange == 1000...10000)
    }

    @Test func contradictionsWithTheHeadingAreNamed() throws {
        #expect(throws: CurveFormatError.unitContradicted(column: "mass", said: "GeV", given: "MeV", table: "observed"))
        {
            try read("# mass_unit: GeV")
        }
        #expect(
            throws: CurveFormatError.quantityContradicted(
                column: "coupling", said: .epsilon, found: .coupling, table: "observed")
        ) { try read("# quantity: epsilon") }
        #expect(throws: CurveFormatError.unitContradicted(column: "g", said: "1e-3", given: "1e-6", table: "observed"))
        {
            try read("# coupling_unit: 1e-3", "mass_MeV,g [1e-6]")
        }
        var options = ImportOptions()
        options.quantity = .coupling
        #expect(
            try read("# quantity: epsilon", options: options).warnings.contains(
                .overruled(table: "observed", field: "quantity", said: "ε", given: "g′")))
    }

    @Test(arguments: [
        ("table: Table 5", CurveWarning.remarkOfOption(file: "curve.csv", line: 4, key: "table", option: "--table")),
        ("curve: observed", .remarkOfOption(file: "curve.csv", line: 4, key: "curve", option: "--curve")),
        (
            "mass-limit: 5MeV,1e-9",
            .remarkOfOption(file: "curve.csv", line: 4, key: "mass-limit", option: "--mass-limit")
        ),
        (
            "methodnote: by hand",
            .remarkMisspelled(file: "curve.csv", line: 4, key: "methodnote", nearest: "method_note")
        ),
        (
            "Quantity: cross section",
            .remarkUnreadable(
                file: "curve.csv", line: 4, key: "quantity", value: "cross section",
                expected: CardField.quantity.expected)
        ),
    ]) func whatIsNotReadIsTold(_ remark: String, _ warning: CurveWarning) throws {
        #expect(try read("# \(remark)").warnings.filter { $0 == warning }.count == 1)
    }

    @Test(arguments: ["Author: X", "colour: red", "Source: Fig. 3 of the paper", "Obtained from Fig. 3: by hand"])
    func otherRemarksStayTheSummary(_ remark: String) throws {
        let read = try read("# \(remark)")
        #expect(read.document.card.summary == remark)
        #expect(!read.warnings.contains { "\($0)".hasPrefix("remark") })
    }

    /// An equation is heeded where it can be read, and else a remark in words: programs write such of their own runs.
    @Test func equationsAreHeededWhereTheyCanBeRead() throws {
        let read = try read("# coupling_unit = 1e-3\n# method = bisection\n")
        guard case .above(let curve)? = read.document.limits.first?.region else {
            Issue.record("no line: \(read)")
            return
        }
        #expect(curve.knots.allSatisfy { $0.coupling < 1e-4 })
        #expect(
            read.warnings.contains { if case .remarkUnreadable(_, _, "method", _, _) = $0 { true } else { false } })
    }
}
