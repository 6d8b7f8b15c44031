import CurveArchive
import Foundation
import TestServers
import Testing

/// `refresh` and `diff` as a user meets them, when all is well and when it is not.
@Suite struct RefreshCommandTests {
    private let program: Program
    private let server: TestServer
    private let original: [UInt8]
    private let stem = "na64mu-2024"

    init() throws {
        program = try Program()
        server = try TestServer()
        original = try #require(BundledFiles.ofProgram["na64mu-2024.vot"]).contents()
        server.reply(to: "/na64mu-2024.vot", .ok(try Self.scaled(original, by: 1 / 1.5)))
    }

    /// The document with every coupling of its curve multiplied.
    private static func scaled(_ document: [UInt8], by factor: Double) throws -> [UInt8] {
        let row = /<TR><TD>([^<]+)<\/TD><TD>([^<]+)<\/TD><\/TR>/
        let text = String(decoding: document, as: UTF8.self).replacing(row) { match in
            "<TR><TD>\(match.1)</TD><TD>\((Double(match.2) ?? .nan) * factor)</TD></TR>"
        }
        try #require(text != String(decoding: document, as: UTF8.self))
        return Array(text.utf8)
    }

    private func refresh(_ options: String..., environment: [String: String] = [:]) throws -> Program.Answer {
        try program.run(["refresh", "--mirror", server.base, stem] + options, environment: environment)
    }

    private var lock: String? {
        try? String(
            contentsOf: program.home.appending(path: ".local/share/mutau/refreshed/curves.lock"), encoding: .utf8)
    }

    @Test func dryRunThenForGood() throws {
        defer { program.removeHome() }
        let dry = try refresh("--dry-run", "--exit-code")
        #expect(dry.status == 1 && dry.output.contains("would be updated") && lock == nil, "\(dry)")
        // What it says of the map is what `diff` says once it is done.
        let flips = dry.errors
        let done = try refresh("--exit-code", "--format", "json")
        #expect(done.status == 1 && done.output.contains("\"moved_dex\": 0.176"), "\(done)")
        let diff = try program.run(["diff"]).output.split(separator: "\n")
        #expect(diff.count == 2 && flips == "\(diff[1])\n", "\(diff)")
        #expect(try refresh("--exit-code").status == 0)
        let check = try program.run(["check", "6.5MeV", "4.5e-4"])
        #expect(check.errors.contains("as fetched from \(server.base)/\(stem).vot"), "\(check.errors)")
    }

