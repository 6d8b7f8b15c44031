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
        for column in ["standing", "chi2", "speaking_bounds", "limiting_bounds"] {
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
        #expect(abs(try #require(Double(try cell("chi2"))) - chi2) < 1e-4 * chi2)
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

    /// Walkers go on from block to block as if there were none: with blocks of another size, in parts and extended their samples
    /// are the same, which the quantiles, found by counting, show.
    @Test func walkersKnowNothingOfBlocks() throws {
        let program = try Program()
        defer { program.removeHome() }
        func posterior(_ name: String, block: Int, steps: Int, more: Int?, shards: [String]) throws -> [String] {
            _ = try program.write(
                """
                scenario: paper
                method: ensemble
                block: \(block)
                parameters:
                  mass_MeV: {from: 1, to: 20, scale: log}
                  coupling: {from: 1e-5, to: 1e-1, scale: log}
                  amplitude: {mean: 1.3, sigma: 0.2}
                  gamma: {from: 1.8, to: 3.5}
                ensemble: {chains: 2, walkers: 12, steps: \(steps), burn: 24, thin: 3}
                """, to: "\(name).yaml")
            if let more {
                let commands = [["run", "\(name).yaml"], ["extend", "\(name).yaml", "--more", "\(more)"]]
                for command in commands { #expect(try program.run(["scan"] + command).status == 0) }
            }
            for shard in shards {
                let answer = try program.run(["scan", "run", "\(name).yaml", "--shard", shard])
                #expect(answer.status == 0, "\(answer.errors)")
            }
            let answer = try program.run(["scan", "merge", "\(name).yaml", "--format", "json"])
            let ensemble = try #require(answer.json()["ensemble"] as? [String: Any])
            #expect(ensemble["samples"] as? Int == 2 * 12 * 24)
            let parameters = try #require(ensemble["parameters"] as? [[String: Any]])
            #expect(parameters.count == 4)
            return ["\(try #require(ensemble["acceptance"]))"]
                + parameters.flatMap { parameter in
                    ["median", "interval_68", "interval_95"].map { "\(parameter[$0] ?? "none")" }
                }
        }
        let whole = try posterior("whole", block: 96, steps: 72, more: nil, shards: ["1/1"])
        #expect(try posterior("parts", block: 48, steps: 48, more: 24, shards: ["2/2", "1/2"]) == whole)
    }

    /// The rows of a finished scan, cell by cell under their headings.
    private static func rows(_ program: Program, _ plan: String, shards: [String] = ["1/1"]) throws -> [[String:
        String]]
    {
        for shard in shards {
            let answer = try program.run(["scan", "run", "\(plan).yaml", "--shard", shard])
            #expect(answer.status == 0, "\(answer.errors)")
        }
        let answer = try program.run(["scan", "merge", "\(plan).yaml"])
        #expect(answer.status == 0, "\(answer.errors)")
        let table = try program.run(["check", "--points", "\(plan)-scan/scan.npz", "--no-icecube", "--format", "csv"])
        let rows = table.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let headings = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(zip(headings, $0)) { first, _ in first } }
    }

    private static func profile(_ method: String, sum: String) -> String {
        """
        scenario: consistent
        choices: {solver: narrow-line}
        method: \(method)
        parameters:
          mass_MeV: {from: 5, to: 20, scale: log, count: 2}
          coupling: {from: 3e-4, to: 1e-3, scale: log, count: 2}
          neutrinos.sum_of_masses_eV: \(sum)
        """
    }

    /// A profile is the least of a fine grid, and at its best place what `check` says there.
    @Test func aProfileIsTheLeastOfAFineGrid() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.profile("profile", sum: "{from: 0.06, to: 0.3}"), to: "profile.yaml")
        let count = 97
        _ = try program.write(Self.profile("grid", sum: "{from: 0.06, to: 0.3, count: \(count)}"), to: "grid.yaml")
        let (profile, grid) = (try Self.rows(program, "profile"), try Self.rows(program, "grid"))
        #expect(profile.count == 4 && grid.count == 4 * count)
        for (number, row) in profile.enumerated() {
            let chi2 = try grid[number * count..<(number + 1) * count].map { try #require(Double($0["chi2"] ?? "")) }
            let least = try #require(chi2.indices.min { chi2[$0] < chi2[$1] })
            // Between its neighbours the least lies no lower than the larger step to them; and a search knows it to 1e-4.
            let step = [least - 1, least + 1].filter(chi2.indices.contains).map { chi2[$0] - chi2[least] }.max() ?? 0
            let found = try #require(Double(row["chi2_total"] ?? ""))
            #expect(found <= chi2[least] + 1e-4 && found >= chi2[least] - step)
            #expect(row["converged"] == "yes" && Double(row["penalty"] ?? "") == 0 && row["chi2_status"] == "found")
            let check = try program.run([
                "check", try #require(row["mass_MeV"]), try #require(row["coupling"]), "--scenario", "consistent",
                "--solver", "narrow-line", "--sum-of-masses", "\(try #require(row["neutrinos.sum_of_masses_eV"]))eV",
                "--format", "json",
            ])
            let iceCube = try #require(check.json()["icecube"] as? [String: Any])
            // The table prints sixteen digits: of the sum of the masses, and of what is compared. χ² is flat there.
            func isNear(_ name: String, _ column: String) throws -> Bool {
                let own = try #require(Double(row[column] ?? ""))
                return abs(try #require(iceCube[name] as? Double) - own) < 1e-13 * own
            }
            #expect(try isNear("chi2", "chi2") && row["chi2"] == row["chi2_total"])
            #expect(try isNear("amplitude", "best_amplitude"))
            #expect(try isNear("gamma", "best_gamma"))
        }
    }

    /// A normal prior adds the square of its deviation, and the profile is the same in any parts.
    @Test func priorsArePenaltiesAndPartsChangeNothing() throws {
        let program = try Program()
        defer { program.removeHome() }
        let text = Self.profile("profile", sum: "{mean: 0.15, sigma: 0.01}") + "\nprofile: {starts: 6, descents: 1}\n"
        _ = try program.write(text, to: "whole.yaml")
        _ = try program.write(text + "block: 1\n", to: "parts.yaml")
        let whole = try Self.rows(program, "whole")
        #expect(try Self.rows(program, "parts", shards: ["2/3", "3/3", "1/3"]) == whole)
        for row in whole {
            func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
            let deviation = (try number("neutrinos.sum_of_masses_eV") - 0.15) / 0.01
            // To the rounding of its last digits.
            #expect(abs(try number("penalty") - deviation * deviation) < 1e-12)
            #expect(abs(try number("chi2_total") - number("chi2") - number("penalty")) < 1e-12)
        }
        let plan = try program.run(["scan", "plan", "whole.yaml"])
        #expect(plan.output.contains("profiled by at most 2000 values of χ²"), "\(plan.output)\(plan.errors)")
        let merged = try program.run(["scan", "merge", "whole.yaml", "--format", "json"]).json()
        let record = try #require(merged["profile"] as? [String: Any])
        let least = try #require(whole.compactMap { Double($0["chi2_total"] ?? "") }.min())
        // The table prints sixteen digits.
        #expect(abs(try #require(record["chi2_total"] as? Double) - least) < 1e-14 * least)
        #expect(record["not_converged"] as? Int == 0)
    }

    /// What has no χ² says why: a sum of masses below what oscillations leave.
    @Test func rowsWithoutChi2SayWhy() throws {
        let program = try Program()
        defer { program.removeHome() }
        let text = Self.plan("\n  neutrinos.sum_of_masses_eV: {from: 0.02, to: 0.1}\nchoices: {solver: narrow-line}\n")
        _ = try program.write(text, to: "sums.yaml")
        let rows = try Self.rows(program, "sums")
        let without = rows.filter { $0["chi2_status"] == "no-universe" }
        #expect((1...5).contains(without.count))
        for row in rows {
            // Oscillations leave 0.0587 eV at least, by the parameter set of the scenario.
            let isThere = try #require(Double(row["neutrinos.sum_of_masses_eV"] ?? "")) > 0.0587
            #expect(row["chi2_status"] == (isThere ? "found" : "no-universe"))
            #expect((row["standing"] == "invalid") != isThere && (Double(row["chi2"] ?? "") ?? .nan).isNaN != isThere)
        }
        let merged = try program.run(["scan", "merge", "sums.yaml", "--format", "json"]).json()
        let missing = try #require(merged["without_chi2"] as? [[String: Any]])
        #expect(missing.map { $0["reason"] as? String } == ["no-universe"])
        #expect(missing.map { $0["count"] as? Int } == [without.count])
    }
}
