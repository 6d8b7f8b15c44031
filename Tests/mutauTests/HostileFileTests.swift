import Foundation
import Testing

/// Hostile files, through the program: refused, within 64 MB above the idle program and a second of processor time.
///
/// The processor time is what the process itself used, since the clock on the wall counts what other tests do as well. An
/// unoptimised build is up to ten times slower in the readers that are not compiled with `-O`; what is asked is asked
/// of the program all the same, and met with room.
@Suite(.serialized) struct HostileFileTests {
    /// [MB] and [s] of a finished process.
    private struct Cost {
        var status: Int32
        var megabytes: Double
        var seconds: Double
    }

    /// A file by name, and whether it is refused.
    private static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
        ("external-entity.xml", { doctype(#"<!ENTITY x SYSTEM "file:///etc/passwd">"#, "&x;") }),
        ("external-parameter-entity.xml", { doctype(#"<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;"#, "") }),
        ("laughs.xml", { doctype(laughs(), "&l9;") }),
        (
            "laughs-in-an-attribute.xml",
            { votable(#"<PARAM name="&l9;" datatype="int" value="1"/>"#, doctype: laughs()) }
        ),
        (
            "quadratic-blowup.xml",
            {
                doctype(
                    "<!ENTITY x \"\(String(repeating: "x", count: 100_000))\">", String(repeating: "&x;", count: 10_000)
                )
            }
        ),
        ("laughs.aida", { Array("<!DOCTYPE aida [\(laughs())]><aida>&l9;</aida>".utf8) }),
        ("laughs-in-an-attribute.aida", { Array("<!DOCTYPE aida [\(laughs())]><aida a=\"&l9;\"/>".utf8) }),
        (
            "external-entity.dmtools",
            {
                Array("<!DOCTYPE limits [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><limits>&x;</limits>".utf8)
            }
        ),
        ("deep.xml", { votable(String(repeating: "<RESOURCE>", count: 400_000)) }),
        ("deep.aida", { Array(("<aida>" + String(repeating: "<a>", count: 900_000)).utf8) }),
        ("wide.aida", { Array(("<aida>" + String(repeating: "<a/>", count: 900_000) + "</aida>").utf8) }),
        ("huge-attribute.xml", { votable("<PARAM name=\"\(String(repeating: "x", count: 9_000_000))\"/>") }),
        ("huge-attribute.aida", { Array("<aida a=\"\(String(repeating: "x", count: 3_900_000))\"/>".utf8) }),
        (
            "many-attributes.xml",
            {
                votable("<PARAM " + (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>")
            }
        ),
        (
            "many-attributes.aida",
            {
                Array(("<aida " + (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>").utf8)
            }
        ),
        (
            "many-tables.aida",
            {
                let set =
                    "<dataPointSet dimension=\"2\"><dataPoint><measurement value=\"1\"/><measurement value=\"1\"/>"
                return Array(
                    ("<aida>" + String(repeating: set + "</dataPoint></dataPointSet>", count: 30_000) + "</aida>").utf8)
            }
        ),
        (
            "many-curves.json",
            {
                let y = Array(repeating: "{\"value\":1}", count: 60_000).joined(separator: ",")
                let heads = Array(repeating: "{\"name\":\"a\"}", count: 60_001).joined(separator: ",")
                return Array("{\"headers\":[\(heads)],\"values\":[{\"x\":[{\"value\":1}],\"y\":[\(y)]}]}".utf8)
            }
        ),
        (
            "foreign-encoding.xml",
            {
                Array(#"<?xml version="1.0" encoding="IBM037"?>"#.utf8) + [UInt8](repeating: 0x7E, count: 100_000)
            }
        ),
        ("rows.xml", { votable(table(nrows: "9223372036854775807")) }),
        ("array.xml", { votable(table(field: #"arraysize="99999999999""#)) }),
        ("array-overflow.xml", { votable(table(field: #"arraysize="4294967296x4294967296x4294967296""#)) }),
        ("href-file.xml", { votable(table(stream: #"href="file:///etc/passwd""#)) }),
        ("href-http.xml", { votable(table(stream: #"href="http://127.0.0.1:9/x""#)) }),
        (
            "variable-cell.xml",
            {
                votable(table(field: #"arraysize="*""#, stream: #"encoding="base64""#, data: "/////w=="))
            }
        ),
        ("lies-utf16.xml", { Array(#"<?xml version="1.0" encoding="UTF-16"?>"#.utf8) + votable("") }),
        ("lies-utf8.xml", { votable("<DESCRIPTION>") + [0xFF, 0xFE, 0xC0, 0x80] + Array("</DESCRIPTION>".utf8) }),
        ("unknown-encoding.xml", { Array(#"<?xml version="1.0" encoding="EBCDIC-XX"?>"#.utf8) + votable("") }),
        ("comment.xml", { Array(("<!--" + String(repeating: "-x", count: 8_000_000)).utf8) }),
        ("deep.json", { Array(("{\"axesColl\":" + String(repeating: "[", count: 2_000_000)).utf8) }),
        ("wide.json", { Array(("{\"values\":[" + String(repeating: "1,", count: 2_000_000) + "1]}").utf8) }),
        ("deep.yaml", { yaml(String(repeating: "[", count: 900_000)) }),
        ("deep-block.yaml", { yaml(String(repeating: "- ", count: 400_000)) }),
        ("wide.yaml", { yaml(String(repeating: "- a\n", count: 250_000)) }),
        (
            "laughs.yaml",
            {
                yaml("\n- &a [x,x,x,x,x,x,x,x,x]\n" + (0..<9).map { "- &a\($0) [*a,*a,*a,*a,*a,*a,*a]\n" }.joined())
            }
        ),
        ("columns.csv", { Array(("#: name: x\n" + String(repeating: "a,", count: 1_900_000) + "\n").utf8) }),
        ("blocks.csv", { Array(("#: name: x\n" + String(repeating: "m,g\n1,1\n\n", count: 400_000)).utf8) }),
        ("text.csv", { Array(String(repeating: "1,2\n", count: 1_000_000).utf8) }),
        ("line.csv", { Array(String(repeating: "1,", count: 2_000_000).utf8) }),
        // As large as is read, and larger than that.
        ("zeros.xml", { [UInt8](repeating: 0, count: 30 << 20) }),
        ("more-zeros.xml", { [UInt8](repeating: 0, count: 60 << 20) }),
    ]

    @Test func areRefusedAtLittleCost() throws {
        let program = try Program()
        defer { program.removeHome() }
        let idle = try cost(of: ["--version"], in: program)
        #expect(idle.megabytes > 1, "no measurement of memory here")
        for (name, bytes) in Self.files {
            let file = program.home.appending(path: name)
            try Data(bytes()).write(to: file)
            let cost = try cost(of: ["inspect", file.path], in: program)
            #expect(cost.status == 65, "\(name)")
            // Reading the file itself is part of the 64 MB.
            #expect(cost.megabytes - idle.megabytes < 64, "\(name): \(cost.megabytes - idle.megabytes) MB")
            #expect(cost.seconds - idle.seconds < 1, "\(name): \(cost.seconds - idle.seconds) s")
            try FileManager.default.removeItem(at: file)
        }
    }

    private func cost(of arguments: [String], in program: Program) throws -> Cost {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var words = ([Program.executable.path] + arguments).map { strdup($0) } + [nil]
        let settings: [String] = ["HOME=\(program.home.path)"]
        var environment = settings.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        try #require(posix_spawn(&child, Program.executable.path, &actions, nil, &words, &environment) == 0)
        var status: Int32 = 0
        var usage = rusage()
        var peak = 0.0
        // What wait4 calls the peak includes this process's own memory at the time of the fork. The kernel's mark of the
        // program's own is read until it ends; it never falls, so that only growth in the last instant is missed.
        while true {
            peak = max(peak, megabytes(of: child))
            let ended = wait4(child, &status, WNOHANG, &usage)
            try #require(ended >= 0)
            if ended == child { break }
            usleep(300)
        }
        // The exit code stands in the second byte where the low seven bits, a signal, are zero.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
        return Cost(
            status: code, megabytes: peak,
            seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }

    /// The most memory a running process has held [MB]; 0 once it has ended.
    private func megabytes(of process: pid_t) -> Double {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return kilobytes / 1024
    }

    // MARK: Files

    /// Ten entities, each of ten of the one before.
    private static func laughs() -> String {
        (1...9).reduce("<!ENTITY l0 \"ha\">") { text, level in
            text + "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
    }

    private static func doctype(_ declarations: String, _ text: String) -> [UInt8] {
        votable("<DESCRIPTION>\(text)</DESCRIPTION>", doctype: declarations)
    }

    private static func votable(_ body: String, doctype: String = "") -> [UInt8] {
        let prolog = doctype.isEmpty ? "" : "<!DOCTYPE VOTABLE [\(doctype)]>"
        return Array(
            "\(prolog)<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\(body)</VOTABLE>".utf8)
    }

    private static func table(
        nrows: String = "1", field: String = "", stream: String = #"encoding="base64""#, data: String = ""
    ) -> String {
        """
        <RESOURCE><TABLE nrows="\(nrows)"><FIELD name="mass" datatype="char" \(field)/>
        <DATA><BINARY><STREAM \(stream)>\(data)</STREAM></BINARY></DATA></TABLE></RESOURCE>
        """
    }

    private static func yaml(_ values: String) -> [UInt8] {
        Array("independent_variables: \(values)".utf8)
    }
}
