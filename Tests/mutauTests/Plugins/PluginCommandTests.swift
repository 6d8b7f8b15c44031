import Foundation
import Testing

/// From nothing to a bound of one's own in code, with the commands of the handbook.
@Suite struct PluginCommandTests {
    private static func expect(_ program: Program, _ arguments: [String], status: Int32 = 0) throws -> Program.Answer {
        let answer = try program.run(arguments)
        #expect(answer.status == status, "\(arguments): \(answer.output)\(answer.errors)")
        return answer
    }

    @Test(arguments: [[], ["--language", "c"]])
    func fromNothingToABound(language: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", "MyBound"] + language)
        let built = try Self.expect(program, ["plugin", "build", "MyBound"])
        // A compiler that has something to say of the template would make a poor welcome.
        #expect(built.errors.isEmpty, "\(built.errors)")
        let checked = try Self.expect(program, ["plugin", "check", "MyBound"])
        #expect(checked.output == "my-bound conforms (2 known values)\n")
        _ = try Self.expect(program, ["plugin", "install", "MyBound"])
        let listed = try Self.expect(program, ["plugin", "list", "--format", "json"])
        let plugins = try #require(try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
        #expect(plugins.first?["accepted"] as? Bool == true && plugins.first?["stems"] as? [String] == ["my-bound"])

        let check = try Self.expect(program, ["check", "6.5", "1e-3", "--explain", "--format", "json"]).json()
        let verdicts = try #require(check["verdicts"] as? [[String: Any]])
        let own = try #require(verdicts.first { $0["stem"] as? String == "my-bound" })
        // The value in its file of known values, to the digits there.
        #expect(abs(try #require(own["limit"] as? Double) / 4.8091e-4 - 1) < 1e-4)
        #expect((own["origin"] as? [String: Any])?["place"] as? String == "plugin")
        #expect((own["code"] as? [String: Any])?["path"] as? String != nil)
        let explanation = try #require(own["explanation"] as? String)
        #expect(explanation.contains("The limit is computed by code in ") && explanation.contains("dex above it"))
        for command in [["table"], ["list"], ["show", "my-bound"]] {
            #expect(try Self.expect(program, command).output.contains("MyBound"), "\(command)")
        }
        let points = try program.write("mass_MeV,coupling\n6.5,1e-3\n20,1e-5\n", to: "points.csv")
        let many = try Self.expect(program, ["check", "--points", points, "--format", "json", "--verdicts"])
        #expect(many.output.split(separator: "\n").allSatisfy { $0.contains("\"my-bound\"") })

        let without = try Self.expect(program, ["check", "6.5", "1e-3", "--no-plugins"])
        #expect(!without.output.contains("MyBound") && without.errors.isEmpty)
        _ = try Self.expect(program, ["show", "my-bound", "--no-plugins"], status: 66)
    }

