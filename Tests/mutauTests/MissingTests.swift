import Foundation
import TestServers
import Testing

/// What is not in here, as a user meets it: named where it matters, shown, and brought in where HEPData has it.
@Suite struct MissingTests {
    private let program: Program
    private let server: TestServer
    private let belle = "belle2-2022-invisible"

    init() throws {
        program = try Program()
        server = try TestServer()
        Self.belle2(version: 1).publish(at: server)
        Self.atlas.publish(at: server)
    }

    /// Of the shape that the record is said to have: three tables of observed limits, of which one is of our model. The
    /// numbers are made up along what the abstract states.
    private static func belle2(version: Int) -> HEPDataPaper {
        func yaml(_ heading: String, _ values: String) -> String {
            """
            independent_variables:
            - header: {name: "$M_{Z'}$", units: "GeV/$c^{2}$"}
              values: [{value: 0.01}, {value: 1}, {value: 8}]
            dependent_variables:
            - header: {name: "\(heading)"}
              qualifiers: [{name: SQRT(S), units: GeV, value: 10.58}]
              values: \(values)
            """
        }
        return HEPDataPaper(
            number: "ins2611344", title: "Search for an invisible $Z'$", version: version,
            tables: [
                .init(
                    name: "Table 1", description: "Observed 90% CL upper limits on the cross section",
                    yaml: yaml(
                        "Observed 90% CL upper limit on the cross section", "[{value: 4}, {value: 2}, {value: 1}]")),
                .init(
                    name: "Table 2", description: "Observed limits on the coupling, fully invisible",
                    yaml: yaml("$g^{\\\\prime}$", "[{value: 0.002}, {value: 0.002}, {value: 0.3}]")),
                .init(
                    name: "Table 3", description: "Observed limits on the coupling, vanilla",
                    yaml: yaml("$g^{\\\\prime}$", "[{value: 0.00\(2 + version)}, {value: 0.003}, {value: 1}]")),
            ])
    }

    /// Its first table holds hypotheses and no limit; the limit has an expectation beside it.
    private static let atlas = HEPDataPaper(
        number: "ins2625676", title: "Search for a new $Z'$ gauge boson", version: 2,
        tables: [
            .init(name: "Table 1", description: "Hypotheses with coupling, width, cross section", yaml: ""),
            .init(
                name: "Table 12", description: "Upper limits at 95% CL on the coupling against the mass",
                yaml: """
                    independent_variables:
                    - header: {name: "$m_{Z'}$", units: GeV}
                      values: [{value: 5}, {value: 20}, {value: 81}]
                    dependent_variables:
                    - header: {name: "Observed limit on $g_{Z'}$"}
                      values: [{value: 0.004}, {value: 0.003}, {value: 0.2}]
                    - header: {name: "Expected limit on $g_{Z'}$"}
                      values: [{value: 0.005}, {value: 0.004}, {value: 0.25}]
                    """),
        ])

    private func run(_ arguments: String...) throws -> Program.Answer {
        try program.run(arguments, environment: ["MUTAU_HEPDATA": server.base])
    }

    private func missing(_ arguments: String...) throws -> [String] {
        let answer = try program.run(arguments + ["--format", "json"])
        return (try answer.json()["missing"] as? [[String: Any]] ?? []).compactMap { $0["stem"] as? String }
    }

    @Test func theListIsATableAndData() throws {
        defer { program.removeHome() }
        let text = try run("list", "--missing")
        #expect(text.status == 0 && text.output.contains("(recalled)"), "\(text)")
        for words in ["Solar neutrinos in PandaX-4T", "SN1987A", "below 8000 MeV", "3e-3 to 1", "arXiv:2409.10128"] {
            #expect(text.output.contains(words), "\(words)")
        }
        let csv = try run("list", "--missing", "--format", "csv").output.split(separator: "\n")
        #expect(csv.first?.hasPrefix("stem,title,arxiv,") == true && csv.contains { $0.hasPrefix("sn1987a,") })
        #expect(try run("list", "--missing", "--parameters").status == 64)
    }

