import Foundation
import TestServers
import Testing

/// A user's limit among the bounds in one command, and out again.
@Suite struct AddTests {
    /// A bound that decides by a publication that nobody can cite would be one without a publication.
    @Test(arguments: ["a b", "A{2020", "A,2020", "=cmd"])
    func aKeyThatCannotBeCitedIsRefused(key: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass_MeV,coupling\n1,1e-3\n2,2e-3\n", to: "mine.csv")
        let card = [
            "--name", "M", "--kind", "observed", "--confidence-level", "0.9", "--side", "above", "--mixing", "none",
        ]
        for command in [["add", file], ["import", file, "-o", "mine.vot"]] {
            let answer = try program.run(command + card + ["--texkey=\(key)"])
            #expect(answer.status == 65 && answer.errors.contains("the texkey '\(key)' can't be cited"), "\(answer)")
        }
        let good = try program.run(["add", file, "--texkey", "Laha:2013xua"] + card)
        #expect(good.status == 0, "\(good)")
    }

    private static let facts = ["--confidence-level", "0.9", "--name", "Mine 2025", "--arxiv", "2412.01234"]

    private static func documents(of program: Program) -> [String] {
        let directory = program.home.appending(path: ".local/share/mutau/constraints").path
        return (try? FileManager.default.contentsOfDirectory(atPath: directory).sorted()) ?? []
    }

    private static func check(_ program: Program) throws -> [String: Any] {
        let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    private static func verdict(on stem: String, _ program: Program) throws -> String? {
        let verdicts = try check(program)["verdicts"] as? [[String: Any]] ?? []
        return verdicts.first { $0["stem"] as? String == stem }?["verdict"] as? String
    }

    /// What is added, and what it then says of (6.5 MeV, 4.5e-4).
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var files: [String]
        var options: [String]
        var verdict: String
    }

    static let kinds = [
        Case(
            testDescription: "upper limit", files: ["mass_MeV,coupling\n1,1e-4\n100,1e-4\n"],
            options: ["--kind", "observed", "--side", "above"], verdict: "excluded"),
        Case(
            testDescription: "closed region",
            files: ["mass_GeV,coupling\n0.005,3e-4\n0.008,3e-4\n0.008,6e-4\n0.005,6e-4\n0.005,3e-4\n"],
            options: ["--kind", "observed", "--side", "inside"], verdict: "excluded"),
        Case(
            testDescription: "preferred band",
            files: ["mass_MeV,coupling\n1,6e-4\n100,6e-4\n", "mass_MeV,coupling\n1,3e-4\n100,3e-4\n"],
            options: ["--kind", "preferred", "--side", "inside"], verdict: "preferred"),
        Case(
            testDescription: "mass bound", files: [], options: ["--kind", "observed", "--mass-limit", "8MeV,1e-9"],
            verdict: "excluded"),
        Case(
            testDescription: "projection", files: ["mass_MeV,coupling\n1,1e-4\n100,1e-4\n"],
            options: ["--kind", "projected", "--side", "above"], verdict: "would-exclude"),
    ]

