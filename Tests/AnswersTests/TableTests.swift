import ConstraintKit
import Testing
import VOTable

@testable import AllowedRegion
@testable import Answers
@testable import Assessment
@testable import Documents
@testable import Drawing

@Suite struct TableTests {
    static func exclusions() throws -> ExclusionTable {
        let masses = try [1, 6.5, 30].map { try Mass(inMeV: $0) }
        return ExclusionTable(
            scenario: Sample.scenario(Sample.bounds), masses: masses,
            rows: Sample.bounds.enumerated().map { number, bound in
                // One row where the bound failed at the last mass.
                let answers = masses.map { bound.boundary(at: $0) }
                return .init(bound: bound, boundaries: number == 1 ? answers.dropLast() + [nil] : answers)
            })
    }

    @Test(arguments: [
        (AnswerFormat.text, "table.txt"), (.markdown, "table.md"), (.latex, "table.tex"), (.csv, "table.csv"),
        (.html, "table.html"),
    ])
    func exclusionTable(format: AnswerFormat, name: String) throws {
        let bytes = try ExclusionReport(Self.exclusions()).bytes(as: format)
        try expectSnapshot(String(decoding: bytes, as: UTF8.self), name)
    }

    /// Numbers only in columns of numbers, and a row for each interval.
    @Test func theTableForProgramsIsData() throws {
        let csv = try ExclusionReport(Self.exclusions()).csv
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let names = lines[0].map(String.init)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_]+/) != nil })
        let numeric = ["mass_MeV", "limit_low", "limit_high", "deviations", "confidence_level"]
        let columns = try numeric.map { try #require(names.firstIndex(of: $0)) }
        let coverage = try #require(names.firstIndex(of: "coverage"))
        let role = try #require(names.firstIndex(of: "role"))
        let words = ["excludes", "would-exclude", "prefers", "nothing", "silent", "failed"]
        for line in lines.dropFirst() where line.count == names.count {
            #expect(columns.allSatisfy { line[$0].isEmpty || Double(line[$0]) != nil }, "\(line)")
            #expect(words.contains(String(line[coverage])))
            // Excluded is said of bounds that decide alone.
            if line[coverage] == "excludes" { #expect(line[role] == "decides", "\(line)") }
            if line[coverage] == "would-exclude" { #expect(line[role] != "decides", "\(line)") }
        }
    }

    /// A bound that says nothing, or failed, must never leave a place that reads as "allowed".
    @Test(arguments: TableFormat.allCases) func noPlaceIsEmpty(format: TableFormat) throws {
        let table = try Self.exclusions()
        let document = ExclusionReport(table).text(as: format)
        for empty in ["|  |", ",,", "<td></td>"] { #expect(!document.contains(empty)) }
        #expect(document.contains("failed"))
    }

    /// In LaTeX a cell of several intervals has lines of its own, whose names are empty, and nothing else is.
    @Test func noPlaceOfAPaperIsEmpty() throws {
        let bytes = try ExclusionReport(Self.exclusions(), layout: .page).bytes(as: .latex)
        let document = String(decoding: bytes, as: UTF8.self)
        let rows = document.split(separator: "\n").filter { $0.contains(" & ") && !$0.contains("multicolumn") }
        #expect(rows.count == Sample.bounds.count + 1)
        for row in rows {
            let cells = row.dropLast(2).split(separator: " & ", omittingEmptySubsequences: false)
            #expect(cells.count == 5 && !cells.contains { $0.allSatisfy { $0 == " " } }, "\(row)")
        }
        #expect(document.contains("& failed") && document.contains("\\cite{Laha:2013xua}"))
    }

    /// The floor of a bound on the mass is its limit in every format; “all” is said where there is none.
    @Test(arguments: [(1e-9, false), (0, true)]) func aBoundOnTheMassShowsItsFloor(floor: Double, isAll: Bool) throws {
        let mass = try Mass(inMeV: 1)
        let region = Region.belowMass(try Mass(inMeV: 5), .above(floor))
        let card = Sample.card("edge", "Edge")
        let limit = Limit(name: "observed", kind: .observed, confidenceLevel: .stated(0.9), region: region)
        let bound = Bound(
            card: card, role: .decides, origin: .bundled, contents: [], caveat: nil,
            constraint: try CurveConstraint(Document(card: card, limits: [limit]), Conventions()))
        let report = ExclusionReport(
            ExclusionTable(
                scenario: Sample.scenario([bound]), masses: [mass],
                rows: [.init(bound: bound, boundaries: [bound.boundary(at: mass)])]))
        for format in [TableFormat.text, .markdown] {
            let text = report.text(as: format)
            #expect(text.contains("“all” excludes every coupling") == isAll, "\(text)")
            #expect(isAll || text.contains("1.00e-9") || text.contains("10⁻⁹"), "\(text)")
        }
    }

    @Test func theVOTableSaysWhatEachBoundDoes() throws {
        let source = try Self.exclusions()
        let document = try VOTableDocument(ExclusionVOTable(source).bytes)
        let table = try #require(document.tables.first)
        let stems = try #require(table.column(named: "stem")?.texts)
        let answers = try #require(table.column(named: "coverage")?.texts)
        let masses = try #require(table.column(named: "mass_MeV")?.numbers)
        let lows = try #require(table.column(named: "limit_low")?.numbers)
        let highs = try #require(table.column(named: "limit_high")?.numbers)
        #expect(document.warnings.isEmpty && document.resources[0].param(named: "scenario")?.value != nil)
        for row in source.rows {
            for (mass, boundary) in zip(source.masses, row.boundaries) {
                let found = stems.indices.filter { stems[$0] == row.bound.card.stem && masses[$0] == mass.inMeV }
                let couplings: [CouplingInterval] =
                    switch boundary {
                    case .excludes(let intervals): Array(intervals)
                    case .prefers(let bands): bands.map(\.couplings)
                    case .silent, nil: []
                    }
                // Every bound has an answer at every mass, and every interval a row.
                #expect(found.count == max(1, couplings.count))
                let word =
                    switch boundary {
                    case nil: "failed"
                    case .silent: "silent"
                    case .excludes where couplings.isEmpty: "nothing"
                    case .excludes: row.bound.role == .decides ? "excludes" : "would-exclude"
                    case .prefers: couplings.isEmpty ? "nothing" : "prefers"
                    }
                #expect(found.allSatisfy { answers[$0] == word })
                for (index, interval) in zip(found, couplings) {
                    #expect(lows[index] ?? 0 == interval.lower && highs[index] ?? .infinity == interval.upper)
                }
            }
        }
        #expect(Set(answers).isSuperset(of: ["failed", "silent", "excludes", "would-exclude", "prefers"]))
    }
}