    /// Ten masses times 401 couplings, 0.01 dex apart: a limit that sinks by log₁₀ 1.5 = 0.1761 dex takes 17 or 18 of
    /// them at each mass.
    @Test func diffCountsTheCellsThatFlip() throws {
        defer { program.removeHome() }
        #expect(try program.run(["diff"]).output == "no curve changed\n")
        #expect(try refresh().status == 0)
        let options = ["--grid", "10x401", "--mass-range", "2MeV:90MeV", "--only", stem, "--format", "json"]
        for (versions, from, to) in [
            ([], "allowed", "excluded"), (["current", "bundled"], "excluded", "allowed"),
        ] {
            let answer = try program.run(["diff"] + versions + options)
            let json = try answer.json()
            let flips = try #require(json["flips"] as? [[String: Any]], "\(answer)")
            let flip = try #require(flips.first, "\(answer)")
            #expect(flips.count == 1 && flip["by"] as? String == stem)
            #expect(flip["from"] as? String == from && flip["to"] as? String == to)
            #expect((170...180).contains(try #require(flip["count"] as? Int)))
            let moved = try #require((json["curves"] as? [[String: Any]])?.first?["moved_dex"] as? Double)
            // Written and read as decimals of 17 digits.
            #expect(abs(moved - 0.176_091_259) < 1e-9)
        }
        let file = try program.write(try #require(lock), to: "paper.lock")
        #expect(try program.run(["diff", file, "--exit-code"]).status == 0)
        #expect(try program.run(["diff", "bundled", file, "--exit-code"]).status == 1)
        let none = try program.run(["diff", "none.lock"])
        #expect(none.status == 66 && none.errors.contains("none of current, previous, bundled"), "\(none)")
    }

    @Test func aPapersLockFile() throws {
        defer { program.removeHome() }
        #expect(try refresh().status == 0)
        let before = try #require(lock)
        let paper = try program.write(before, to: "paper.lock")
        server.reply(to: "/na64mu-2024.vot", .ok(original))
        let refused = try refresh("--locked")
        #expect(refused.status == 69 && refused.output.contains("another file than the locked one"), "\(refused)")
        #expect(lock == before)
        #expect(try refresh().status == 0)
        let back = try program.run(["refresh", "--locked", "--lock", paper, "--offline", "--exit-code"])
        #expect(back.status == 1 && back.output.contains("\(stem)  ") && back.output.contains("locked version again"))
        #expect(lock == before)
        #expect(try program.run(["refresh", "--locked", "--lock", paper, "--offline", "--exit-code"]).status == 0)
        #expect(try program.run(["refresh", "--lock", paper]).status == 64)
        let damaged = try program.write("{", to: "damaged.lock")
        #expect(try program.run(["refresh", "--locked", "--lock", damaged]).status == 65)
        #expect(try program.run(["refresh", "--locked", "--lock", "none.lock"]).status == 66)
    }

    /// What a source may do, what is said of it, and that the version before stays. Those that are tried again, and so
    /// take seconds, are tested with the client alone.
    @Test(arguments: [
        (Reply.ok(Array("<!DOCTYPE html><html><body>Sign in</body></html>".utf8)), "HTML"), (.status(403), "403"),
        (.status(404), "not found"), (.ok([]), "failed"), (.redirect(to: "file:///etc/passwd"), "redirects"),
        (.redirect(to: "na64mu-2024.vot"), "more than 5 times"),
        (.ok(Array("junk".utf8), headers: ["Content-Encoding: gzip"]), "failed"), (.endless, "bytes came"),
        (.status(429, headers: ["Retry-After: 3600"]), "wait 3600 s"),
        (.announcing(1 << 40, body: [1]), "bytes came"),
    ])
    func aBadSource(reply: Reply, mentions: String) throws {
        defer { program.removeHome() }
        #expect(try refresh().status == 0)
        let before = lock
        server.reply(to: "/na64mu-2024.vot", reply)
        let answer = try refresh()
        #expect(answer.status == 69 && answer.output.contains(mentions), "\(answer)")
        #expect(lock == before)
        #expect(try program.run(["refresh", "--offline", "--locked"]).status == 0)
    }

    @Test func aDecadeIsRefusedUnlessTheUserInsists() throws {
        defer { program.removeHome() }
        server.reply(to: "/na64mu-2024.vot", .ok(try Self.scaled(original, by: 10)))
        let answer = try refresh()
        #expect(answer.status == 69 && answer.output.contains("moved by 1 dex"), "\(answer)")
        #expect(try refresh("--insist").status == 0)
    }

    @Test func nowhereToWrite() throws {
        defer { program.removeHome() }
        let file = try program.write("mine", to: "file")
        let answer = try refresh(environment: ["XDG_DATA_HOME": file + "/below"])
        // What is not there may be made; what can't be looked into may hold curves that would change the answer.
        #expect(answer.status == 74, "\(answer)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    /// The limit is one block of 512 bytes: the answer fits into it, and the document does not.
    @Test func aFullDevice() throws {
        defer { program.removeHome() }
        #expect(try refresh().status == 0)
        let before = lock
        server.reply(to: "/na64mu-2024.vot", .ok(original + [0x0A]))
        let answer = try program.run(["refresh", "--mirror", server.base, stem], blocksPerFile: 1)
        #expect(answer.status == 74 && answer.errors.contains("can't be written") && answer.output.isEmpty, "\(answer)")
        #expect(lock == before)
        #expect(try program.run(["refresh", "--offline", "--locked"]).status == 0)
    }

    @Test func withoutSourcesOrNetwork() throws {
        defer { program.removeHome() }
        let all = try program.run(["refresh"])
        #expect(all.status == 0 && all.output.contains("no public address of numbers is known"), "\(all)")
        let one = try program.run(["refresh", "coherent"])
        #expect(one.status == 0 && one.output.contains("digitised by others"), "\(one)")
        #expect(try program.run(["refresh", "--offline"]).status == 0)
        #expect(try program.run(["refresh", "borexno"]).status == 66)
        #expect(try program.run(["refresh", "--offline", "--mirror", "https://example.org"]).status == 64)
    }

    @Test func aCatalogueOfOnesOwn() throws {
        defer { program.removeHome() }
        let directory = program.home.appending(path: ".local/share/mutau/constraints")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let file = ".local/share/mutau/constraints/catalogue.yaml"
        // The first place does not exist, the second has a page in place of the curve, the third has it.
        server.reply(to: "/page", .ok(Array("<html></html>".utf8)))
        _ = try program.write(
            """
            curves:
              na64mu-2024:
                sources:
                  - url: https://curves.invalid/na64mu-2024.vot
                  - url: \(server.base)/page
                  - url: \(server.base)/na64mu-2024.vot
            """, to: file)
        let answer = try program.run(["refresh"])
        #expect(
            answer.status == 0 && answer.output.contains("\(stem)  updated from \(server.base)/\(stem).vot"),
            "\(answer)")
        _ = try program.write("curves:\n  borexino:\n    none-known: x\n", to: file)
        let slip = try program.run(["refresh"])
        #expect(slip.status == 65 && slip.errors.contains("did you mean 'none_known'"), "\(slip)")
    }

    /// What was added from a URL is kept fresh from there, until it is removed.
    @Test func aCurveThatWasAddedFromAURL() throws {
        defer { program.removeHome() }
        let table = "mass_MeV,coupling\n1,1e-3\n10,2e-3\n100,8e-3\n"
        server.reply(to: "/mine.csv", .ok(Array(table.utf8)))
        let added = try program.run([
            "add", "\(server.base)/mine.csv", "--name", "Mine", "--kind", "observed", "--confidence-level", "0.9",
            "--side", "above", "--mixing", "none", "--arxiv", "2412.01234",
        ])
        #expect(added.status == 0, "\(added)")
        let first = try program.run(["refresh", "mine"])
        #expect(first.status == 0 && first.output == "mine  unchanged\n", "\(first)")
        server.reply(to: "/mine.csv", .ok(Array(table.replacing("2e-3", with: "3e-3").utf8)))
        let second = try program.run(["refresh"])
        #expect(second.output.contains("mine  updated") && second.output.contains("0.1761 dex, at 10 MeV"), "\(second)")
        // The limit at 10 MeV was 2e-3, and is 3e-3 now.
        #expect(try program.run(["check", "10MeV", "2.5e-3", "--only", "mine", "--exit-code"]).status == 0)
        #expect(try program.run(["remove", "mine"]).output.contains("No other bound"))
        #expect(try program.run(["show", "mine"]).status == 66)
        #expect(try program.run(["refresh", "mine"]).status == 66)
    }

    private func addMine(_ file: String, _ options: String...) throws -> Program.Answer {
        let words = ["--stem", "mine", "--kind", "observed", "--confidence-level", "0.9", "--side", "above"]
        return try program.run(["add", file, "--mixing", "none"] + words + options)
    }

    private static let mine = "mass_MeV,coupling\n1,1e-3\n10,2e-3\n100,8e-3\n"

    /// What only the command line said is in the next version, too.
    @Test func nothingSaidOnceIsLost() throws {
        defer { program.removeHome() }
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.utf8)))
        let added = try addMine(
            "\(server.base)/mine.csv", "--summary", "A summary", "--assumption", "one", "--assumption", "two",
            "--status", "validated", "--parameter", "x=3", "--mass-limit", "0.5MeV,1e-5", "--reference",
            "arxiv=2401.01708;citation=A", "--reference", "arxiv=1304.3460;citation=B")
        #expect(added.status == 0, "\(added)")
        func card() throws -> [Substring] {
            try program.run(["show", "mine"]).output.split(separator: "\n").filter {
                !$0.contains("origin ") && !$0.contains("in place of ") && !$0.contains("sha256 ")
                    && !$0.hasPrefix("observed      10.0")
            }
        }
        let before = try card()
        #expect(before.contains { $0.hasSuffix(" two") } && before.contains { $0.hasSuffix("B, arXiv:1304.3460") })
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.replacing("2e-3", with: "3e-3").utf8)))
        let refreshed = try program.run(["refresh", "mine"])
        #expect(refreshed.status == 0 && refreshed.output.contains("updated"), "\(refreshed)")
        #expect(!refreshed.output.contains("still counts"))
        #expect(try card() == before)
    }

    /// Whoever deletes a document by hand can still have the rest taken out.
    @Test func removeAfterTheDocumentIsGone() throws {
        defer { program.removeHome() }
        let document = program.home.appending(path: ".local/share/mutau/constraints/mine.vot")
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.utf8)))
        #expect(try addMine("\(server.base)/mine.csv").status == 0)
        try FileManager.default.removeItem(at: document)
        #expect(try program.run(["remove", "mine", "--dry-run"]).output.contains("would remove the addresses"))
        #expect(try program.run(["refresh", "mine"]).output.contains("updated"))
        let removed = try program.run(["remove", "mine"])
        #expect(removed.status == 0 && removed.output.contains("No other bound"), "\(removed)")
        for command in ["show", "refresh", "remove"] { #expect(try program.run([command, "mine"]).status == 66) }
    }

    /// A file that replaces what came from a URL is not replaced by the next refresh.
    @Test func aFileInPlaceOfAURL() throws {
        defer { program.removeHome() }
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.utf8)))
        #expect(try addMine("\(server.base)/mine.csv").status == 0)
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.replacing("2e-3", with: "3e-3").utf8)))
        #expect(try program.run(["refresh", "mine"]).output.contains("updated"))
        let file = try program.write(Self.mine.replacing("2e-3", with: "1.5e-3"), to: "mine.csv")
        #expect(try addMine(file, "--force").status == 0)
        let refresh = try program.run(["refresh", "mine"])
        #expect(refresh.output.contains("no public address"), "\(refresh)")
        let shown = try program.run(["show", "mine"])
        #expect(shown.output.contains("1.50e-3") && shown.output.contains("your own"), "\(shown)")
    }

    /// What the reader of a file noticed is told at a refresh as it is when the file is added.
    @Test func warningsAreTold() throws {
        defer { program.removeHome() }
        server.reply(to: "/mine.csv", .ok(Array(Self.mine.utf8)))
        #expect(try addMine("\(server.base)/mine.csv").status == 0)
        // Two decades and a half from one knot to the next.
        let step = Self.mine.replacing("8e-3", with: "7e-1")
        server.reply(to: "/mine.csv", .ok(Array(step.utf8)))
        let answer = try program.run(["refresh", "mine", "--insist"])
        #expect(answer.status == 0 && answer.errors.contains("mutau: warning: 'mine': "), "\(answer)")
    }

    /// What is wrong with a lock file is said in words, and once.
    @Test(arguments: [
        ("{", "it is no JSON"), ("{\"version\": 1}", "'curves' is missing"),
        ("{\"version\": 1, \"curves\": {\"a\": {\"url\": 1}}}", "'curves.a.url' has a value of another kind"),
    ])
    func aDamagedLockFile(text: String, mentions: String) throws {
        defer { program.removeHome() }
        let directory = program.home.appending(path: ".local/share/mutau/refreshed")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let path = try program.write(text, to: ".local/share/mutau/refreshed/curves.lock")
        let refresh = try refresh()
        #expect(refresh.status == 65 && refresh.errors.contains("'\(path)' is damaged (\(mentions)"), "\(refresh)")
        let list = try program.run(["list"])
        #expect(list.status == 65 && list.errors.split(separator: "\n").count == 1, "\(list)")
        #expect(try program.run(["list", "--ignore-own"]).status == 0)
    }

    /// An institute's mirror may carry a curve that this program does not.
    @Test func aMirrorWithACurveOfItsOwn() throws {
        defer { program.removeHome() }
        let text = String(decoding: original, as: UTF8.self).replacing("value=\"na64mu-2024\"", with: "value=\"ours\"")
        server.reply(to: "/ours.vot", .ok(Array(text.utf8)))
        server.reply(to: "/catalogue.yaml", .ok(Array("curves: {ours: {none_known: it is our own}}".utf8)))
        let all = try program.run(["refresh", "--mirror", server.base])
        #expect(all.output.contains("the mirror names 1 curves") && all.output.contains("left out: ours"), "\(all)")
        #expect(try program.run(["show", "ours"]).status == 66)
        let named = try program.run(["refresh", "ours", "--mirror", server.base])
        #expect(named.status == 0 && named.output.contains("from silent to excluded"), "\(named)")
        #expect(try program.run(["show", "ours"]).status == 0)
    }

    /// A folder is as good as a server, where the user names it.
    @Test func aFolderAsMirror() throws {
        defer { program.removeHome() }
        let text = String(decoding: try Self.scaled(original, by: 1.2), as: UTF8.self)
        _ = try program.write(text, to: "na64mu-2024.vot")
        let answer = try program.run(["refresh", "--mirror", "file://\(program.home.path)", stem])
        #expect(answer.status == 0 && answer.output.contains("updated"), "\(answer)")
    }
}
