import Foundation
import Testing

/// A curve for other programs: the same numbers in every form.
@Suite struct ExportTests {
    @Test func theFormsAgreeToTheLastDigit() throws {
        let program = try Program()
        defer { program.removeHome() }
        let csv = try program.run(["export", "coherent"]).output.split(separator: "\n")
        #expect(csv.first == "limit,kind,side,topology,confidence_level,line,mass_MeV,coupling")
        let fromCSV = try csv.dropFirst().map { record in
            try record.split(separator: ",").suffix(2).map { try #require(Double($0)) }
        }
        let json = try program.run(["export", "coherent", "--format", "json"]).json()
        let limits = try #require(json["limits"] as? [[String: Any]])
        let fromJSON = limits.flatMap { ($0["lines"] as? [[[Double]]] ?? []).flatMap(\.self) }
        #expect(fromCSV == fromJSON && fromCSV.count > 2)
    }

    /// Out, in under another name, and out again.
    @Test func aDocumentComesBackAsItWas() throws {
        let program = try Program()
        defer { program.removeHome() }
        let out = program.home.appending(path: "out.vot").path
        #expect(try program.run(["export", "coherent", "--format", "votable", "-o", out]).status == 0)
        let again = try program.run(["export", "coherent", "--format", "votable", "-o", out])
        #expect(again.status == 73, "\(again.errors)")
        let added = try program.run(["add", out, "--stem", "again"])
        #expect(added.status == 0, "\(added.errors)")
        #expect(try program.run(["export", "again"]).output == program.run(["export", "coherent"]).output)
    }

    @Test func whatIsComputedHasNoCurve() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["export", "z-decay-inclusive"])
        #expect(answer.status == 65 && answer.errors.contains("--mass-range"), "\(answer.errors)")
        #expect(try program.run(["export", "borexno"]).status == 66)
    }
}
