import ConstraintKit
import Foundation
import Testing

@testable import Physics

/// What the pages of computed bounds print is what the program computes.
@Suite("Pages of computed bounds")
struct BoundPageTests {
    static let checks = PageCheck.decays + PageCheck.scattering + PageCheck.neffEdges

    /// Rows that state no number of the physics but how far two ways to compute it are apart; their tests hold them.
    static let comparisons: Set = [
        "muon at m = m_μ", "light, heavy",
        "electron: the muon's loop with m scaled by m_μ/m_e and g′ by e ε/g′",
        "the amplitude of any charges at N = L, R = 1 + 1e-9, against the separate one of the conserved current",
        "high energy, either current", "light Z′: ∫dρ F₂/x at x = 0",
        "conserved, 10 and 40 GeV, against the Z's closed form at the same m/M",
        "(1) against a two-dimensional integral of the spectrum, 1 MeV to 80 GeV",
        "(1) against (1/8π²)[ln²x + 3 ln x + 5 − π²/3] at 1 MeV",
        "(1) + (2) over 3/16π² at 1 MeV, 1 GeV, 10 GeV",
    ]

    @Test("Printed numbers are those that are computed, to their last digit", arguments: checks)
    func printed(check: PageCheck) throws {
        let row = try BoundPage(check.page).row(check.row, columns: check.columns)
        let text = row.cells[check.columns].joined(separator: " ")
        let (printed, values) = (PrintedNumber.all(in: text), try check.values())
        try #require(printed.count == values.count, "\(text): \(values)")
        for (number, value) in zip(printed, values) {
            #expect(number.isRounded(value), "\(number.value) is printed where \(value) is computed")
        }
    }

    /// Pages whose tables have what is computed in a column or in rows of its own.
    static let pages = [
        "AnomalousMomentBound", "BorexinoBound", "KaonDecayBound", "TridentBound", "WDecayBound", "WhiteDwarfBound",
        "ZDecayBound",
    ]

    @Test("No row that claims a number goes unchecked", arguments: pages)
    func complete(page: String) throws {
        let claims = try BoundPage(page).claims.map { $0.cells[0] }.filter { !$0.hasPrefix("independent") }
        #expect(!claims.isEmpty)
        let checked = Set(Self.checks.filter { $0.page == page }.map(\.row))
        for claim in claims where !checked.contains(claim) {
            #expect(Self.comparisons.contains(claim), "no check of \(claim)")
        }
    }

    @Test(
        "Each page shows its figure, whose points say where they are from",
        arguments: pages + ["NA64Bound", "NeffBound"])
    func figure(page: String) throws {
        let text = try BoundPage(page).text
        let name = try #require(text.firstMatch(of: /!\[[^\]]+\]\(figures\/([a-z0-9-]+)\.png\)/)?.output.1)
        let figures = BoundPage.folder.appending(path: "figures")
        #expect(try Data(contentsOf: figures.appending(path: "\(name).png")).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let drawn = try String(contentsOf: figures.appending(path: "figures.py"), encoding: .utf8)
        let block = try #require(
            drawn.components(separatedBy: "    Figure(").first { $0.hasPrefix("\"\(name)\"") }, "\(name)")
        let files = block.matches(of: /Points\("([a-z0-9-]+)"/).map(\.output.1)
        #expect(!files.isEmpty)
        for file in files {
            let points = try String(contentsOf: figures.appending(path: "data/\(file).csv"), encoding: .utf8)
            #expect(points.hasPrefix("# ") && points.contains("\nmass_MeV,coupling"), "\(file).csv")
        }
    }

    /// Two columns of points: m, g′ or none, ours, the reference's.
    @Test("N_eff with natural mixing, by history")
    func histories() throws {
        let rows = try BoundPage("NeffBound").rows.filter { $0.heading.count == 9 && $0.heading[2] == "here" }
        #expect(rows.count == 10)
        for row in rows {
            for cells in [row.cells[0...3], row.cells[5...8]] {
                let texts = Array(cells)
                let heavy = try #require(Double(texts[0]))
                let printed = try #require(PrintedNumber.all(in: texts[2]).first)
                let mixed = try texts[1] == "none" ? 0 : #require(Double(texts[1]))
                // Without mixing any coupling of equilibrium does.
                let model = NeffModel(
                    mass: heavy, coupling: mixed > 0 ? mixed : 1e-5, mixing: mixed * NeffHistoryTests.naturalRatio)
                // An integration to 2e-4 beside half of the last digit.
                let error = abs(try Neff.neutrinos(model) - printed.value)
                #expect(error <= printed.half + 2e-4, "\(texts)")
            }
        }
    }

    /// Each coupling that the table of edges prints is an edge between two zones, to its two digits.
    @Test("The edges that N_eff leaves")
    func zones() throws {
        let rows = try BoundPage("NeffBound").rows.filter { $0.heading[0] == "at" }
        #expect(rows.count == 6)
        for row in rows {
            let words = row.cells[0].split(separator: " ")
            let heavy = try #require(Double(words[0])) * (words[1].hasPrefix("keV") ? 1e-3 : 1)
            let slice = try #require(try NeffTable.shipped.get().slice(at: try mass(heavy)))
            let ratio = row.cells[0].hasSuffix("no mixing") ? 0 : NaturalMixing.perCoupling
            for (cell, limit) in zip(row.cells.dropFirst(), [3.33, 3.151]) {
                let zones = NeffVerdicts(slice, limit: limit, mixing: .ratio(ratio)).zones
                let edges = zones.dropFirst().map(\.couplings.lower)
                for number in PrintedNumber.all(in: cell) {
                    #expect(edges.contains(where: number.isRounded), "\(number.value) of \(edges) at \(row.cells[0])")
                }
            }
        }
    }
}
