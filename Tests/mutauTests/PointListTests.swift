import Foundation
import Testing

/// Many points from a file.
@Suite struct PointListTests {
    private func check(_ text: String, _ options: [String] = []) throws -> Program.Answer {
        let program = try Program()
        defer { program.removeHome() }
        return try program.run(["check", "--points", try program.write(text, to: "points.csv")] + options)
    }

    /// Windows' line ends, an empty line, and a last line without an end.
    @Test func eachPointIsALineInItsOrder() throws {
        let answer = try check("mass_MeV,coupling\r\n6.5,4.5e-4\r\n\r\n6.5, 1e-3\r\n1e6,1e-4")
        #expect(answer.status == 0, "\(answer.errors)")
        let rows = answer.output.split(separator: "\n").map { $0.split(separator: ",")[..<3].joined(separator: ",") }
        #expect(
            rows == [
                "mass_MeV,coupling,standing", "6.5,0.00045,allowed", "6.5,0.001,excluded", "1000000,0.0001,allowed",
            ])
    }

    /// More than one reading of the file brings.
    @Test func manyPointsAreAllAnswered() throws {
        let count = 6000
        let answer = try check("mass_MeV,coupling\n" + String(repeating: "6.5,4.5e-4\n", count: count))
        #expect(answer.output.split(separator: "\n").count == count + 1)
    }

    @Test(arguments: [
        ("", ":1:"), ("mass,coupling\n", ":1:"), ("mass_MeV,coupling\n6.5\n", ":2:"),
        ("mass_MeV,coupling\n6.5,1e-4\n-1,1e-4\n", ":3:"), ("mass_MeV,coupling\n6.5,nan\n", ":2:"),
        ("mass_MeV,coupling\n6.5\0 999,1e-4\n", ":2:"),
        ("mass_MeV,coupling\n0x6,1e-4\n", ":2:"), ("mass_MeV,coupling\n6.5,٤e-4\n", ":2:"),
        ("mass_MeV,coupling\n6 5,1e-4\n", ":2:"), ("mass_MeV,coupling\ninf,1e-4\n", ":2:"),
        (String(repeating: "x", count: 100_000), ":1:"),
    ])
    func aBadLineIsNamed(text: String, place: String) throws {
        let answer = try check(text)
        #expect(answer.status == 65 && answer.errors.contains("points.csv" + place), "\(answer.errors)")
    }
}
