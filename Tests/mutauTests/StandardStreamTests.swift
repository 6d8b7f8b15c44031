import Foundation
import Testing

/// What becomes of a command whose streams are closed, full, or cut short.
@Suite struct StandardStreamTests {
    private static let curve = "mass_MeV,coupling\n1,1e-4\n100,1e-4\n"
    private static let addition =
        "mutau add curve.csv --confidence-level 0.9 --name 'Mine 2025' --kind observed --side above"

    /// All that lies below the home directory but for what the test writes itself.
    private static func files(_ program: Program) throws -> [String] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: program.home.path)
        return all.filter { ![".output", ".errors", "curve.csv", "typed"].contains($0) }.sorted()
    }

    /// Commands that change something, after what they need.
    private static let changes = [
        (before: "true", line: addition), (addition, "mutau remove mine-2025"), (addition, addition + " --force"),
        ("true", "mutau import curve.csv --name 'Mine 2025' --confidence-level 0.9 --kind observed -o mine.vot"),
        ("true", "mutau plugin new First --language c"),
        ("mutau plugin new First --language c", "mutau plugin build First"),
        ("mutau plugin new First --language c && mutau plugin build First", "mutau plugin install First --insist"),
        ("true", "mutau map --grid 2x2"), ("true", "mutau export coherent -o coherent.csv"),
    ]

    @Test(arguments: changes, [">&-", "> /dev/full"])
    func nothingIsChangedWhereTheResultCannotBeTold(change: (before: String, line: String), output: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.curve, to: "curve.csv")
        #expect(try program.runShell(change.before).status == 0)
        let before = try Self.files(program)
        let answer = try program.runShell("\(change.line) \(output)")
        #expect(answer.status == 74 && answer.errors.contains("standard output"), "\(answer.errors)")
        #expect(try Self.files(program) == before)
        // It is the output alone that was wrong with it.
        #expect(try program.runShell(change.line).status == 0)
    }

    @Test(arguments: [
        "help", "--help", "help check", "check --help", "--version", "schema", "schema check", "list", "show borexino",
        "--generate-completion-script bash", "check 6.5 4.5e-4", "limit 6.5", "table --masses 1 --format csv", "cite",
        "chi2 6.5 4.5e-4", "spectrum 6.5 4.5e-4", "scenario list", "scenario show paper", "export coherent",
        "plugin list", "diff bundled current", "refresh --offline", "",
    ])
    func aFullDiskIsSaidByEveryCommand(line: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.runShell("mutau \(line) > /dev/full")
        #expect(answer.status == 74 && answer.errors.contains("standard output"), "\(answer.errors)")
        #expect(try program.runShell("mutau \(line)").status == 0)
    }

    @Test func closedStreamsThatAreNotNeededCostNothing() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(Self.curve, to: "curve.csv")
        let answer = try program.runShell("\(Self.addition) <&- 2>&-")
        #expect(answer.status == 0 && answer.output.contains("mine-2025"))
        #expect(try program.runShell("mutau check --points - <&-").status == 74)
        let refused = try program.runShell("mutau frobnicate 2>&-")
        #expect(refused.status == 64 && refused.output.isEmpty)
    }

    @Test func whoReadsNoFurtherEndsTheProgramQuietly() throws {
        let program = try Program()
        defer { program.removeHome() }
        let list = try program.runShell("mutau list | head -1")
        #expect(list.status == 0 && list.errors.isEmpty && list.output.split(separator: "\n").count == 1)
        _ = try program.write("mass_MeV,coupling\n" + String(repeating: "6.5,4.5e-4\n", count: 20_000), to: "typed")
        let points = try program.runShell("mutau check --points typed | head -1")
        #expect(points.status == 0 && points.errors.isEmpty, "\(points.errors)")
    }
}
