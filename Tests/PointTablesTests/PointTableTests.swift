import CurveFormats
import Foundation
import Testing

@testable import PointTables

/// Texts of points as people and programs leave them.
@Suite struct PointTableTests {
    private static let masses = [6.5, 20]
    private static let couplings = [4.5e-4, 1e-3]

    /// What parts columns, where they stand, what they are called: the same two points each time.
    @Test(arguments: [
        "mass_MeV,coupling\n6.5,4.5e-4\n20,1e-3\n",
        "mass_MeV,coupling\r\n6.5,4.5e-4\r\n\r\n20,1e-3",
        "\u{FEFF}coupling,mass_MeV\n4.5e-4,6.5\n1e-3,20\n",
        "6.5 4.5e-4\n20 1e-3\n", "6.5\t4.5e-4\n20\t1e-3\n", "6.5,4.5e-4\n20,1e-3\n",
        "# mass_MeV coupling\n6.5   4.5D-4\n% remark\n// another\n! and one\n20   1e-3\n",
        "m [GeV];g'\n0,0065;0,00045\n0,02;0,001\n", "sep=;\nm [GeV];g'\n0,0065;0,00045\n0,02;0,001\n",
        "name,logL,m_Z' [keV],g\n\"a, b\",-1,6500,4.5e-4\nc,-2,20000,1e-3\n",
        "log10(mass_MeV),g'\n0.8129133566428556,4.5e-4\n1.3010299956639813,1e-3\n",
        "mass_MeV\tcoupling\tremark\n6.5\t4.5e-4\t\n20\t1e-3\tx\n",
        "id,model,author,m_MeV,g\nA1,simple,Smith,6.5,4.5e-4\nA2,simple,Smith,20,1e-3\n",
        "m,g\nGeV,\n0.0065,4.5e-4\n0.02,1e-3\n", "mass,coupling\n[GeV],[1]\n0.0065,4.5e-4\n0.02,1e-3\n",
        "# masses in GeV\n# m g\n0.0065 4.5e-4\n0.02 1e-3\n", "# m g\n# GeV 1\n0.0065 4.5e-4\n0.02 1e-3\n",
        "m_MeV,g\n6.5,4.5e-4 # seen\n20,1e-3 // too\n", "m_MeV,g\r6.5,4.5e-4\r20,1e-3\r",
        "\"m_MeV\" \"g\"\n\"1\" 6.5 4.5e-4\n\"2\" 20 1e-3\n",
        "\"m_MeV\",\"g\"\n\"1\",6.5,4.5e-4\n\"2\",20,1e-3\n",
        "m_MeV g\n6.5` 4.5`*^-4\n20.`15.9 1.`*^-3\n",
        "m_MeV,g\n\"6,5\",\"0,00045\"\n\"20,0\",\"0,001\"\n",
        // Origin's names, names in words and units; a title as Excel exports a sheet's; a tab that ends the row of units.
        "m,g\n\"Mass\",\"Coupling\"\nGeV,\n0.0065,4.5e-4\n0.02,1e-3\n",
        "m,g\nin GeV,dimensionless\n0.0065,4.5e-4\n0.02,1e-3\n",
        "Zprime scan,,\nm_MeV,g,n\n6.5,4.5e-4,a\n20,1e-3,b\n", "m\tg\nGeV\t\n0.0065\t4.5e-4\n0.02\t1e-3\n",
        "m,g\nMeV,10^-3\n6.5,0.45\n20,1\n", "m_MeV,g (10⁻³)\n6.5,0.45\n20,1\n", "m_MeV,g_in_1e-3\n6.5,0.45\n20,1\n",
    ])
    func pointsAreFoundWhereverTheyStand(text: String) throws {
        let read = try Points.table(text).all()
        try #require(read.masses.count == 2, "\(read)")
        // A logarithm comes back to a few units in the last place.
        for (mass, expected) in zip(read.masses, Self.masses) { #expect(abs(mass / expected - 1) < 1e-15) }
        #expect(read.couplings == Self.couplings)
    }

    /// An energy or a width is no mass, though it is the only column in a unit of energy.
    @Test(arguments: ["E_GeV", "Gamma [MeV]", "energy (GeV)", "width_MeV", "E_beam [GeV]"])
    func anotherEnergyIsNoMass(_ heading: String) throws {
        #expect(
            throws: CurveFormatError.missing([.massColumn(table: "points", found: [heading, "g"])], file: "points")
        ) {
            try Points.table("\(heading),g\n6.5,4.5e-4\n")
        }
        var options = ImportOptions()
        options.massColumn = "1"
        #expect(try Points.table("\(heading),g\n6.5,4.5e-4\n", options).all().masses.count == 1)
    }

