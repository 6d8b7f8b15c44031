import Foundation
import Testing

/// No answer without what the user's own folders hold, where that can't be known, unless one is asked for.
@Suite struct OwnFoldersTests {
    private static let data = ".local/share/mutau"
    private static let stem = "mine-2025"

    /// What may be wrong with the folders, by a line of a shell, and how the program ends.
    static let faults: [(fault: String, status: Int32, mentions: String)] = [
        ("chmod o+w \(data)/constraints/\(stem).vot", 74, "chmod o-w"),
        ("chmod o+w \(data)/constraints", 74, "chmod o-w"),
        ("chmod o+w \(data)", 74, "chmod o-w"),
        ("rm -r \(data)/constraints; echo > \(data)/constraints", 74, "Not a directory"),
        ("mkdir -p \(data)/refreshed; echo '{' > \(data)/refreshed/curves.lock", 65, "is damaged"),
        ("mkdir -p \(data)/refreshed; echo '{}' > \(data)/refreshed/curves.lock.previous", 65, "move the folder"),
        ("mkdir -p \(data)/refreshed; cd \(data)/refreshed; echo '{}' > curves.lock; chmod o+w curves.lock", 74, "o-w"),
        ("mkdir -p \(data)/refreshed; chmod o+w \(data)/refreshed", 74, "chmod o-w"),
        ("mkdir -p \(data)/refreshed/curves.lock", 74, "directory"),
    ]

    private static func withFault(_ fault: String, _ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("mass_MeV,coupling\n1,1e-4\n100,1e-4\n", to: "limit.csv")
        let added = try program.runShell(
            "umask 022; mutau add limit.csv --kind observed --confidence-level 0.9 --side above --name 'Mine 2025'")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try program.runShell(fault).status == 0)
        try body(program)
    }

    @Test(arguments: faults) func endTheCommand(fault: String, status: Int32, mentions: String) throws {
        try Self.withFault(fault) { program in
            let answer = try program.run(["check", "6.5", "4.5e-4"])
            #expect(answer.status == status && answer.output.isEmpty, "\(answer.errors)\(answer.output)")
            #expect(answer.errors.contains(mentions) && answer.errors.contains("--ignore-own"), "\(answer.errors)")
            let without = try program.run(["check", "6.5", "4.5e-4", "--ignore-own", "--format", "json"])
            #expect(
                without.status == 0 && without.errors.contains("your own folders are left out"), "\(without.errors)")
            let json = try without.json()
            #expect(json["standing"] as? String == "allowed")
            #expect(json["own_bounds"] as? String == "named")
        }
    }

    @Test(arguments: [
        "limit 6.5", "table --masses 6.5", "map --grid 2x2", "chi2 6.5 1e-4", "spectrum 6.5 1e-4", "list",
        "show borexino", "export coherent", "cite", "scenario show", "diff bundled bundled",
    ])
    func whicheverItIs(line: String) throws {
        try Self.withFault(Self.faults[0].fault) { program in
            let answer = try program.runShell("mutau \(line)")
            #expect(answer.status == 74 && answer.errors.contains("chmod o-w"), "\(answer.errors)")
            let without = try program.runShell("mutau \(line) --ignore-own")
            #expect(without.status == 0 && !without.output.contains(Self.stem), "\(without.errors)")
        }
    }

    @Test(arguments: [
        "add limit.csv --stem other --kind observed --confidence-level 0.9", "remove mine-2025", "refresh",
    ])
    func neitherDoesAChange(line: String) throws {
        try Self.withFault(Self.faults[0].fault) { program in
            let answer = try program.runShell("mutau \(line)")
            #expect(answer.status == 74 && answer.errors.contains("chmod o-w"), "\(answer.errors)")
            #expect(!answer.errors.contains("--ignore-own") || line.hasPrefix("add"))
            if line != "refresh" { #expect(try program.runShell("mutau \(line) --ignore-own").status == 64) }
        }
    }

    @Test func theMapSaysSo() throws {
        try Self.withFault("true") { program in
            #expect(try program.runShell("mutau map --grid 2x2 --figures none --ignore-own").status == 0)
            let summary = try String(
                contentsOf: program.home.appending(path: "mutau-map/summary.json"), encoding: .utf8)
            #expect(summary.contains("\"own_bounds\": \"named\"") && !summary.contains(Self.stem))
            #expect(try program.runShell("mutau map --grid 2x2 --figures none").status == 0)
            let full = try String(contentsOf: program.home.appending(path: "mutau-map/summary.json"), encoding: .utf8)
            #expect(full.contains("\"own_bounds\": \"all\"") && full.contains(Self.stem))
            // A scenario's file may ask for the same.
            #expect(try program.runShell("mutau scenario show paper --ignore-own > named.yaml").status == 0)
            let answer = try program.runShell("mutau check 6.5 4.5e-4 --scenario named.yaml")
            #expect(answer.status == 0 && !answer.output.contains(Self.stem), "\(answer.errors)")
        }
    }

    /// On a search path such a file is named and left out.
    @Test func onASearchPathItIsLeftOut() throws {
        try Self.withFault("mkdir -p shared; mv \(Self.data)/constraints/\(Self.stem).vot shared") { program in
            let path = ["MUTAU_CURVE_PATH": program.home.appending(path: "shared").path]
            let line = ["check", "6.5", "4.5e-4"]
            #expect(try program.run(line, environment: path).output.contains(Self.stem))
            #expect(try program.run(line + ["--ignore-own"], environment: path).output.contains(Self.stem))
            #expect(try program.runShell("chmod o+w shared/\(Self.stem).vot").status == 0)
            let answer = try program.run(line, environment: path)
            #expect(answer.status == 0 && !answer.output.contains(Self.stem), "\(answer.output)")
            #expect(answer.errors.contains("\(Self.stem).vot") && answer.errors.contains("o-w"), "\(answer.errors)")
            let strict = try program.run(line + ["--strict"], environment: path)
            #expect(strict.status == 74 && strict.errors.contains("o-w"), "\(strict.errors)")
            let gone = ["MUTAU_CURVE_PATH": "\(program.home.path)/gone"]
            #expect(try program.run(line, environment: gone).status == 0)
            #expect(try program.run(line + ["--strict"], environment: gone).status == 74)
        }
    }

    @Test func anInstalledPluginThatOthersCanWriteEndsTheCommand() throws {
        try Self.withFault("true") { program in
            let place = program.home.appending(path: "\(Self.data)/plugins")
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            let files = try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: place)
            #expect(try program.run(["check", "6.5", "4.5e-4"]).output.contains("good"))
            for path in [files[0].path, files[0].documentPath(of: "good")] {
                try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
                let answer = try program.run(["check", "6.5", "4.5e-4"])
                #expect(answer.status == 74 && answer.errors.contains("--ignore-own"), "\(answer.errors)")
                #expect(try program.run(["check", "6.5", "4.5e-4", "--ignore-own"]).status == 0)
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            }
        }
    }
}
