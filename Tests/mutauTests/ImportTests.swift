import Foundation
import Testing

/// A user's own curve, from a table of columns to a bound that counts.
@Suite struct ImportTests {
    private static let facts = [
        "--kind", "observed", "--confidence-level", "0.9", "--side", "above", "--arxiv", "2412.01234",
    ]

    /// As the README of the folder shows it: the document is called after the stem whose place it takes.
    @Test func theDocumentCallsItselfAfterItsFile() throws {
        let program = try Program()
        defer { program.removeHome() }
        let table = try program.write("mass_MeV,coupling\n1,4e-4\n10,4e-4\n", to: "limit.csv")
        let written = try program.run(["import", table, "-o", "na64mu-2024.vot"] + Self.facts)
        #expect(written.status == 0, "\(written.errors)")
        // Shown before it counts.
        for words in ["edge of na64mu-2024", "m [MeV]", "does not count yet"] {
            #expect(written.output.contains(words), "\(written.output)")
        }
        let answer = try program.run(
            ["limit", "6.5MeV", "--format", "json"], environment: ["MUTAU_CURVE_PATH": program.home.path])
        #expect(answer.status == 0 && answer.errors.contains("na64mu-2024"), "\(answer.errors)")
        let allowed = try #require(try answer.json()["allowed"] as? [[Double]])
        #expect(try #require(allowed.first?.last) == 4e-4)
    }

    @Test func aColumnCanBeNumberedWhateverItsName() throws {
        let program = try Program()
        defer { program.removeHome() }
        let table = try program.write("where [GeV];what\n0.001;4e-4\n0.01;5e-4\n", to: "limit.csv")
        let columns = ["--mass-column", "1", "--coupling-column", "2", "--quantity", "coupling"]
        let written = try program.run(["import", table, "-o", "mine.vot"] + Self.facts + columns)
        #expect(written.status == 0, "\(written.errors)")
        let beyond = try program.run(["import", table, "-o", "b.vot", "--mass-column", "9"] + Self.facts)
        #expect(beyond.status == 65 && beyond.errors.contains("no mass column"), "\(beyond.errors)")
    }

    @Test func aTableOfAThousandColumnsGivesAShortMessage() throws {
        let program = try Program()
        defer { program.removeHome() }
        let names = (0..<1000).map { "c\($0)" }.joined(separator: ",")
        let row = Array(repeating: "1", count: 1000).joined(separator: ",")
        let table = try program.write(names + "\n" + row, to: "w.csv")
        let answer = try program.run(["import", table, "-o", "w.vot"] + Self.facts)
        #expect(answer.status == 65 && answer.errors.count < 1000, "\(answer.errors.count)")
    }

    /// Text files of other systems end their lines with two characters, which are one `Character`.
    @Test func energiesWithLinesOfAnotherSystem() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("1e4\r\n1e5\r\n", to: "energies.txt")
        let answer = try program.run(
            ["spectrum", "6.5MeV", "5e-4", "--gamma", "2.5", "--energies", file, "--format", "csv"])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.split(separator: "\n").count == 3)
    }
}
