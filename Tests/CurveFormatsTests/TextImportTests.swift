import ConstraintKit
import Testing

@testable import CurveFormats

@Suite struct TextImportTests {
    private func complete() -> ImportOptions {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel, options.side) = (.observed, .stated(0.9), .above)
        return options
    }

    private func knots(_ text: String, _ options: ImportOptions) throws -> [Curve.Knot] {
        let document = try importCurves([TestInput.text(text)], options: options).document
        guard case .above(let curve) = try #require(document.limits.first).region else { return [] }
        return curve.knots
    }

    private func error(_ text: String, _ options: ImportOptions) -> CurveFormatError? {
        #expect(throws: CurveFormatError.self) { try importCurves([TestInput.text(text)], options: options) }
    }

    @Test func commentsAreTheDefaults() throws {
        let read = try importCurves([try TestInput.limit("na64e-2024.csv")])
        let card = read.document.card
        #expect(card.stem == "na64e-2024")
        #expect(card.kind == .observed)
        #expect(card.confidenceLevel == .stated(0.9))
        #expect(card.kineticMixing == .natural)
        #expect(card.method == .reconstructed)
        #expect(card.methodNote == "the 2019 curve scaled by sqrt(2.84/9.37); not the published curve")
        #expect(card.references == [Reference(arxiv: "2404.06982", citation: "arXiv:2404.06982")])
        #expect(card.summary.hasPrefix("NA64-e missing energy"))
        let limit = try #require(read.document.limits.first)
        #expect(limit.name == "observed")
        #expect(limit.region.massRange == 1...189.2)
    }

    /// R's `write.table` names no column above the names of its rows; where these are no names, a field is too many.
    @Test(arguments: [
        "\"mass_MeV\" \"coupling\"\n\"1\" 1 0.001\n\"2\" 2 0.002\n",
        "\"mass_MeV\",\"coupling\"\n\"1\",1,0.001\n\"2\",2,0.002\n",
        "\"mass_MeV\"\t\"coupling\"\n\"first\"\t1\t0.001\n\"next\"\t2\t0.002\n",
        "mass_MeV coupling\n1.` 1.`*^-3\n2.`3. 2.`15.9*^-3\n",
    ])
    func rowsMayHaveNames(_ text: String) throws {
        let knots = try knots(text, complete())
        #expect(knots.map(\.mass) == [1, 2] && knots.map(\.coupling) == [1e-3, 2e-3])
        // Without quotation marks they may be masses.
        let unnamed = "mass_MeV coupling\n1 1 0.001\n2 2 0.002\n"
        #expect(
            error(unnamed, complete())
                == .badText(line: 2, fault: .wrongFieldCount(found: 3, expected: 2), file: "curve.csv"))
    }

    @Test(arguments: [
        (
            "BEGIN YODA_SCATTER2D_V2 /REF/T\nType: Scatter2D\n---\n1 0 0 2 0 0\nEND YODA_SCATTER2D_V2\n",
            ForeignFile.yoda
        ),
        ("# BEGIN YODA_SCATTER2D /REF/T\nPath=/REF/T\n# xval xerr- xerr+ yval yerr- yerr+\n1 0 0 2 0 0\n", .yoda),
        ("******\n*    Row   *      mass *\n******\n*        0 *         1 *\n", .rootScan),
        ("{\n   TGraph *g = new TGraph(2);\n   g->SetPoint(0,1,1e-3);\n}\n", .rootMacro),
        ("void limit() {\n  auto g = new TGraph(2);\n  g->SetPoint(0, 1, 1e-3);\n}\n", .rootMacro),
        ("mass_MeV,coverage,limit_low,limit_high,deviations\n1,allowed,0,1e-3,\n", .answer),
        ("stem,title,kind,role\na,A,observed,decides\n", .answer),
        (
            "limit,kind,side,topology,confidence_level,confidence_level_basis,line,mass_MeV,coupling\n"
                + "observed,observed,below-mass,open,,not stated,1,5,1e-09\n", .massLimit
        ),
        ("{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", .notebook),
        ("<?xml version=\"1.0\"?><!DOCTYPE engauge><Document VersionNumber=\"12.1\"><Curve/></Document>", .engauge),
    ])
    func programsOfTheFieldAreNamed(_ text: String, _ kind: ForeignFile) {
        #expect(error(text, complete()) == .foreign(kind, file: "curve.csv"))
    }

    @Test func aNumberBeyondDoublesIsNamed() {
        let headers = #"[{"name":"m [MeV]"},{"name":"g"}]"#
        let text = #"{"name":"T","headers":\#(headers),"values":[{"x":[{"value":1e999}],"y":[{"group":0,"value":1}]}]}"#
        let expected = "a number that a double can hold"
        #expect(
            error(text, complete())
                == .badFile(
                    .hepDataJSON, .wrongValue(path: "values[0].x[0]", found: "1e999", expected: expected),
                    file: "curve.csv"))
    }

    @Test func anInferredLevelStaysInferred() throws {
        let card = try importCurves([try TestInput.limit("charm-ii.csv")]).document.card
        #expect(card.confidenceLevel == .inferred(0.9))
        #expect(card.methodNote == "another digitisation differs by a factor of 2.8")
    }

    @Test func twoEdgesAreOneBand() throws {
        var options = ImportOptions()
        options.stem = "hubble-hint"
        let files = [
            try TestInput.limit("hubble-hint-low-mass-edge.csv"), try TestInput.limit("hubble-hint-high-mass-edge.csv"),
        ]
        let document = try importCurves(files, options: options).document
        #expect(document.limits.count == 1)
        #expect(document.card.confidenceLevel == .notStated)
        guard case .between(let band) = document.limits[0].region else {
            Issue.record("no band: \(document.limits[0])")
            return
        }
        #expect(band.edges.map(\.knots.count) == [18, 16])
        #expect(document.limits[0].kind == .hint)
    }

    @Test func oneEdgeAloneIsNoContour() throws {
        #expect(throws: CurveFormatError.missing([.topology(table: "hint")], file: "hubble-hint-low-mass-edge.csv")) {
            try importCurves([try TestInput.limit("hubble-hint-low-mass-edge.csv")])
        }
    }

    @Test func aFunctionOfTheMassIsAnAuxiliaryTable() throws {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel) = (.observed, .stated(0.95))
        options.parameters = ["n_eff_max": 3.33]
        let read = try importCurves([try TestInput.limit("neff-thermal.csv")], options: options)
        let table = try read.document.table("n_eff")
        #expect(table.columns.map(\.name) == ["mass", "n_eff"])
        #expect(table.columns.map(\.unit) == ["MeV", ""])
        #expect(try read.document.parameter("n_eff_max") == 3.33)
        #expect(read.document.card.references.map(\.arxiv) == ["1812.05605", "2001.04466"])
        #expect(read.warnings == [.readAsAuxiliaryTable(file: "neff-thermal.csv", table: "n_eff")])
    }

    @Test func everythingMissingIsNamedAtOnce() throws {
        #expect(
            error("1 5e-4\n2 6e-4\n", ImportOptions())
                == .missing(
                    [
                        .massColumn(table: "observed", found: ["1", "2"]),
                        .couplingColumn(table: "observed", found: ["1", "2"]), .kind(table: "observed"),
                        .confidenceLevel(table: "observed"), .excludedSide(table: "observed"),
                    ], file: "curve.csv"))
    }

    @Test func columnsWithoutNamesNeedTheUser() throws {
        var options = complete()
        (options.massColumn, options.couplingColumn) = ("2", "1")
        #expect(
            error("5e-4 1\n6e-4 2\n", options)
                == .missing(
                    [.massUnit(table: "observed", column: "2"), .quantity(table: "observed", column: "1")],
                    file: "curve.csv"))
        (options.massUnit, options.quantity) = (.gigaelectronvolt, .coupling)
        #expect(try knots("5e-4 1\n6e-4 2\n", options).map(\.mass) == [1000, 2000])
    }

    @Test func columnsWithNamesMayBeNumberedToo() throws {
        var options = complete()
        (options.massColumn, options.couplingColumn, options.quantity) = ("1", "3", .coupling)
        let knots = try knots("a_MeV,b,c\n1,7,5e-4\n3,7,6e-4\n", options)
        #expect(knots == [.init(mass: 1, coupling: 5e-4), .init(mass: 3, coupling: 6e-4)])
        for missing in ["0", "4", "-1", "99999999999999999999"] {
            options.couplingColumn = missing
            #expect(
                error("a_MeV,b,c\n1,7,5e-4\n", options)
                    == .missing(
                        [.couplingColumn(table: "observed", found: ["a_MeV", "b", "c"])], file: "curve.csv"))
        }
    }

    @Test(arguments: [
        "mass_GeV,g'\n0.001,5e-4\n0.003,6e-4\n", "mass [MeV];coupling\r\n1;5e-4\r\n3;6e-4\r\n",
        "# m_keV gprime\n1000 5e-4\n3000\t6e-4\n",
        "\u{FEFF}log10_mass_MeV\tlog10(coupling)\n0\t-3.30103\n0.4771213\t-3.221849\n",
        "\"g_prime\",\"mass_MeV\"\n5e-4,1\n6e-4,3\n", "mass_MeV,g'\r1,5e-4\r3,6e-4\r",
        "sep=;\r\nmass_MeV;g'\r\n1;5e-4\r\n3;6e-4\r\n", "sep=\t\nmass_MeV\tg'\n1\t5e-4\n3\t6e-4\n",
        "mass_MeV,g',\"remark, in words\"\n1,5e-4,\"a, \"\"b\"\"\"\n3,6e-4,\n",
    ]) func spellingsOfTheSameCurve(_ text: String) throws {
        let knots = try knots(text, complete())
        #expect(knots.count == 2)
        for (found, expected) in zip(knots, [(1.0, 5e-4), (3.0, 6e-4)]) {
            // Logarithms with seven digits give six digits of the value.
            #expect(abs(found.mass / expected.0 - 1) < 1e-6)
            #expect(abs(found.coupling / expected.1 - 1) < 1e-6)
        }
    }

    @Test(arguments: [
        ("epsilon", CurveQuantity.epsilon), ("eps^2", .epsilonSquared), ("g2", .couplingSquared),
        ("alpha'/alpha", .alphaRatio), ("alpha_prime", .alphaPrime),
    ]) func otherQuantitiesAreRefused(_ name: String, _ quantity: CurveQuantity) {
        #expect(
            error("mass_MeV,\(name)\n1,1e-6\n", complete())
                == .quantityUnsettled(column: name, found: quantity, table: "observed"))
    }

    @Test func quantitiesConvertWhenTold() throws {
        var options = complete()
        options.quantity = .couplingSquared
        #expect(try knots("mass_MeV,g2\n1,2.5e-7\n", options)[0].coupling == 5e-4)
        options.quantity = .epsilon
        #expect(error("mass_MeV,epsilon\n1,1e-5\n", options) == .mixingNeeded(quantity: .epsilon, table: "observed"))
        options.mixing = .natural
        // ε = g′/69.3 (three digits) for the loops of muon and tau.
        #expect(abs(try knots("mass_MeV,epsilon\n1,1e-5\n", options)[0].coupling / 69.3e-5 - 1) < 1e-3)
    }

    @Test(arguments: ["mass_mev,g\n1,1e-4\n", "mass_MEV,g\n1,1e-4\n"]) func unitsAreNotGuessed(_ text: String) {
        guard case .badUnit("mass", _, hint: "MeV", table: _) = error(text, complete()) else {
            Issue.record("the unit was taken")
            return
        }
    }

    /// A number with a separator of thousands is one field and no number; so is a comma beside a point.
    @Test(arguments: [
        ("mass_MeV,g\n\"1,000\",5e-4\n", "1,000"), ("mass_MeV;g\n1,500;0.5e-4\n", "1,500"),
    ])
    func separatorsInsideNumbersAreRefused(_ text: String, _ number: String) {
        #expect(
            error(text, complete())
                == .badText(line: 2, fault: .notANumber(column: "mass_MeV", text: number), file: "curve.csv"))
    }

    @Test(arguments: ["limit = {{1., 1.*^-3}, {2., 2.*^-3}};\n", "[(1.0, 1e-3), (2.0, 2e-3)]\n", "m|g\n1|1e-3\n"])
    func linesOfWordsAloneAreNamed(_ text: String) {
        let first = String(text.prefix { $0 != "\n" })
        #expect(
            error(text, complete()) == .badText(line: 1, fault: .noNumbers(text: first), file: "curve.csv"))
    }

    /// Nothing is looked for in lines of more fields than a table has columns, nor behind many lines of words.
    @Test func hostileHeadingsAreGivenUp() {
        let wide = String(repeating: "m [MeV] g" + String(repeating: " x", count: 5_000) + "\n", count: 3)
        #expect(error(wide, complete()) == .badText(line: 1, fault: .tooManyFields(limit: 4000), file: "curve.csv"))
        let long = String(repeating: "a; b; c\n", count: 40_000)
        #expect(error(long, complete()) == .badText(line: 1, fault: .noNumbers(text: "a; b; c"), file: "curve.csv"))
    }

    /// Headers of authors' files are long, and stand between blocks too.
    @Test func rowsBelowMuchProseAreRead() throws {
        let prose = (0..<100).map { "words of prose between, line \($0 % 10 == 0 ? "ten" : "x")\n" }.joined()
        let block = "mass[MeV] g\n2 4.5e-4\n20 6e-4\n30 7e-4\n"
        #expect(try importCurves([TestInput.text(prose + block)], options: complete()).document.limits.count == 1)
        let two = "Expected limit\n\(block)\n\n\(prose)Observed limit\n\(block)"
        #expect(try importCurves([TestInput.text(two)], options: complete()).document.limits.count == 2)
    }

    /// A cell may hold as many words as it likes.
    @Test func wordsOfACellAreNoFields() throws {
        let note = String(repeating: "word ", count: 6_000)
        let text = "mass[MeV],g,note\n2,4.5e-4,a\n20,6e-4,\(note)\n30,7e-4,b\n"
        #expect(try knots(text, complete()).count == 3)
    }

    /// Another column tells rows at the same masses apart, or blocks of rows.
    @Test(
        arguments: [
            ("mass_MeV,coupling,type\n1,1e-3,obs\n2,2e-3,obs\n1,2e-3,exp\n2,3e-3,exp\n", "type", ["obs", "exp"]),
            ("mass_MeV,ctau,g\n1,1,1e-3\n1,10,2e-3\n2,1,2e-3\n2,10,2e-3\n", "ctau", ["1.0", "10.0"]),
            ("experiment,mass_MeV,g\nA,1,1e-3\nA,3,1e-3\nB,2,2e-3\nB,4,2e-3\n", "experiment", ["A", "B"]),
            // Words that no curve has both of, wherever they stand.
            ("mass_MeV,g,type\n1,1e-3,obs\n2,2e-3,obs\n3,1e-4,exp\n4,2e-4,exp\n", "type", ["obs", "exp"]),
            (
                "mass_MeV,g,is\n1,1e-3,allowed\n2,2e-3,excluded\n3,1e-4,excluded\n4,2e-4,allowed\n", "is",
                ["allowed", "excluded"]
            ),
        ])
    func rowsOfSeveralCurvesAreRefused(_ text: String, _ column: String, _ values: [String]) {
        #expect(error(text, complete()) == .severalCurves(column: column, values: values, table: "observed"))
    }

    /// A step, numbers of rows, errors and remarks tell no curves apart.
    @Test(arguments: [
        "mass_MeV,g,row\n1,1e-3,1\n2,1e-3,2\n2,2e-3,3\n3,2e-3,4\n", "mass_MeV,g,remark\n1,1e-3,a\n2,1e-3,b\n3,2e-3,\n",
        "m_MeV,g,final_state\n2,4e-4,invisible\n20,2e-4,invisible\n300,3e-4,mumu\n400,8e-4,mumu\n500,8e-4,mumu\n",
        "m_MeV,g,note\n2,4e-4,\n20,2e-4,\n200,9e-4,\n300,3e-4,far\n400,1e-4,far\n500,8e-4,far\n",
        "mass_MeV,g,ctau\n1,1e-3,5\n2,1e-3,5\n3,2e-3,5\n", "mass_MeV,g,err\n1,1e-3,5\n2,1e-3,5\n3,2e-3,4\n4,2e-3,4\n",
    ])
    func otherColumnsAreLeftOut(_ text: String) throws {
        #expect(try importCurves([TestInput.text(text)], options: complete()).document.limits.count == 1)
    }

    /// Two files behind one another, say.
    @Test func aFactThatIsSaidTwiceIsRefused() {
        let text = "# kind: expected\n# side: above\nmass_MeV,coupling\n1,1e-3\n2,2e-3\n# kind: observed\n"
        #expect(
            error(text, complete())
                == .badText(line: 6, fault: .saidOtherwise(key: "kind", value: "observed", line: 1), file: "curve.csv"))
        let alike = "# kind: observed\n# kind: observed\nmass_MeV,coupling\n1,1e-3\n2,2e-3\n"
        #expect(throws: Never.self) { try importCurves([TestInput.text(alike)], options: complete()) }
    }

    @Test func aRemarkMayNotMakeAnExpectedLimitObserved() {
        var options = complete()
        options.kind = nil
        let text = "# kind: observed\nmass_MeV,expected coupling\n1,1e-4\n2,1e-4\n"
        #expect(
            error(text, options)
                == .kindContradicted(column: "expected coupling", said: .observed, found: .expected, table: "observed"))
    }

    @Test func whatChangesTheLimitIsNotOverruledInSilence() throws {
        var options = complete()
        (options.mixing, options.couplingUnit) = (KineticMixing.none, "1")
        let text = "# kinetic_mixing: natural\n# coupling_unit: 1e-3\nmass_MeV,coupling\n1,1e-3\n2,2e-3\n"
        let warnings = try importCurves([TestInput.text(text)], options: options).warnings
        #expect(
            warnings.contains(.overruled(table: "curve.csv", field: "kinetic_mixing", said: "natural", given: "none"))
                && warnings.contains(.overruled(table: "observed", field: "coupling_unit", said: "1e-3", given: "1")))
    }

    @Test func wordsInBracketsAreNoUnits() throws {
        let heading = "mass_MeV,observed coupling,expected (-2σ),Expected Limit (mean)\n"
        let text = heading + "1,1e-3,2e-3,3e-3\n2,1e-3,2e-3,3e-3\n"
        var options = complete()
        options.kind = nil
        let limits = try importCurves([TestInput.text(text)], options: options).document.limits
        #expect(limits.contains { $0.kind == .observed })
    }

    @Test func aLineThatReturnsToItsBeginningIsClosed() {
        let text = "mass_MeV,coupling\n1,1e-3\n2,1e-3\n3,2e-3\n2,3e-3\n1,1e-3\n"
        #expect(error(text, complete()) == .turnsBack(mass: 3, table: "observed"))
    }

    /// log is the natural logarithm to some and the common one to others.
    @Test(arguments: ["log(mass)", "ln mass", "log_mass"]) func logarithmsWithoutBaseAreRefused(_ name: String) {
        var options = complete()
        (options.massColumn, options.massUnit) = ("1", .megaelectronvolt)
        #expect(
            error("\(name);g\n0.5;5e-4\n1.5;6e-4\n", options)
                == .logarithmUnsettled(column: name, table: "observed"))
    }

    @Test func whatTheUserOverrulesIsTold() throws {
        var options = complete()
        (options.massUnit, options.quantity) = (.megaelectronvolt, .coupling)
        options.confidenceLevel = .stated(0.95)
        let text = "# confidence_level: 90%\n# kind: expected\nmass_GeV,epsilon^2\n1,1e-4\n3,2e-4\n"
        let warnings = try importCurves([TestInput.text(text)], options: options).warnings
        #expect(
            Set(warnings) == [
                .overruled(table: "observed", field: "mass_unit", said: "GeV", given: "MeV"),
                .overruled(table: "observed", field: "quantity", said: "ε²", given: "g′"),
                .overruled(table: "observed", field: "confidence_level", said: "0.9", given: "0.95"),
                .overruled(table: "observed", field: "kind", said: "expected", given: "observed"),
            ])
        // What only settles, or says the same in other words, is not worth a word.
        options = complete()
        (options.massUnit, options.quantity, options.mixing) = (.gigaelectronvolt, .epsilonSquared, .natural)
        let same = "# confidence_level: 0.90\nmass [10**3MeV],epsilon^2\n1,1e-9\n3,2e-9\n"
        let settled = try importCurves([TestInput.text(same)], options: options).warnings
        #expect(settled == [.quantityConverted(table: "observed", column: "epsilon^2", from: .epsilonSquared)])
    }

    @Test func damagedRowsAreNamed() {
        let header = "mass_MeV,coupling\n"
        #expect(
            error(header + "1,5e-4\n2\n", complete())
                == .badText(line: 3, fault: .wrongFieldCount(found: 1, expected: 2), file: "curve.csv"))
        #expect(
            error(header + "1,~5e-4\n", complete())
                == .badText(line: 2, fault: .notANumber(column: "coupling", text: "~5e-4"), file: "curve.csv"))
        // A sign of inequality is a limit, but not one on the other side.
        #expect(
            error(header + "1,>5e-4\n", complete())
                == .boundOfOtherSide(column: "coupling", side: .below, table: "observed"))
        #expect(
            error(header + "1,5e-4\n,6e-4\n", complete())
                == .badRow(row: 2, reason: .massMissing, table: "observed"))
        #expect(
            error(header + "1,0\n", complete())
                == .curve(.notPositive("coupling", value: 0, row: 0), table: "observed"))
        #expect(error("", complete()) == .noCurve(file: "curve.csv"))
    }

    @Test func aLevelOfNinetyIsRefused() {
        #expect(
            error("# confidence_level: 90\nmass_MeV,coupling\n1,1e-4\n", complete())
                == .confidenceLevelOutOfRange(value: 90, table: "curve.csv"))
    }

    @Test func aMassBoundNeedsNoFile() throws {
        var options = complete()
        options.stem = "neff-5mev"
        options.massLimit = .init(mass: try Mass(inMeV: 5), couplings: .init(lower: 1e-9, upper: .infinity))
        let document = try importCurves([], options: options).document
        #expect(document.limits.map(\.region) == [.belowMass(try Mass(inMeV: 5), .above(1e-9))])
    }
}