    /// It is named where its reach is at or below the coupling, and not where something excludes the point already.
    @Test func answersNameWhatCouldChangeThem() throws {
        defer { program.removeHome() }
        let low = try missing("check", "6.5MeV", "4.5e-4")
        #expect(Set(low) == ["na64mu-2024-extended", "sn1987a", "pandax4t-solar-2025", "lz-solar-2026"])
        let text = try run("check", "6.5MeV", "4.5e-4").output
        #expect(text.contains("SN1987A (arXiv:2006.13942) states 1e-9 here (where trapping ends"), "\(text)")
        #expect(text.contains("no numbers of theirs are at hand: NA64μ 2024"), "\(text)")
        #expect(try missing("check", "6.5MeV", "6e-4").isEmpty)
        #expect(try missing("check", "6.5MeV", "4e-4", "--charges", "universal").isEmpty)
        let high = try run("check", "3GeV", "4e-3")
        #expect(
            high.output.contains(
                "Belle II invisible 2022 (arXiv:2212.03066) states 3e-3 to 1 here and is not included: 'mutau refresh "
                    + "\(belle)' brings it in."), "\(high)")
        #expect(high.output.contains("Belle II 4μ 2024 (arXiv:2403.02841) states 8e-4 to 0.039 here and is not"))
        #expect(try !missing("check", "3GeV", "2e-3").contains(belle))
        #expect(try missing("limit", "3GeV").contains(belle))
        #expect(try !missing("limit", "6.5MeV").contains(belle))
        let map = try program.run([
            "map", "--grid", "8x8", "--mass-range", "100MeV:10GeV", "--coupling-range", "1e-4:1e-2", "--only",
            "cms-4mu", "--figures", "none",
        ])
        #expect(map.status == 0 && map.output.contains("states 3e-3 to 1 at m = 100–"), "\(map)")
        let summary = try String(contentsOf: program.home.appending(path: "mutau-map/summary.json"), encoding: .utf8)
        #expect(summary.contains("\"stem\": \"\(belle)\"") && summary.contains("\"stem\": \"lz-solar-2026\""))
    }

    @Test func whatIsMissingIsShown() throws {
        defer { program.removeHome() }
        let known = try run("show", belle)
        #expect(known.status == 0 && known.output.contains("'mutau refresh \(belle)' brings it in."), "\(known)")
        #expect(try run("show", "sn1987a").output.contains("disputed"))
        #expect(try run("show", "no-such-bound").status == 66)
        // Where a document is wanted, it is an unknown stem like any other, and no other is suggested.
        let wanted = try run("check", "1GeV", "1e-3", "--only", belle)
        #expect(
            wanted.status == 66 && wanted.errors.contains("is not in here: 'mutau show \(belle)' says why"), "\(wanted)"
        )
    }

    /// From then on it is a bound, in scenarios that wait for it.
    @Test func itTakesPartOnceItIsFetched() throws {
        defer { program.removeHome() }
        // A refresh of all asks nobody for what was never asked for.
        #expect(try run("refresh").status == 0)
        #expect(server.requests.isEmpty)
        let before = try run("check", "1GeV", "4e-3", "--scenario", "consistent", "--only", "cms-4mu")
        #expect(before.output.contains("Belle II invisible 2022"), "\(before)")
        let fetched = try run("refresh", belle)
        #expect(
            fetched.status == 0 && fetched.output.contains("updated from \(server.base)/download/table/"), "\(fetched)")
        let card = try run("show", belle).output
        for words in ["hepdata.2611344.v1/t3", "arXiv:2212.03066", "90 %", "8000", "3.00e-3"] {
            #expect(card.contains(words), "\(words): \(card)")
        }
        #expect(try !run("list", "--missing").output.contains(belle))
        let answer = try run("check", "1GeV", "4e-3", "--scenario", "consistent", "--format", "json").json()
        let verdicts = answer["verdicts"] as? [[String: Any]] ?? []
        let verdict = try #require(verdicts.first { $0["stem"] as? String == belle })
        #expect(verdict["verdict"] as? String == "excluded" && verdict["role"] as? String == "decides")
        // The knot of the table, to the rounding of its logarithm.
        #expect(abs((verdict["limit"] as? Double ?? 0) / 0.003 - 1) < 1e-12)
        let text = try run("check", "1GeV", "4e-3", "--scenario", "consistent").output
        #expect(
            text.contains("Fetched: Belle II invisible 2022 (\(belle)).") && !text.contains("Added by you"), "\(text)")
        // The paper did not have it, and says so still.
        let paper = try run("check", "1GeV", "3.5e-3", "--format", "json").json()
        #expect((paper["verdicts"] as? [[String: Any]])?.contains { $0["stem"] as? String == belle } == false)
        #expect(try run("refresh", belle).output.contains("unchanged"))
    }

    /// The limit on g_Z′ is a limit on g′; the expectation beside it decides nothing.
    @Test func theObservedOfSeveralColumnsDecides() throws {
        defer { program.removeHome() }
        let fetched = try run("refresh", "atlas-2023-4mu")
        #expect(fetched.status == 0, "\(fetched)")
        let answer = try run("check", "20GeV", "3.5e-3", "--scenario", "consistent", "--format", "json").json()
        #expect((answer["excluded_by"] as? [String])?.contains("atlas-2023-4mu") == true, "\(answer)")
        let below = try run("check", "20GeV", "2.9e-3", "--scenario", "consistent", "--format", "json").json()
        #expect((below["excluded_by"] as? [String])?.contains("atlas-2023-4mu") == false, "\(below)")
    }

    /// A newer version is told and the one at hand stays; where no single table is meant, the refresh says which there are.
    @Test func versionsAreTheUsersToTake() throws {
        defer { program.removeHome() }
        #expect(try run("refresh", belle).status == 0)
        Self.belle2(version: 2).publish(at: server)
        let told = try run("refresh", belle)
        #expect(told.output.contains("unchanged; HEPData has version 2, this is version 1"), "\(told)")
        var other = Self.atlas
        other.tables[1].description = "Something else"
        other.publish(at: server)
        let failed = try run("refresh", "atlas-2023-4mu")
        #expect(failed.status == 69 && failed.output.contains("don't tell which table"), "\(failed)")
        #expect(failed.output.contains("takes one of 'Table 1', 'Table 12'"), "\(failed)")
    }
}
