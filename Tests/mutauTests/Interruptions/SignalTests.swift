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
            : ["spectrum", "6.5", "5e-4", "--figures", "none", "--solver", "narrow", "-o", output]
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

    /// As below `nohup`.
    @Test func whatIsIgnoredStaysSo() throws {
        let program = try Program()
        defer { program.removeHome() }
        let output = program.home.appending(path: "out.csv").path
        let answer = try program.runShell(
            "trap '' HUP; (sleep 0.2; kill -HUP $$) & exec mutau export coherent -o '\(output)'")
        #expect(answer.status == 0 && FileManager.default.fileExists(atPath: output), "\(answer.errors)")
    }

    @Test func aTableOfPointsLeavesNothingEither() throws {
        let program = try Program()
        defer { program.removeHome() }
        let folder = program.home.appending(path: "folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A row is answered, and the next is waited for, until the signal comes.
        let answer = try program.runShell(
            """
            cd folder; mkfifo ../pipe; mutau check --points - --no-icecube --output out.csv < ../pipe & child=$!
            exec 4> ../pipe; printf '6.5,1e-4\\n' >&4
            until ls -A | grep -q new; do kill -0 $child || exit 3; sleep 0.02; done
            kill -TERM $child; wait $child
            """)
        #expect(answer.status == 128 + SIGTERM, "\(answer.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
