import Foundation
import Testing

/// What a scan says of points is what `check` says of them.
@Suite struct ScanCommandTests {
    private static func plan(_ more: String) -> String {
        """
        scenario: consistent
        method: random
        points: 6
        block: 4
        parameters:
          mass_MeV: {from: 5, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-3, scale: log}
        """ + more
    }

    /// The table with a column of the scan beside that of `check`, which is given the scan's own archive.
    private static func pairs(_ program: Program, _ column: String) throws -> [(String, String)] {
        let answer = try program.run([
            "check", "--points", "scan/scan.npz", "--scenario", "consistent", "--format", "csv",
        ])
        #expect(answer.status == 0, "\(answer.errors)")
        let rows = answer.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let own = try #require(rows[0].firstIndex(of: column))
        let other = try #require(rows[0].firstIndex(of: "mutau_" + column))
        return rows.dropFirst().map { ($0[own], $0[other]) }
    }

    @Test func pointsAreThoseOfCheck() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.plan(""), to: "plan.yaml")
        for command in ["run", "merge"] {
            let answer = try program.run(["scan", command, "plan.yaml", "--output", "scan"])
            #expect(answer.status == 0, "\(answer.errors)")
        }
        for column in ["standing", "chi2", "speaking_bounds"] {
            let pairs = try Self.pairs(program, column)
            #expect(pairs.count == 6)
            for (scan, check) in pairs {
                #expect(scan == check || Double(scan) == Double(check), "\(column): \(scan), \(check)")
            }
        }
    }

    /// A choice that varies makes for each row the scenario that the options make: of one value, what `check` says with it.
    @Test func aChoiceThatVariesIsThatOfTheOptions() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.plan("\n  icecube.gamma: {from: 2.4, to: 2.6}\n"), to: "plan.yaml")
        #expect(try program.run(["scan", "run", "plan.yaml", "--output", "scan"]).status == 0)
        #expect(try program.run(["scan", "merge", "plan.yaml", "--output", "scan"]).status == 0)
        let table = try program.run(["check", "--points", "scan/scan.npz", "--no-icecube", "--format", "csv"]).output
        let rows = table.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        func cell(_ name: String) throws -> String { rows[1][try #require(rows[0].firstIndex(of: name))] }
        let gamma = try cell("icecube.gamma")
        let answer = try program.run([
            "check", try cell("mass_MeV"), try cell("coupling"), "--scenario", "consistent", "--gamma", gamma,
            "--format", "json",
        ])
        let iceCube = try #require(answer.json()["icecube"] as? [String: Any])
        let chi2 = try #require(iceCube["chi2"] as? Double)
        // A scan reads narrow lines from a table that is good to 4e-5 of the flux in a segment.
        #expect(abs(try #require(Double(try cell("chi2"))) - chi2) < 1e-3 * chi2)
        #expect(try cell("best_gamma") == gamma)
    }

    /// Looking at a scan that was never begun makes none, and choices that need documents of their own are refused.
    @Test func nothingIsMadeOrIgnored() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.plan(""), to: "plan.yaml")
        for command in ["merge", "status", "cancel"] {
            let answer = try program.run(["scan", command, "plan.yaml", "--output", "scan"])
            #expect(answer.status == 66 && answer.errors.contains("there is no scan in 'scan'"), "\(answer.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: "scan").path))
        _ = try program.write(Self.plan("\nchoices: {muons_on_target: 1e11}\n"), to: "other.yaml")
        let refused = try program.run(["scan", "plan", "other.yaml"])
        #expect(refused.status == 65 && refused.errors.contains("muons_on_target"), "\(refused.errors)")
    }
}
