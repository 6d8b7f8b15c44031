import Foundation
import Testing

/// What a scenario leaves along masses, and its bounds as documents.
@Suite struct EnvelopeTests {
    private static func cells(_ csv: String) -> [[String]] {
        csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    /// The same lines, whether masses are asked for together or one by one.
    @Test(arguments: [["--scenario", "paper"], ["--scenario", "consistent", "--combination", "most-sensitive"]])
    func manyMassesSayWhatEachSays(choice: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let masses = ["3", "20", "300"]
        let together = try program.run(
            ["limit", "--masses", masses.joined(separator: ","), "--format", "csv"] + choice)
        #expect(together.status == 0, "\(together.errors)")
        let lines = together.output.split(separator: "\n")
        let alone = try masses.map {
            try program.run(["limit", $0, "--format", "csv"] + choice).output.split(separator: "\n")
        }
        #expect(Array(lines.dropFirst()) == alone.flatMap { Array($0.dropFirst()) })
        #expect(lines.first == alone.first?.first)
        let json = try program.run(["limit", "--masses", masses.joined(separator: ","), "--format", "json"] + choice)
            .json()
        #expect(json["schema"] as? String == "envelope/1" && (json["rows"] as? [Any])?.count == lines.count - 1)
        let votable = try program.run(
            ["limit", "--masses", masses.joined(separator: ","), "--format", "votable"] + choice)
        #expect(
            votable.output.contains("<FIELD") && votable.output.components(separatedBy: "<TR>").count == lines.count)
    }

    @Test func aRangeHasEqualStepsOfLogarithms() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(
            ["limit", "--mass-range", "1MeV:1GeV", "--points", "4", "--format", "csv", "--only", "z-decay-inclusive"])
        let masses = try Self.cells(answer.output).dropFirst().map { try #require(Double($0[0])) }
        // Of one bound there is one interval a mass; ten to a third is no exact number.
        #expect(masses.count == 4 && zip(masses, [1, 10, 100, 1000]).allSatisfy { abs($0 / $1 - 1) < 1e-15 })
        let text = try program.run(["limit", "--mass-range", "1MeV:1GeV", "--points", "4"])
        #expect(text.output.contains("upper edge set by") && text.output.contains("1000"), "\(text.output)")
    }

    @Test(arguments: [
        (["limit"], "give one mass, or several"), (["limit", "6.5", "--masses", "3"], "give one mass, or several"),
        (["limit", "--masses", "3", "--mass-range", "1:2"], "give one of them"),
        (["limit", "--masses", "3", "--points", "5"], "--points is of --mass-range"),
        (["limit", "--mass-range", "1:2", "--points", "1"], "2 to 10000"),
        (["limit", "--mass-range", "1:2", "--points", "10001"], "2 to 10000"),
        (["limit", "--masses", "3,,5"], "is no mass"), (["export"], "give the stem of a bound"),
        (["export", "coherent", "--envelope"], "give the stem of a bound"),
        (["export", "coherent", "--cl", "0.95"], "name the masses"), (["export", "envelope"], "name them"),
    ])
    func whatIsMeantHasToBeSaid(arguments: [String], words: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 64 && answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }

    /// A computed bound at masses: the numbers of the table, which are exact where a bound has all its digits.
    @Test func aComputedBoundIsExportedAtMasses() throws {
        let program = try Program()
        defer { program.removeHome() }
        let masses = ["--masses", "1,6.5,100"]
        let export = try program.run(["export", "z-decay-inclusive"] + masses)
        #expect(export.status == 0, "\(export.errors)")
        let table = try program.run(["table", "--only", "z-decay-inclusive", "--format", "csv"] + masses)
        let rows = Self.cells(table.output)
        let column = try #require(rows.first?.firstIndex(of: "limit_low"))
        #expect(Self.cells(export.output).dropFirst().map(\.last) == rows.dropFirst().map { $0[column] })
        // Under another convention it is another curve.
        let other = try program.run(["export", "z-decay-inclusive", "--cl", "0.9"] + masses)
        #expect(other.status == 0 && other.output != export.output, "\(other.errors)")
    }

