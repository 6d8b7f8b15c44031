import Foundation
import Testing

/// What is said of how far the numbers of IceCube's spectrum can be trusted.
@Suite struct TransportErrorTests {
    private let program: Program

    init() throws { program = try Program() }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let answer = try program.run(arguments + ["--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    /// An amplitude that was fitted to next to nothing is no flux; it is said in words and to machines.
    @Test func anUnphysicalAmplitudeIsSaid() throws {
        let arguments = ["6.5MeV", "1", "--amplitude", "profiled"]
        #expect(try program.run(["check"] + arguments).output.contains("is unphysical"))
        let caveats = try #require(try json(["chi2"] + arguments)["caveats"] as? [String])
        #expect(caveats.contains { $0.contains("is unphysical") }, "\(caveats)")
        let usual = try #require(
            try json(["chi2", "6.5MeV", "5e-4", "--amplitude", "profiled"])["caveats"] as? [String])
        #expect(!usual.contains { $0.contains("is unphysical") }, "\(usual)")
        program.removeHome()
    }

    @Test func theGridObeysTheTolerance() throws {
        func error(_ tolerance: String) throws -> Double {
            let answer = try json(["spectrum", "6.5MeV", "2e-2", "--solver", "grid", "--tolerance", tolerance])
            #expect(answer["solver"] as? String == "grid")
            return try #require(answer["estimated_error"] as? Double)
        }
        #expect(try error("4e-5") <= 4e-5)
        #expect(try error("1e-3") > 4e-5)
        program.removeHome()
    }
}