    /// The connection to the plugins must not become standard output where there is none: the answer would be lost.
    @Test func aClosedStandardOutputIsAnError() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.installed(program)
        let answer = try program.runShell("HOME=$PWD mutau check 6.5 1e-3 >&-")
        #expect(answer.status == 74, "\(answer.errors)")
    }

    /// A plugin's document is kept fresh like any other, and is no trouble once the plugin is gone.
    @Test func aRefreshedDocumentMayLoseItsPlugin() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.installed(program)
        let mirror = program.home.appending(path: "mirror")
        try FileManager.default.createDirectory(at: mirror, withIntermediateDirectories: true)
        let document = try String(contentsOf: program.home.appending(path: "MyBound/my-bound.vot"), encoding: .utf8)
        // Twice the events: the limit goes down by √2.
        try document.replacing("\"10000000.0\"", with: "\"20000000.0\"")
            .write(to: mirror.appending(path: "my-bound.vot"), atomically: true, encoding: .utf8)
        _ = try Self.expect(program, ["refresh", "my-bound", "--mirror", "file://\(mirror.path)"])
        let check = ["check", "6.5", "1e-3", "--format", "json"]
        let verdicts = try #require(try Self.expect(program, check).json()["verdicts"] as? [[String: Any]])
        let limit = try #require(verdicts.first { $0["stem"] as? String == "my-bound" }?["limit"] as? Double)
        #expect(abs(limit / (4.8091e-4 / 2.0.squareRoot()) - 1) < 1e-4)

        for command in [check, ["limit", "6.5"], ["table"], ["cite"], ["list"], ["diff"]] {
            let answer = try Self.expect(program, command + (command == ["diff"] ? [] : ["--no-plugins"]))
            #expect(!answer.output.contains("MyBound") || command == ["diff"])
            let lines = answer.errors.split(separator: "\n").filter { $0.contains("takes no part") }
            #expect(lines.count == (command == ["diff"] ? 0 : 1), "\(command): \(answer.errors)")
        }
        #expect(try Self.expect(program, ["diff"]).output.contains("my-bound"))
    }

    /// What else has to do with stems knows those of plugins.
    @Test func otherCommandsKnowItsStem() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.installed(program)
        let exported = try Self.expect(program, ["export", "my-bound"], status: 65)
        #expect(exported.errors.contains("it is computed"), "\(exported.errors)")
        let document = try Self.expect(program, ["export", "my-bound", "--format", "votable"])
        #expect(document.output.contains("events_per_coupling_squared"))
        #expect(try Self.expect(program, ["map", "--grid", "10x10", "--output", "map"]).status == 0)
        let figure = try String(contentsOf: program.home.appending(path: "map/map.svg"), encoding: .utf8)
        #expect(figure.contains("Computed by plugins"))
        let curve = try program.write("mass_MeV,coupling\n1,1e-3\n10,2e-3\n", to: "curve.csv")
        let added = try Self.expect(
            program,
            [
                "add", curve, "--stem", "my-bound", "--name", "Mine", "--summary", "A test.", "--kind", "observed",
                "--confidence-level",
                "0.9", "--reference", "citation=me", "--side", "above",
            ], status: 73)
        #expect(added.errors.contains("a plugin computes"), "\(added.errors)")
        #expect(try Self.expect(program, ["cite"]).output.contains("Authors, title"))
    }

    /// Nothing goes that did not come with the plugin, and nobody is told that a bound in plain sight is not there.
    @Test func whatWasInstalledIsTakenOutAgain() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.installed(program)
        let folder = ".local/share/mutau/plugins/MyBound"
        let refused = try Self.expect(program, ["remove", "my-bound"], status: 66)
        #expect(refused.errors.contains("mutau plugin remove"), "\(refused.errors)")
        let notes = try program.write("mine", to: "\(folder)/notes.txt")
        let kept = try Self.expect(program, ["plugin", "remove", "MyBound"], status: 73)
        #expect(kept.errors.contains("notes.txt"), "\(kept.errors)")
        #expect(FileManager.default.fileExists(atPath: "\(program.home.path)/\(folder)/MyBound.so"))
        try FileManager.default.removeItem(atPath: notes)
        _ = try Self.expect(program, ["plugin", "remove", "MyBound"])
        #expect(!FileManager.default.fileExists(atPath: "\(program.home.path)/\(folder)"))
        let gone = try Self.expect(program, ["plugin", "remove", "MyBound"], status: 66)
        #expect(gone.errors.contains("mutau plugin list"), "\(gone.errors)")
    }

    private static func installed(_ program: Program) throws -> Program.Answer {
        _ = try expect(program, ["plugin", "new", "MyBound"])
        _ = try expect(program, ["plugin", "build", "MyBound"])
        return try expect(program, ["plugin", "install", "MyBound"])
    }

    @Test func whatDoesNotCompileIsShown() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", "Broken"])
        _ = try program.write("this is no Swift", to: "Broken/Broken.swift")
        let answer = try Self.expect(program, ["plugin", "build", "Broken"], status: 65)
        #expect(answer.errors.contains("Broken.swift:1") && answer.errors.contains("error:"), "\(answer.errors)")
        _ = try Self.expect(program, ["plugin", "check", "Broken"], status: 66)
    }

    /// A compiler quotes the code, and code that somebody handed on may try to write to the terminal.
    @Test func whatACompilerSaysIsShownPlain() throws {
        let program = try Program()
        defer { program.removeHome() }
        let code = "#error \u{1B}]0;title\u{7}\u{1B}[2J first\u{202E}txet\n"
        _ = try Self.expect(program, ["plugin", "new", "--language", "c", "Loud"])
        _ = try program.write(code, to: "Loud/Loud.c")
        let answer = try Self.expect(program, ["plugin", "build", "Loud"], status: 65)
        #expect(answer.errors.contains("first"), "\(answer.errors)")
        let foreign = answer.errors.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" }
        #expect(foreign.isEmpty, "\(answer.errors.debugDescription)")
    }

    @Test func whatDoesNotConformIsNotInstalled() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", "Wrong"])
        _ = try Self.expect(program, ["plugin", "build", "Wrong"])
        _ = try program.write("mass_MeV,coupling,relative_tolerance\n6.5,1e-3,1e-3\n", to: "Wrong/wrong.known.csv")
        let answer = try Self.expect(program, ["plugin", "check", "Wrong"], status: 65)
        #expect(answer.output.contains("known values: at 6.5 MeV it gives 0.00048"), "\(answer.output)")
        _ = try Self.expect(program, ["plugin", "install", "Wrong"], status: 65)
    }

    @Test(arguments: ["my bound", "1st", "../Evil", "", "Borexino"])
    func aNameThatCanNotBe(name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", name], status: 64)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.path).allSatisfy { $0.hasPrefix(".") })
    }

    @Test func aFolderIsNotWrittenOver() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", "Twice"])
        let folder = program.home.appending(path: "Twice")
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!before.isEmpty)
        // What its owner has written meanwhile.
        let note = folder.appending(path: try #require(before.first))
        try "mine".write(to: note, atomically: true, encoding: .utf8)
        _ = try Self.expect(program, ["plugin", "new", "Twice"], status: 73)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
        #expect(try String(contentsOf: note, encoding: .utf8) == "mine")
        _ = try Self.expect(program, ["plugin", "build", "nowhere"], status: 66)
    }

    @Test func aWrongVersionOfTheCInterfaceIsNamed() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try Self.expect(program, ["plugin", "new", "Old", "--language", "c"])
        let source = program.home.appending(path: "Old/Old.c")
        let text = try String(contentsOf: source, encoding: .utf8)
            .replacing(".version = MUTAU_PLUGIN_VERSION", with: ".version = 7")
        try text.write(to: source, atomically: true, encoding: .utf8)
        _ = try Self.expect(program, ["plugin", "build", "Old"])
        let answer = try Self.expect(program, ["plugin", "check", "Old"], status: 65)
        #expect(answer.errors.contains("version 7 of mutau_plugin.h"), "\(answer.errors)")
    }
}