    /// Each point says which bound sets it, as the couplings at its mass do; the coupling from which on a bound on the mass holds
    /// is told from a limit.
    @Test func everyPointSaysWhoSetsIt() throws {
        let program = try Program()
        defer { program.removeHome() }
        let masses = ["--masses", "1,6.5,20"]
        let exported = Self.cells(try program.run(["export", "envelope"] + masses).output)
        let names = try #require(exported.first)
        let (mass, coupling) = (names.firstIndex(of: "mass_MeV") ?? 0, names.firstIndex(of: "coupling") ?? 0)
        let limits = Self.cells(try program.run(["limit", "--format", "csv"] + masses).output)
        func column(_ name: String) throws -> Int { try #require(limits.first?.firstIndex(of: name)) }
        let (high, by, floor) = (try column("limit_high"), try column("high_set_by"), try column("high_mass_limit_MeV"))
        let asked = exported.dropFirst().filter { ["1", "6.5", "20"].contains($0[mass]) }
        #expect(asked.count == 3 && names.last == "set_by")
        for row in asked {
            let limit = try #require(limits.dropFirst().first { $0[0] == row[mass] })
            #expect(row[coupling] == limit[high] && row.last == limit[by], "\(row)")
        }
        // N_eff's bound on the mass ends at 5 MeV, and so does the step of the envelope.
        let steps = try exported.dropFirst().map { try #require(Double($0[mass])) }.filter { abs($0 - 5) < 1 }
        #expect(steps.count == 2 && steps.allSatisfy { abs($0 - 5) < 1e-8 } && steps[0] < 5 && steps[1] >= 5)
        // Edges that have two digits only, as N_eff's, go up in many small ones that are none.
        let rounded = [
            "export", "envelope", "--scenario", "consistent", "--only", "neff-history", "--mass-range", "1.2:4",
            "--points", "20",
        ]
        #expect(Self.cells(try program.run(rounded).output).count == 21)
        #expect(limits.dropFirst().map { $0[floor] } == ["5", "", ""])
        #expect(limits[1][by] == "neff-5mev" && limits[2][by] == "na64mu-2024")
        let text = try program.run(["limit", "1MeV"]).output
        #expect(text.contains("g′ ≤ 1.0e-9; from there on every mass below 5 MeV is excluded by N_eff"), "\(text)")
        // A bound of its own sets all of its points.
        #expect(!(try program.run(["export", "coherent"]).output.contains("set_by")))
    }

    /// Out as a document, and in over an answer: what was excluded is excluded, and nothing else.
    @Test(arguments: ["consistent", "paper"])
    func anEnvelopeComesBack(scenario: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = program.home.appending(path: "all.vot").path
        let masses = ["--masses", "0.01,0.1,1,3,6.5,12,20,50,150,300,1000"]
        let written = try program.run(
            ["export", "envelope", "--scenario", scenario, "--format", "votable", "-o", file] + masses)
        #expect(written.status == 0, "\(written.errors)")
        let stem = "envelope-\(scenario)"
        let laidOver = ["--scenario", scenario, "--overlay", file, "--count", stem, "--only", stem, "--format", "csv"]
        let again = try program.run(["limit"] + masses + laidOver)
        #expect(again.status == 0, "\(again.errors)")
        let before = try program.run(["limit", "--scenario", scenario, "--format", "csv"] + masses)
        let (left, expected) = (try Self.left(again.output), try Self.left(before.output))
        let undecided = Set(Self.cells(before.output).filter { $0[1] == "undecided" }.map { $0[0] })
        #expect(undecided.count < expected.count)
        // Where a bound can't tell the couplings are not allowed, and not excluded either.
        for (mass, intervals) in expected where !undecided.contains(mass) {
            #expect(left[mass] == intervals, "\(mass)")
        }
        #expect(Set(left.keys).isSuperset(of: expected.keys))
        let added = try program.run(["add", file])
        #expect(added.status == 0, "\(added.errors)")
        #expect(try program.run(["show", stem]).output.contains("All bounds of “\(scenario)”"))
    }

    /// By mass the couplings that are allowed or unconstrained, joined, to twelve digits: an edge of a band is an exponential of
    /// a logarithm.
    private static func left(_ csv: String) throws -> [String: [String]] {
        var intervals: [String: [ClosedRange<Double>]] = [:]
        for row in cells(csv).dropFirst() where ["allowed", "unconstrained"].contains(row[1]) {
            let (lower, upper) = (try #require(Double(row[2])), Double(row[3]) ?? .infinity)
            intervals[row[0], default: []].append(lower...upper)
        }
        return intervals.mapValues { intervals in
            var joined: [ClosedRange<Double>] = []
            for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = joined.last, interval.lowerBound <= last.upperBound {
                    joined[joined.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
                } else {
                    joined.append(interval)
                }
            }
            return joined.map { String(format: "%.12g %.12g", $0.lowerBound, $0.upperBound) }
        }
    }
}
