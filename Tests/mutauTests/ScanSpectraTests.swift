import Foundation
import Testing

/// Scans in which A and γ of IceCube's spectrum vary.
@Suite struct ScanSpectraTests {
    private static func plan(_ head: String, _ mass: String, _ coupling: String, _ gamma: String, _ more: String = "")
        -> String
    {
        """
        scenario: consistent
        choices: {solver: narrow-line}
        \(head)
        block: 4
        parameters:
          mass_MeV: {from: 5, to: 20, scale: log\(mass)}
          coupling: {from: 1e-4, to: 1e-3, scale: log\(coupling)}
          icecube.gamma: \(gamma)
        """ + more
    }

    private static let plans = [
        plan(
            "method: random\npoints: 10", "", "", "{mean: 2.6, sigma: 0.3}",
            "\n  icecube.amplitude: {from: 0.5, to: 3}\n"),
        plan("method: grid", ", count: 2", ", count: 2", "{from: 2, to: 3, count: 3}"),
        plan("method: profile", ", count: 3", ", count: 3", "{from: 2, to: 3}"),
    ]

    @Test(arguments: plans)
    func partsChangeNothing(plan: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(plan, to: "plan.yaml")
        func merged(_ folder: String, _ shards: [String]) throws -> Data {
            for shard in shards {
                let answer = try program.run(["scan", "run", "plan.yaml", "--output", folder, "--shard", shard])
                #expect(answer.status == 0, "\(answer.errors)")
            }
            #expect(try program.run(["scan", "merge", "plan.yaml", "--output", folder]).status == 0)
            return try Data(contentsOf: program.home.appending(path: "\(folder)/scan.npz"))
        }
        #expect(try merged("whole", ["1/1"]) == merged("parts", ["3/3", "1/3", "2/3"]))
    }

    /// With points of one universe, which share products with the spectra, and with a universe for each.
    @Test(arguments: ["", "\n  neutrinos.sum_of_masses_eV: {from: 0.1, to: 0.1000001, count: 2}"])
    func aBreakThatIsFoundIsThatOfCheck(universes: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let spectrum = "broken:gamma,gamma+0.8,3e4..1e6GeV"
        let plan = """
            scenario: consistent
            choices: {solver: narrow-line, sources.spectrum: "\(spectrum)"}
            method: grid
            parameters:
              mass_MeV: {from: 5, to: 8, scale: log, count: 2}
              coupling: {from: 3e-4, to: 1e-3, scale: log, count: 2}\(universes)
            """
        _ = try program.write(plan, to: "plan.yaml")
        for command in ["run", "merge"] {
            let answer = try program.run(["scan", command, "plan.yaml", "--output", "scan"])
            #expect(answer.status == 0, "\(answer.errors)")
        }
        let table = try program.run([
            "check", "--points", "scan/scan.npz", "--scenario", "consistent", "--solver", "narrow-line",
            "--spectrum", spectrum, "--format", "csv",
        ])
        #expect(table.status == 0, "\(table.errors)")
        let rows = table.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let own = try #require(rows[0].firstIndex(of: "best_break_GeV"))
        let other = try #require(rows[0].firstIndex(of: "break_GeV"))
        #expect(rows.count == (universes.isEmpty ? 5 : 9))
        for row in rows.dropFirst() {
            let (scan, check) = (try #require(Double(row[own])), try #require(Double(row[other])))
            // The place of a minimum is known to 3e-4 of the range, 1e-3 of ln E; tables move it by as much.
            #expect(abs(scan / check - 1) < 5e-3)
        }
    }
}
