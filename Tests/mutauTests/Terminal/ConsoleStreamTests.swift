import Documents
import Testing

@testable import Asking

/// What the environment says of where text goes.
@Suite struct ConsoleStreamTests {
    private static func stream(_ environment: [String: String], terminal columns: Int? = nil) -> ConsoleStream {
        ConsoleStream(isTerminal: columns != nil, windowColumns: columns, environment: environment)
    }

    @Test func theVariableComesBeforeTheWindowAndAPipeHasNoWidth() {
        #expect(Self.stream([:]).style.columns == nil)
        #expect(Self.stream([:], terminal: 120).style.columns == 120)
        #expect(Self.stream(["COLUMNS": "60"], terminal: 120).style.columns == 60)
        #expect(Self.stream(["COLUMNS": "60"]).style.columns == 60)
        for nonsense in ["", "wide", "-3", "0"] {
            #expect(Self.stream(["COLUMNS": nonsense], terminal: 90).style.columns == 90)
            #expect(Self.stream(["COLUMNS": nonsense]).style.columns == nil)
        }
        #expect(Self.stream(["COLUMNS": "1"]).style.columns == 40)
    }

    @Test(arguments: [
        (["LC_ALL": "C"], true), (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], true), (["LANG": "de_DE"], true),
        (["LC_CTYPE": "de_DE.ISO-8859-1"], true), (["LANG": "C.UTF-8"], false), (["LANG": "en_GB.utf8"], false),
        (["LC_ALL": "", "LANG": "de_DE.UTF-8"], false), (["LC_CTYPE": "C.UTF-8", "LANG": "C"], false), ([:], false),
    ])
    func aLocaleThatIsNotOfUnicodeHasASCII(_ environment: [String: String], _ isASCII: Bool) {
        #expect(Self.stream(environment).style.isASCII == isASCII)
    }

    @Test func coloursAreForTerminalsThatWantThem() {
        let terminal = ["TERM": "xterm-256color"]
        #expect(Self.stream(terminal, terminal: 80).isColoured)
        #expect(!Self.stream(terminal).isColoured)
        #expect(!Self.stream(["TERM": "dumb"], terminal: 80).isColoured)
        #expect(!Self.stream([:], terminal: 80).isColoured)
        #expect(!Self.stream(terminal.merging(["NO_COLOR": "1"]) { $1 }, terminal: 80).isColoured)
        #expect(Self.stream(["CLICOLOR_FORCE": "1"]).isColoured)
        #expect(!Self.stream(["CLICOLOR_FORCE": "0"]).isColoured)
        #expect(!Self.stream(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).isColoured)
    }

    /// Colours repeat what words say: without them the text is the same.
    @Test func aColouredTextHasTheSameWords() {
        let text = """
            m = 6.5 MeV is excluded in the scenario paper.

            Bound    Verdict        Reason
            ───────  ─────────────  ──────────────
            Z decay  allowed        within its limit, which is allowed here
            W decay  unconstrained  says nothing

            In the scenario consistent: excluded by Borexino.
            """
        let coloured = Highlighting.answer(text)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
        let lines = coloured.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].contains("\u{1B}[31mexcluded\u{1B}[0m"))
        #expect(lines[2].hasPrefix("\u{1B}[1m"))
        #expect(lines[4] == "Z decay  \u{1B}[32mallowed\u{1B}[0m        within its limit, which is allowed here")
        #expect(lines[5].contains("\u{1B}[33munconstrained\u{1B}[0m"))
        #expect(lines[7].contains("\u{1B}[31mexcluded\u{1B}[0m"))
    }
}
