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
        (TableFormat.text, "table.txt"), (.markdown, "table.md"), (.latex, "table.tex"), (.csv, "table.csv"),
        (.html, "table.html"),
    ])
    func exclusionTable(format: TableFormat, name: String) throws {
        try expectSnapshot(ExclusionDocument(Self.exclusions()).text(as: format), name)
    }

    /// A bound that says nothing, or failed, must never leave a place that reads as "allowed".
    @Test(arguments: TableFormat.allCases) func noPlaceIsEmpty(format: TableFormat) throws {
        let table = try Self.exclusions()
        let document = ExclusionDocument(table).text(as: format)
        for empty in ["|  |", ",,", "<td></td>", "& &"] { #expect(!document.contains(empty)) }
        #expect(document.contains("failed"))
    }

    @Test func theVOTableSaysWhatEachBoundDoes() throws {
        let source = try Self.exclusions()
        let document = try VOTableDocument(ExclusionVOTable(source).bytes)
        let table = try #require(document.tables.first)
        let stems = try #require(table.column(named: "bound")?.texts)
        let answers = try #require(table.column(named: "answer")?.texts)
        let masses = try #require(table.column(named: "mass")?.numbers)
        let lows = try #require(table.column(named: "coupling_low")?.numbers)
        let highs = try #require(table.column(named: "coupling_high")?.numbers)
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
                    case .excludes: couplings.isEmpty ? "nothing" : "excludes"
                    case .prefers: couplings.isEmpty ? "nothing" : "prefers"
                    }
                #expect(found.allSatisfy { answers[$0] == word })
                for (index, interval) in zip(found, couplings) {
                    #expect(lows[index] ?? 0 == interval.lower && highs[index] ?? .infinity == interval.upper)
                }
            }
        }
        #expect(Set(answers).isSuperset(of: ["failed", "silent", "excludes", "prefers"]))
    }
}