    /// A quotation mark within a cell is a sign like others (RFC 4180), and Latin-1 is read as such.
    @Test func cellsComeBackAsTheyAre() throws {
        let text = "m_MeV,g,remark\n6.5,4.5e-4,it \"is\" so\n6.5,4.5e-4,5\" pipe\n6.5,4.5e-4,\"a, \"\"b\"\"\"\n"
        #expect(
            try Points.table(text).all().csv
                == "6.5,4.5e-4,\"it \"\"is\"\" so\"\n6.5,4.5e-4,\"5\"\" pipe\"\n6.5,4.5e-4,\"a, \"\"b\"\"\"\n")
        let latin1 = Array("m_MeV,g,n\n6.5,4.5e-4,caf".utf8) + [0xE9, 0x0A]
        #expect(try Points.table(latin1).all().csv == "6.5,4.5e-4,café\n")
    }

    /// Logs of samplers say much before their rows.
    @Test func remarksMayBeLong() throws {
        let remarks = String(repeating: "# a comment line of forty characters or so\n", count: 4_000)
        for text in ["m_MeV,g\n\(remarks)6.5,4.5e-4\n20,1e-3\n", "\(remarks)m_MeV,g\n6.5,4.5e-4\n20,1e-3\n"] {
            let read = try Points.table(text).all()
            #expect(read.masses == Self.masses && read.couplings == Self.couplings)
        }
    }

    /// A first row of masses with their units is no row of units: its points are kept, and can't be read.
    @Test(arguments: [
        "m,g\n6.5MeV,4.5e-4\n7,0.5\n", "m,g\n0.0065 GeV,4.5e-4\n7,0.5\n", "m_MeV,g\nMeV,1e-3\n7,0.5\n",
        "m,g\n10^1 MeV,10^-3\n7,0.5\n",
    ])
    func aRowThatMayHoldValuesIsNoRowOfUnits(text: String) throws {
        #expect(try Points.table(text).faults().count == 1)
        let read = try Points.table(text).all()
        #expect(read.masses.last == 7 && read.couplings.last == 0.5)
    }

    /// A remark says the unit of the column only where it speaks of that, and what it says is told.
    @Test(arguments: [
        ("# Scan with Higgs mass = 125 GeV\n", 6.5), ("# muon mass 0.10566 GeV\n", 6.5),
        ("# masses in GeV were converted to MeV\n", 6.5), ("# mass in keV or MeV\n", 6.5),
        ("# masses in GeV\n# mass in keV\n", 6.5), ("# mass_unit: GeV\n", 6500),
        ("# all masses are given in GeV\n", 6500), ("# m in GeV\n", 6500), ("# units: GeV\n", 6500),
        ("# energy in TeV, mass in GeV\n", 6500),
    ])
    func remarksOfUnits(_ remark: String, _ mass: Double) throws {
        let table = try Points.table("\(remark)mass,g\n6.5,4.5e-4\n")
        #expect(try table.all().masses == [mass])
        let note = mass == 6.5 ? PointNote.unitTaken(column: "mass") : .unitOfRemark(column: "mass", unit: "GeV")
        #expect(table.axes.notes.contains(note))
    }

    /// Units of couplings by a remark, which are heeded or told; names behind words that say so; astropy's ECSV.
    @Test(arguments: [
        "# mass in GeV, coupling in units of 1e-3\nm,g\n0.0065,0.45\n",
        "# couplings in units of 10^-3\nm_MeV,g\n6.5,0.45\n",
        "# columns: m/GeV, g\n0.0065,4.5e-4\n", "# coupling_unit: 1e-3\nm_MeV,g\n6.5,0.45\n",
        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: m, unit: GeV, datatype: float64}\n"
            + "# - {name: g, unit: '0.001', datatype: float64}\n# schema: astropy-2.0\nm g\n0.0065 0.45\n",
        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: m, unit: GeV, datatype: float64,\n#   description: the mediator}\n"
            + "# - {name: g, unit: '0.001', datatype: float64}\n# schema: astropy-2.0\nm g\n0.0065 0.45\n",
    ])
    func unitsOfRemarksAreHeeded(_ text: String) throws {
        let read = try Points.table(text).all()
        #expect(read.masses == [6.5] && read.couplings == [4.5e-4])
    }

    /// Ranges of a scan and values are no units.
    @Test(arguments: [
        "scan of g in [1e-5, 1e-2] and m in [1, 100] MeV", "benchmark with a coupling of 1e-3",
        "benchmark coupling of 10^-3", "coupling is 10^-4", "m 10 MeV, g 10^-3",
    ])
    func valuesInWordsAreNoUnits(_ remark: String) throws {
        let table = try Points.table("# \(remark)\nmass_MeV,coupling\n6.5,4.5e-4\n")
        #expect(try table.all().couplings == [4.5e-4] && table.axes.notes.isEmpty)
    }

    /// Our own words are read as those of curves are: said twice, or no unit at all.
    @Test(arguments: ["# mass_unit: GeV\n# mass_unit: MeV\n", "# mass_unit: foo\n"])
    func statementsThatCannotHoldAreRefused(_ remarks: String) {
        #expect(throws: CurveFormatError.self) { try Points.table("\(remarks)m,g\n6.5,4.5e-4\n") }
    }

    @Test func factorsInWordsAreTold() throws {
        let notes = try Points.table("# couplings are multiplied by 1e4\nm_MeV,g\n6.5,4.5\n").axes.notes
        #expect(notes == [.remarkOfFactor("couplings are multiplied by 1e4")])
    }

    @Test(arguments: ["# masses in GeV\nm_MeV,g\n6.5,4.5e-4\n", "# couplings in 10^-3\nm_MeV,g [1e-4]\n6.5,4.5\n"])
    func aRemarkAgainstAHeadingIsRefused(_ text: String) {
        #expect {
            try Points.table(text)
        } throws: { error in
            if case .unitContradicted? = error as? CurveFormatError { true } else { false }
        }
    }

    /// Tables of samplers keep logarithms beside what they are of.
    @Test(arguments: [
        "m_MeV,g,log_g", "m_MeV,g,g_log10", "m_MeV,g,ln_g", "m_MeV,g,g_dex", "m_MeV,g,g/1e-4", "m_MeV,g,log10_m",
    ])
    func aPlainColumnCountsBesideItsLogarithm(_ heading: String) throws {
        #expect(try Points.table("\(heading)\n6.5,4.5e-4,-3.2\n").all().couplings == [4.5e-4])
    }

    @Test func unitsBelowMayNotContradict() throws {
        #expect(try Points.table("m_MeV,g\nMeV,1\n6.5,4.5e-4\n").all().masses == [6.5])
        #expect(throws: CurveFormatError.unitContradicted(column: "m_MeV", said: "GeV", given: "MeV", table: "points"))
        {
            try Points.table("m_MeV,g\nGeV,1\n6.5,4.5e-4\n")
        }
    }

    /// What is passed on is read as what was: a unit that stood below the headings or in a remark stands in them.
    @Test(arguments: [
        "m,g\nGeV,1\n0.0065,4.5e-4\n", "# masses in GeV\nm,g\n0.0065,4.5e-4\n", "# m g\n# GeV 1\n0.0065 4.5e-4\n",
    ])
    func unitsArePassedOn(_ text: String) throws {
        let table = try Points.table(text)
        #expect(table.names.first == "m [GeV]")
        let again = table.names.joined(separator: ",") + "\n" + (try table.all().csv)
        #expect(try Points.table(again).all().masses == [6.5])
    }

    /// As pandas calls columns of quantiles.
    @Test func aHeadingMayHoldNumbers() throws {
        #expect(try Points.table("m_GeV,g,2.5,97.5\n0.0065,4.5e-4,3,3\n").all().masses == [6.5])
    }

    /// Where every comma may part thousands, none is taken for a point.
    @Test(arguments: ["m_MeV\tg\n1,000\t1e-3\n", "m_MeV;g\n1,000,000;4e-4\n10,500;4e-4\n"])
    func thousandsAreNoFractions(_ text: String) throws {
        #expect(try Points.table(text).all().masses.allSatisfy(\.isNaN))
    }

    @Test func columnsThatAreAskedForHaveTheirUnitTold() throws {
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn) = ("1", "2")
        let notes = try Points.table("6.5,4.5e-4,3\n7,1e-3,4\n", options).axes.notes
        #expect(notes.contains(.unitTaken(column: "column 1")))
    }

    /// What the numbers are is not guessed where a heading says something of them.
    @Test(arguments: ["logM [GeV],g", "m_MeV,10^4 g", "1/m [MeV],g", "lnm_MeV,g"])
    func headingsThatComputeSomethingAreRefused(_ heading: String) {
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn, options.quantity) = ("1", "2", .coupling)
        #expect(throws: CurveFormatError.self) { try Points.table("\(heading)\n1,0.3\n2,0.4\n", options) }
    }

    @Test func optionsSayWhatHeadingsDoNot() throws {
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn) = ("3", "a")
        (options.massUnit, options.quantity) = (.gigaelectronvolt, .couplingSquared)
        let table = try Points.table("a,b,c\n4e-8,1,0.0065\n", options)
        let read = try table.all()
        #expect(read.masses == [6.5] && read.couplings == [2e-4])
        #expect(read.csv == "4e-8,1,0.0065\n")
        #expect(table.axes.notes.contains(.converted(column: "a", from: .couplingSquared, by: .none)))
    }

    /// The fine-structure constant of g′ and the ratio of natural mixing are those of `mutau add`.
    @Test(
        arguments: [
            (CurveQuantity.alphaPrime, 1e-6, (4 * Double.pi * 1e-6).squareRoot()), (.epsilonSquared, 1e-10, nil),
            (.epsilon, 1e-5, nil), (.alphaRatio, 1e-4, nil),
        ] as [(CurveQuantity, Double, Double?)])
    func quantitiesBecomeCouplings(quantity: CurveQuantity, value: Double, expected: Double?) throws {
        var options = ImportOptions()
        (options.quantity, options.massUnit, options.mixing) = (quantity, .megaelectronvolt, .natural)
        (options.kind, options.side, options.insists) = (.observed, .above, true)
        options.confidenceLevel = .notStated
        let text = "mass,x\n1,\(value)\n2,\(value)\n"
        options.couplingColumn = "x"
        let points = try Points.table(text, options).all()
        let curve = try importCurves([CurveFile(name: "a.csv", bytes: Array(text.utf8))], options: options)
        guard case .above(let line) = curve.document.limits.first?.region else {
            Issue.record("no line")
            return
        }
        let limit = try #require(line.knots.first?.coupling)
        #expect(points.couplings == [limit, limit])
        if let expected { #expect(limit == expected) }
    }

    @Test(
        arguments: [
            "a,b\n1,2\n", "mass,y\n1,2\n", "1,2,3\n", "mass,epsilon\n1,1e-5\n", "mass,m,g\n1,2,3\n",
            "mass [cm],g\n1,2\n",
            "ln m,g\n1,2\n", "mass,coupling\n1,2\n{",
        ].dropLast())
    func columnsThatCannotBeToldAreRefused(text: String) {
        #expect(throws: CurveFormatError.self) { try Points.table(text) }
    }

    @Test func headingsThatSayNoUnitAreInMeV() throws {
        let table = try Points.table("mass,g\n6.5,4.5e-4\n")
        #expect(table.axes.notes == [.unitTaken(column: "mass")])
        #expect(try Points.table("6.5,4.5e-4\n").axes.notes == [.byPosition(massUnit: "MeV", .coupling)])
        var options = ImportOptions()
        (options.massUnit, options.quantity) = (.gigaelectronvolt, .epsilon)
        let note = try #require(Points.table("6.5,4.5e-4\n", options).axes.notes.first)
        #expect(note == .byPosition(massUnit: "GeV", .epsilon))
        #expect(note.explanation.contains("masses in GeV") && note.explanation.contains("second for ε"))
    }

    @Test func rowsThatAreNoPointsSayWhy() throws {
        let text = """
            mass_MeV,coupling
            6.5
            # remark
            abc,1e-4
            ,1e-4
            -1,1e-4
            1e400,1e-4
            6.5,0
            6.5,1e-4,7
            6.5,"1e-4
            6.5,<1e-4
            6.5\0,1e-4
            6.5,1e-4,
            """
        #expect(
            try Points.table(text).faults() == [
                "2 fieldCount(found: 1, expected: 2)",
                "4 notANumber(PointTables.RowFault.PointPart.mass, text: \"abc\")",
                "5 missing(PointTables.RowFault.PointPart.mass)",
                "6 notPositive(PointTables.RowFault.PointPart.mass, text: \"-1\")",
                "7 notANumber(PointTables.RowFault.PointPart.mass, text: \"1e400\")",
                "8 notPositive(PointTables.RowFault.PointPart.coupling, text: \"0\")",
                "9 fieldCount(found: 3, expected: 2)", "10 openQuote",
                "11 notANumber(PointTables.RowFault.PointPart.coupling, text: \"<1e-4\")",
                "12 notANumber(PointTables.RowFault.PointPart.mass, text: \"6.5\\0\")",
            ])
    }

    /// Numbers stay the numbers they are, and no text becomes a formula.
    @Test func cellsArePassedOnAsTheyAre() throws {
        let text = """
            mass_MeV,coupling,x
            6.50,+4.5e-04,-12.25
            6.5, 1e-3 ,-inf
            6.5,1e-3,=1+1
            6.5,1e-3,-1-1
            6.5,1e-3," @x"
            6.5,1e-3,"a ""b"", c"
            6.5,1e-3,µ\u{7}\u{202E}
            6.5,1e-3,a;=b
            6.5
            """
        #expect(
            try Points.table(text).all().csv == """
                6.50,+4.5e-04,-12.25
                6.5,1e-3,-inf
                6.5,1e-3,'=1+1
                6.5,1e-3,'-1-1
                6.5,1e-3, '@x
                6.5,1e-3,"a ""b"", c"
                6.5,1e-3,µ\u{20}
                6.5,1e-3,a;'=b
                6.5,,

                """)
        #expect(try Points.table("m_MeV;g\n+6,5;1e-3\n").all().csv == "\"+6,5\",1e-3\n")
    }

    /// However a file is taken apart, the answers are the same.
    @Test func blocksOfAnySizeGiveTheSameRows() throws {
        var generator = SplitMix(state: 5)
        var text = "label,mass_MeV,coupling\n"
        for number in 0..<20_000 {
            let mass = Double.random(in: 1...100, using: &generator)
            text += number % 97 == 0 ? "\"a, \(number)\",x\n" : "\(number),\(mass),1e-4\n"
        }
        let whole = try Points.table(text).all(size: 1 << 22)
        #expect(whole.masses.count == 20_000 && whole.masses.filter(\.isNaN).count == 207)
        for size in [1 << 12, 77_777, 1 << 18] {
            let parts = try Points.table(text).all(size: size)
            #expect(parts.csv == whole.csv && parts.masses.count == whole.masses.count)
            #expect(zip(parts.masses, whole.masses).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
        }
        let lines = try Points.table(text).faults()
        #expect(lines.first?.hasPrefix("2 ") == true && lines.last?.hasPrefix("19984 ") == true, "\(lines.suffix(1))")
    }

    @Test func whatIsNoTableIsSaid() throws {
        #expect(throws: PointTableError.noPoints(file: "points")) { try Points.table("") }
        #expect(throws: PointTableError.noPoints(file: "points")) { try Points.table("\n# nothing\n") }
        #expect(throws: PointTableError.utf16(file: "points")) { try Points.table([0xFF, 0xFE, 0x31, 0]) }
        #expect(throws: PointTableError.lineTooLong(line: 1, limit: 1 << 16, file: "points")) {
            try Points.table(String(repeating: "x", count: 100_000))
        }
        #expect(throws: PointTableError.lineTooLong(line: 2, limit: 1 << 16, file: "points")) {
            _ = try Points.table("mass_MeV,coupling\n" + String(repeating: "1", count: 300_000)).all(size: 1 << 17)
        }
        #expect(throws: CurveFormatError.foreign(.pdf, file: "points")) { try Points.table("%PDF-1.4\n") }
        #expect(throws: PointTableError.self) { try Points.table("1 2" + String(repeating: " 3", count: 600)) }
        // A heading alone is a table without rows.
        let empty = try Points.table("mass_MeV,coupling\n")
        #expect(try empty.names == ["mass_MeV", "coupling"] && empty.all().masses.isEmpty)
    }
}
