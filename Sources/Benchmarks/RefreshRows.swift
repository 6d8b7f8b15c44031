import CurveArchive
import Foundation
import TestServers

/// A refresh of curves that have not changed, from this machine: what the program itself costs.
enum RefreshRows {
    private static let count = 25

    static func all(_ program: String, _ baseline: Double) throws -> [Row] {
        let home = FileManager.default.temporaryDirectory.appending(path: "mutau-bench-refresh-\(getpid())").path
        setenv("XDG_DATA_HOME", home, 1)
        defer {
            unsetenv("XDG_DATA_HOME")
            try? FileManager.default.removeItem(atPath: home)
        }
        let server = try TestServer()
        let stems = BundledFiles.ofProgram.stems.prefix(count)
        for stem in stems {
            guard let file = BundledFiles.ofProgram["\(stem).vot"] else { continue }
            // Other bytes than the program's own, so that there is a refreshed version to ask for.
            let version = Reply.conditional(tag: "\"1\"", body: file.contents() + Array("<!-- 2 -->".utf8))
            server.reply(to: "/\(stem).vot", version)
        }
        let arguments = ["refresh", "--mirror", server.base] + stems
        _ = try ChildProcess.best(program, arguments, runs: 1)
        return [
            Row("mutau refresh (\(stems.count) unchanged curves)", try ChildProcess.best(program, arguments), baseline)
        ]
    }
}