    @Test(arguments: kinds) func everyKindCountsAndGoesAgain(kind: Case) throws {
        let program = try Program()
        defer { program.removeHome() }
        let files = try kind.files.enumerated().map { try program.write($0.element, to: "edge\($0.offset).csv") }
        let added = try program.run(["add"] + files + Self.facts + kind.options)
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.contains("mine-2025") && added.output.contains("mutau remove mine-2025"))
        #expect(try Self.verdict(on: "mine-2025", program) == kind.verdict)
        #expect(try program.run(["list"]).output.contains("mine-2025"))
        let removed = try program.run(["remove", "mine-2025"])
        #expect(removed.status == 0 && removed.output.contains("No other bound"), "\(removed.errors)")
        #expect(try Self.verdict(on: "mine-2025", program) == nil)
        #expect(Self.documents(of: program).isEmpty)
    }

    private static func limit(_ program: Program, _ coupling: String = "1e-4", to name: String = "limit.csv") throws
        -> [String]
    {
        let file = try program.write("mass_MeV,coupling\n1,\(coupling)\n100,\(coupling)\n", to: name)
        return ["add", file, "--kind", "observed", "--side", "above"] + facts
    }

    @Test func whatIsMissingIsNamedAtOnceAndNothingIsWritten() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass,coupling\n1,1e-4\n10,1e-4\n", to: "limit.csv")
        let answer = try program.run(["add", file])
        #expect(answer.status == 65)
        for option in ["--kind", "--confidence-level", "--side", "--mass-unit"] {
            #expect(answer.errors.contains(option), "\(answer.errors)")
        }
        #expect(Self.documents(of: program).isEmpty)
    }

    @Test(arguments: ["../evil", "a/b", "", ".hidden", "évil", String(repeating: "a", count: 65)])
    func aStemNamesNoPath(stem: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(try Self.limit(program) + ["--stem", stem])
        #expect(answer.status == 64 && answer.errors.contains("stem"), "\(answer.errors)")
        #expect(Self.documents(of: program).isEmpty)
        let removal = try program.run(["remove", "--", stem])
        #expect(removal.status == 66 || stem.isEmpty, "\(removal.errors)")
    }

    @Test func whatWasAddedBeforeIsReplacedOnlyByForce() throws {
        let program = try Program()
        defer { program.removeHome() }
        #expect(try program.run(try Self.limit(program)).status == 0)
        let second = try Self.limit(program, "2e-4")
        let refused = try program.run(second)
        #expect(refused.status == 73 && refused.errors.contains("--force"), "\(refused.errors)")
        func limit() throws -> String { try program.run(["export", "mine-2025"]).output }
        #expect(try limit().contains("1,1,0.0001"))
        #expect(try program.run(second + ["--force"]).status == 0)
        #expect(try limit().contains("1,1,0.0002"))
        #expect(Self.documents(of: program) == ["mine-2025.vot"])
    }

    @Test func aBundledBoundIsReplacedOnlyOnPurpose() throws {
        let program = try Program()
        defer { program.removeHome() }
        let arguments = try Self.limit(program) + ["--stem", "na64mu-2024"]
        let refused = try program.run(arguments)
        #expect(refused.status == 73 && refused.errors.contains("--replace-bundled"), "\(refused.errors)")
        #expect(Self.documents(of: program).isEmpty)
        let added = try program.run(arguments + ["--replace-bundled"])
        #expect(added.status == 0 && added.output.contains("in place of the bundled"), "\(added.errors)")
        let own = try #require(try Self.check(program)["own_documents"] as? [[String: Any]])
        #expect(own.first?["in_place_of_bundled"] as? Bool == true)
        let removed = try program.run(["remove", "na64mu-2024"])
        #expect(removed.status == 0 && removed.output.contains("bundled"), "\(removed.output)")
        #expect(try Self.verdict(on: "na64mu-2024", program) == "allowed")
    }

    @Test func onlyOnesOwnCanBeRemoved() throws {
        let program = try Program()
        defer { program.removeHome() }
        let bundled = try program.run(["remove", "borexino"])
        #expect(bundled.status == 66 && bundled.errors.contains("--without borexino"), "\(bundled.errors)")
        let unknown = try program.run(["remove", "borexno"])
        // What can't be removed is not asked back.
        #expect(unknown.status == 66 && !unknown.errors.contains("did you mean"), "\(unknown.errors)")
        #expect(try program.run(try Self.limit(program)).status == 0)
        let rehearsal = try program.run(["remove", "mine-2025", "--dry-run"])
        #expect(rehearsal.status == 0 && Self.documents(of: program) == ["mine-2025.vot"])
        let directory = program.home.appending(path: ".local/share/mutau/constraints")
        let elsewhere = try program.run(
            ["remove", "mine-2025"],
            environment: ["XDG_DATA_HOME": "/nowhere", "MUTAU_CURVE_PATH": directory.path])
        #expect(elsewhere.status == 66 && elsewhere.errors.contains("MUTAU_CURVE_PATH"), "\(elsewhere.errors)")
        #expect(Self.documents(of: program) == ["mine-2025.vot"])
    }

    @Test func aDirectoryThatCannotBeMade() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mine", to: "file")
        let answer = try program.run(try Self.limit(program), environment: ["XDG_DATA_HOME": file + "/below"])
        // What is not there may be made; what can't be looked into may hold curves that would change the answer.
        #expect(answer.status == 74, "\(answer.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    @Test func aDryRunWritesNothing() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(try Self.limit(program) + ["--dry-run", "--format", "json"])
        let effect = try #require(try answer.json()["effect"] as? [String: Any])
        #expect(effect["lowest_edge"] is [String: Any] && effect["decides"] as? Bool == true)
        #expect(Self.documents(of: program).isEmpty)
    }

    @Test(arguments: ["C", "en_GB.UTF-8"]) func thePlotFitsATerminal(locale: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(try Self.limit(program), environment: ["LC_ALL": locale])
        // The line above, with the path, and the sentences below have words of any length.
        let lines = answer.output.split(separator: "\n")
        let plot = lines.drop { !$0.hasSuffix("g'") }.prefix { !$0.contains("edge of") }
        #expect(plot.count > 20 && plot.allSatisfy { $0.count <= 80 }, "\(answer.output)")
        #expect(answer.output.contains("█") == (locale != "C") && answer.output.contains("#") == (locale == "C"))
    }

    /// Masses and couplings whose ratio is no number.
    @Test func aCurveOfAbsurdExtentIsShown() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass_MeV,coupling\n1e-200,1e-300\n1e200,1e300\n", to: "far.csv")
        let answer = try program.run(["add", file, "--kind", "observed", "--side", "above"] + Self.facts)
        #expect(answer.status == 0 && answer.errors.contains("step of 400.0 decades"), "\(answer.errors)")
        // On a straight line between the two on a log–log plot, g′ = 1 at 1 MeV.
        let check = try program.run(["check", "1MeV", "1e-4", "--format", "json"]).json()
        let verdict = (check["verdicts"] as? [[String: Any]])?.first { $0["stem"] as? String == "mine-2025" }
        let limit = try #require(verdict?["limit"] as? Double)
        // The exponent, some 700, has an error of 1e-13.
        #expect(abs(limit - 1) < 1e-11)
    }

    /// Columns in each other's place are not seen by anyone else.
    @Test func couplingsTooLargeAreAskedAbout() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass_MeV,coupling\n0.01,1\n0.1,100\n", to: "swapped.csv")
        let answer = try program.run(["add", file, "--dry-run", "--kind", "observed", "--side", "above"] + Self.facts)
        #expect(answer.status == 0 && answer.errors.contains("each other's place"), "\(answer.errors)")
    }

    /// What is drawn as new is only excluded by a limit that was observed.
    @Test(arguments: [
        ("observed", "new,"), ("expected", "expected,"), ("projected", "within reach,"), ("preferred", "preferred,"),
        ("hint", "hinted at,"),
    ])
    func theLegendSaysWhatTheBoundDoes(kind: String, word: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass_MeV,coupling\n1,1e-2\n100,1e-2\n", to: "weak.csv")
        let answer = try program.run(
            ["add", file, "--dry-run", "--kind", kind, "--side", "above"] + Self.facts)
        #expect(answer.status == 0 && answer.output.contains("+ \(word) not excluded so far"), "\(answer.output)")
        let isBand = kind == "preferred" || kind == "hint"
        #expect(answer.output.contains("All of what it prefers is excluded") == isBand, "\(answer.output)")
    }

    @Test func aCurveFromTheNetworkKeepsItsAddress() throws {
        let program = try Program()
        defer { program.removeHome() }
        let server = try TestServer()
        server.reply(to: "/a/limit.csv?version=1", .ok(Array("mass_MeV,coupling\n1,1e-4\n100,1e-4\n".utf8)))
        server.reply(to: "/page.csv", .ok(Array("<!DOCTYPE html><html><body>Sign in</body></html>".utf8)))
        let options = ["--kind", "observed", "--side", "above"] + Self.facts
        let url = server.base + "/a/limit.csv?version=1"
        let added = try program.run(["add", url] + options)
        #expect(added.status == 0, "\(added.errors)")
        #expect(try program.run(["show", "mine-2025", "--format", "json"]).json()["source"] as? String == url)
        // Where it came from is known to 'refresh' too, until it is removed.
        let catalogue = program.home.appending(path: ".local/share/mutau/constraints/catalogue.yaml")
        #expect(try String(contentsOf: catalogue, encoding: .utf8).contains(url))
        let page = try program.run(["add", server.base + "/page.csv", "--stem", "page"] + options)
        #expect(page.status == 65 && page.errors.contains("HTML"), "\(page.errors)")
        let missing = try program.run(["add", server.base + "/gone.csv", "--stem", "gone"] + options)
        #expect(missing.status == 69 && missing.errors.contains("404"), "\(missing.errors)")
        let insecure = try program.run(["add", "http://example.org/x.csv", "--stem", "far"] + options)
        #expect(insecure.status == 69 && insecure.errors.contains("--allow-http"), "\(insecure.errors)")
        #expect(Self.documents(of: program) == ["catalogue.yaml", "mine-2025.vot"])
        #expect(try program.run(["remove", "mine-2025"]).status == 0)
        let left = try String(contentsOf: catalogue, encoding: .utf8)
        #expect(!left.contains(url))
    }

    @Test func onATerminalItAsks() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass,coupling\n1,1e-4\n100,1e-4\n", to: "limit.csv")
        // Unit, kind by default, a level that is none and then one, side by default, name, stem by default, reference.
        let answer = try program.run(
            ["add", file], typing: "MeV\n\nninety\n0.9\n\nBelle II 2025\n\n2412.01234\n")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors.contains("[observed]") && answer.errors.contains("ninety"), "\(answer.errors)")
        #expect(Self.documents(of: program) == ["belle-ii-2025.vot"])
        #expect(try program.run(["cite"]).output.contains("2412.01234"))
        let silent = try program.run(["add", file], typing: "\u{4}")
        #expect(silent.status == 64 && silent.errors.contains("nothing was written"), "\(silent.errors)")
    }
}
