import Foundation
import Testing

/// What the program shows in terminals of any width and locale.
@Suite struct TerminalTextTests {
    /// One of every kind of text: answers, tables, help, errors, warnings, JSON, files.
    static let lines = [
        "check 6.5MeV 4.5e-4", "limit --masses 6.5MeV,10MeV", "table", "chi2 6.5MeV 4.5e-4", "list", "list --missing",
        "list --parameters", "cite", "show \(stem) --plot", "spectrum 6.5MeV 4.5e-4", "scenario list",
        "scenario show", "schema check", "schema", "plugin list", "check 6.5MeV 4.5e-4 --format json --no-icecube",
        "inspect missing–file.csv", "check 6.5MeV −1", "chek 1 1", "check --theta 3", "--help", "help map",
        "scenario --help", "refresh --help", "export --help", "fit --help", "--experimental-dump-help",
    ]

    static let stem = "na64mu-2024"

    @Test func aLocaleWithoutUnicodeGetsASCII() throws {
        let program = try Program()
        defer { program.removeHome() }
        for line in Self.lines {
            let answer = try program.run(Self.words(line), environment: ["LC_ALL": "C"])
            #expect(!answer.output.isEmpty || !answer.errors.isEmpty, "\(line)")
            #expect(answer.output.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
            #expect(answer.errors.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
        }
    }

    /// CSV is for programs, to which a spelling would be another name.
    @Test func documentsForProgramsAreTheSameInEveryLocale() throws {
        let program = try Program()
        defer { program.removeHome() }
        let line = ["list", "--format", "csv"]
        #expect(try program.run(line, environment: ["LC_ALL": "C"]).output == program.run(line).output)
    }

    @Test(arguments: [40, 60, 80, 100])
    func answersFitTheTerminal(_ columns: Int) throws {
        let program = try Program()
        defer { program.removeHome() }
        let lines = [
            "check 6.5MeV 4.5e-4", "table", "table --scenario consistent", "show \(Self.stem) --plot", "fit --help",
            "--help",
            "add --help", "cite --style text", "list --missing",
        ]
        for line in lines {
            let answer = try program.run(Self.words(line), environment: ["COLUMNS": "\(columns)"])
            #expect(answer.status == 0)
            // A word can't be broken; the names of options stand two columns in.
            let long = answer.output.split(separator: "\n").filter { line in
                line.count > columns && (line.split(separator: " ").map(\.count).max() ?? 0) <= columns - 2
            }
            #expect(long.isEmpty, "\(line): \(long)")
        }
    }

    @Test func helpIsWrappedOnceAndNotTooWide() throws {
        let program = try Program()
        defer { program.removeHome() }
        let wide = try program.run(["fit", "--help"], environment: ["COLUMNS": "200"]).output
        let usual = try program.run(["fit", "--help"]).output
        let narrow = try program.run(["fit", "--help"], environment: ["COLUMNS": "40"]).output
        // Where a command line is parted a backslash says so.
        func words(_ text: String) -> [Substring] { text.split { " \n\\".contains($0) } }
        for text in [wide, narrow] { #expect(words(text) == words(usual)) }
        #expect((wide.split(separator: "\n").map(\.count).max() ?? 0) < 100)
        // Names in a column where there is room for it, on lines of their own where not.
        #expect(usual.contains("\n  --below <stem,…>        Keep"))
        #expect(narrow.contains("\n  --below <stem,…>\n      Keep"))
    }

    @Test func coloursAreGivenWhereTheyAreForced() throws {
        let program = try Program()
        defer { program.removeHome() }
        let line = ["check", "6.5MeV", "4.5e-4", "--no-icecube"]
        let plain = try program.run(line).output
        let coloured = try program.run(line, environment: ["CLICOLOR_FORCE": "1"]).output
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains(" is \u{1B}[32mallowed\u{1B}[0m in the scenario"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        let error = try program.run(["chek"], environment: ["CLICOLOR_FORCE": "1"]).errors
        #expect(error.hasPrefix("\u{1B}[1;31mError:\u{1B}[0m there is no command 'chek'"))
    }

    static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
