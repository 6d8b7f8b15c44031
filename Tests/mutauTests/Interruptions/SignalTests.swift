import Foundation
import Testing

/// Where a signal ends the program nothing is left of what it was writing, and what was there stays.
@Suite struct SignalTests {
    /// Commands that write a file, a directory that is new, and one that takes the place of another.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT], ["file", "new", "old"])
    func unfinishedFilesGo(signal: Int32, kind: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let folder = program.home.appending(path: "folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = folder.appending(path: "out").path
        let words =
            kind == "file"
            ? ["export", "coherent", "-o", output + ".csv"]
            : ["spectrum", "6.5", "5e-4", "--figures", "none", "--solver", "narrow-line", "-o", output]
        if kind == "old" { #expect(try program.run(words).status == 0) }
        let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        var stopped = 0
        for step in 1... {
            let answer = try program.run(words, environment: ["MUTAU_STOP_AT": "\(step):\(signal)"])
            let after = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            let isWhole = after.allSatisfy { !$0.hasPrefix(".") && !$0.contains(".new") }
            #expect(isWhole, "step \(step): \(after)")
            guard answer.status == signal else {
                #expect(answer.status == 0, "step \(step): \(answer.errors)")
                break
            }
            stopped += 1
            // Until the new one has the name.
            if after != before { break }
        }
        #expect(stopped >= 3, "\(stopped)")
    }

    /// A table of points that is read from a pipe, to a file: a signal comes while rows are waited for, and then their end.
    private func points(_ signal: String, before: String = "", _ check: (Program.Answer, [String]) -> Void) throws {
        let program = try Program()
        defer { program.removeHome() }
        let folder = program.home.appending(path: "folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // More rows than are read to know the table by: from then on the file is there under its first name.
        let answer = try program.runShell(
            """
            \(before)
            cd folder; mkfifo ../pipe; mutau check --points - --no-icecube --output out.csv < ../pipe & child=$!
            exec 4> ../pipe; yes 6.5,1e-4 | head -n 20000 >&4; rounds=0
            until ls -A | grep -q new; do
                rounds=$((rounds + 1)); [ $rounds -lt 3000 ] && kill -0 $child || exit 3; sleep 0.02
            done
            kill -\(signal) $child; exec 4>&-; wait $child
            """)
        check(answer, try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    @Test func aTableOfPointsLeavesNothingEither() throws {
        try points("TERM") { answer, files in
            #expect(answer.status == 128 + SIGTERM && files.isEmpty, "\(answer.status) \(files) \(answer.errors)")
        }
    }

    /// As below `nohup`.
    @Test func whatIsIgnoredStaysSo() throws {
        try points("HUP", before: "trap '' HUP") { answer, files in
            #expect(answer.status == 0 && files == ["out.csv"], "\(answer.status) \(files) \(answer.errors)")
        }
    }
}
