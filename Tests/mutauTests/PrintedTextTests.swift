import Files
import Foundation
import TestServers
import Testing

/// Files whose titles, summaries, keys and values are escape sequences, markup and formulas, through every command that
/// shows any of it: nothing that is printed or written holds what a terminal obeys, or markup that is not ours.
@Suite struct PrintedTextTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../CurveFormatsTests/Corpus/printed")

    static let names = [
        "c1-entity.vot", "c1-kind.vot", "csv-quote.vot", "esc-bad.csv", "esc-kind.csv", "esc.csv", "esc.json",
        "esc.yaml", "html-xss.vot", "inj.vot", "latex-star.vot", "scen.yaml",
    ]
    static let usable = ["csv-quote.vot", "esc.csv", "html-xss.vot", "inj.vot", "latex-star.vot"]

    private static func file(_ name: String) -> String { corpus.appending(path: name).path }

    /// Scalars that no text holds but its line breaks, told here by themselves.
    private static func forbidden(in text: String) -> Set<String> {
        var found: Set<String> = []
        for scalar in text.unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                found.insert("U+" + String(scalar.value, radix: 16))
            default: continue
            }
        }
        return found
    }

    private func shows(_ program: Program, _ arguments: [String], environment: [String: String] = [:]) throws -> String
    {
        let answer = try program.run(arguments, environment: environment)
        let words = answer.output + answer.errors
        #expect(!words.isEmpty && Self.forbidden(in: words).isEmpty, "\(arguments): \(Self.forbidden(in: words))")
        return answer.output
    }

    @Test func everyFileIsAsked() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
        #expect(Set(files) == Set(Self.names))
    }

    @Test(arguments: names) func nothingIsObeyed(_ name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = Self.file(name)
        for arguments in [
            ["inspect", file], ["add", file], ["add", file, "--stem", "e\u{1B}[31m\u{9B}\u{202E}"], ["list"],
            ["check", "6.5MeV", "4.5e-4", "--overlay", file, "--format", "text"],
            ["check", "6.5MeV", "4.5e-4", "--scenario", file],
            ["limit", "6.5MeV", "--overlay", file, "--format", "json"],
            ["import", file, "-o", "-"], ["import", file, "-o", "a\u{9B}31m.vot"],
            ["check", "6.5MeV\u{1B}[31m", "1"], ["list\u{9B}31m\u{202E}"], ["list", "--form\u{1B}[31mat"],
        ] { _ = try shows(program, arguments) }
    }

    @Test(arguments: usable) func anAddedOneIsShownEverywhere(_ name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        #expect(try program.run(["add", Self.file(name), "--stem", "mine"]).status == 0)
        for form in ["text", "json", "csv"] {
            for arguments in [
                ["list"], ["show", "mine"], ["check", "6.5MeV", "4.5e-4"], ["limit", "6.5MeV"], ["diff"],
            ] {
                _ = try shows(program, arguments + ["--format", form])
            }
        }
        for form in ["csv", "json", "votable"] { _ = try shows(program, ["export", "mine", "--format", form]) }
        let bibliography = try shows(program, ["cite"])
        // BibTeX reads an entry at every @ but those in braces.
        for line in bibliography.split(separator: "\n") where line.contains("@") {
            let isEntry = line.hasPrefix("@misc{") || line.hasPrefix("@article{")
            #expect(isEntry || line.hasPrefix("  note = {{"), "\(line)")
        }
        _ = try shows(program, ["remove", "mine"])
    }

    @Test(arguments: usable) func everyFormatHoldsItsOwnMarkup(_ name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        func table(_ form: String) throws -> String {
            try shows(program, ["table", "--overlay", Self.file(name), "--format", form])
        }
        let page = try table("html")
        #expect(!page.contains("<script") && !page.contains("<img"))
        let tags = Set(page.matches(of: /<\/?([^ >]*)/).map { String($0.1) })
        #expect(tags == ["table", "caption", "thead", "tbody", "tr", "th", "td", "sup", "p"], "\(tags)")
        let markdown = try table("markdown").split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(Set(markdown.map { $0.replacing("\\|", with: "").count { $0 == "|" } }).count == 1)
        let latex = try table("latex")
        for command in ["\\input", "\\write", "\\\\\n    [", "\\\\\n    *"] { #expect(!latex.contains(command)) }
        #expect(latex.contains("{[}5] broken") == (name == "latex-star.vot"))
        for line in try table("csv").split(separator: "\n") {
            let cells = line.matches(of: /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/).map { $0.1 ?? $0.2 ?? "" }
            #expect(cells.count == 21 && !cells.contains { $0.contains(/^[\s"]*[=@]/) }, "\(cells)")
        }
        _ = try table("text")
        _ = try table("json")
        _ = try table("votable")
    }

    @Test(arguments: usable + ["scen.yaml"]) func theFilesOfAMapHoldNone(_ name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let option = name == "scen.yaml" ? "--scenario" : "--overlay"
        _ = try shows(program, ["map", "--grid", "9x9", option, Self.file(name)])
        let directory = program.home.appending(path: "mutau-map")
        for name in [
            "map.html", "map.svg", "map.vot", "references.bib", "report.html", "summary.json", "table.csv", "table.md",
            "table.tex",
        ] {
            let text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
            #expect(Self.forbidden(in: text).subtracting(name == "map.svg" ? ["U+9"] : []).isEmpty, "\(name)")
        }
        let page = try String(contentsOf: directory.appending(path: "map.html"), encoding: .utf8)
        // Every script is the page's own; what documents say stands in a block that is not run.
        #expect(Self.scripts(of: page).allSatisfy { Self.policy(of: page).contains(Self.digest(of: $0)) })
        #expect(page.count { $0 == "<" } > 50)
    }

    /// The scripts that a browser would run.
    private static func scripts(of page: String) -> [String] {
        page.components(separatedBy: "<script>").dropFirst().map { $0.components(separatedBy: "</script")[0] }
    }

    private static func policy(of page: String) -> String {
        page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/).map { String($0.output.1) } ?? ""
    }

    private static func digest(of text: String) -> String {
        "'sha256-\(Data(SHA256(of: Array(text.utf8)).bytes).base64EncodedString())'"
    }

    /// What a browser may do with the page, whatever the page shows: its own style and scripts, by the digests of what
    /// stands there.
    @Test func thePageAllowsItsStyleAndScriptsAlone() throws {
        let program = try Program()
        defer { program.removeHome() }
        #expect(try program.run(["map", "--grid", "9x9", "--figures", "none"]).status == 0)
        let page = try String(contentsOf: program.home.appending(path: "mutau-map/map.html"), encoding: .utf8)
        let style = try #require(page.firstMatch(of: /<style>([^<]*)<\/style>/)).1
        let scripts = Self.scripts(of: page)
        let allowed = scripts.isEmpty ? "" : "script-src \(scripts.map(Self.digest).joined(separator: " ")); "
        #expect(
            Self.policy(of: page)
                == "default-src 'none'; style-src \(Self.digest(of: String(style))); \(allowed)img-src data:; "
                + "base-uri 'none'; form-action 'none'")
        #expect(page.firstRange(of: "Content-Security-Policy")!.lowerBound < style.startIndex)
        // No element carries code or style of its own.
        let body = page.components(separatedBy: "<script")[0]
        #expect(body.firstMatch(of: #/ (style|on[a-z]+)=/#) == nil)
    }

    /// Documents on a search path, and a catalogue of addresses whose files are refused.
    @Test func whatIsPassedOverIsNamedWithoutHarm() throws {
        let program = try Program()
        defer { program.removeHome() }
        let folder = program.home.appending(path: "curves")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Self.file("c1-kind.vot"), toPath: folder.appending(path: "evil.vot").path)
        try Data().write(to: folder.appending(path: "e\u{1B}[31m\u{9B}31m\u{202E}.vot"))
        let environment = ["MUTAU_CURVE_PATH": folder.path]
        for arguments in [["list"], ["check", "6.5MeV", "4.5e-4"], ["refresh", "--offline"]] {
            let answer = try program.run(arguments, environment: environment)
            #expect(Self.forbidden(in: answer.output + answer.errors).isEmpty, "\(arguments)")
            #expect(arguments[0] == "refresh" || answer.errors.contains("evil"), "\(answer.errors)")
        }
    }

    /// What a server sends is quoted in what `refresh` says of it.
    @Test(arguments: names) func whatIsFetchedIsNamedWithoutHarm(_ name: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let server = try TestServer()
        let bytes = Array(try Data(contentsOf: URL(filePath: Self.file(name))))
        server.reply(to: "/na64mu-2024.vot", .ok(bytes))
        for arguments in [
            ["refresh", "na64mu-2024", "--mirror", server.base], ["inspect", "\(server.base)/na64mu-2024.vot"],
        ] {
            _ = try shows(program, arguments)
        }
    }
}
