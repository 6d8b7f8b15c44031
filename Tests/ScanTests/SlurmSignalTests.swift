import Foundation
import Scan
import Testing

/// What a task's script does where it is told to end, with stand-ins for the program and for Slurm.
struct SlurmSignalTests {
    /// - Returns: the exit code, and what `scontrol` was asked.
    private static func end(by signal: Int32) throws -> (code: Int32, asked: String?) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, to name: String) throws -> String {
            let path = folder.appending(path: name).path(percentEncoded: false)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            return path
        }
        let begun = folder.appending(path: "begun").path(percentEncoded: false)
        let program = try write(
            "#!/bin/sh\ntrap 'exit 75' TERM USR1\n: > \(begun)\nwhile :; do sleep 0.02; done\n", to: "program")
        _ = try write("#!/bin/sh\necho \"$*\" > \(folder.path(percentEncoded: false))/asked\n", to: "scontrol")
        let jobs = SlurmJobs(
            .init(shards: 2), program: program, plan: "/p.yaml", folder: "/f", name: "f", greatestArray: 10)
        let task = Process()
        task.executableURL = URL(filePath: "/bin/sh")
        task.arguments = [try write(jobs.array, to: "array.sh")]
        task.environment = [
            "PATH": "\(folder.path(percentEncoded: false)):/usr/bin:/bin", "SLURM_ARRAY_TASK_ID": "1",
            "SLURM_ARRAY_JOB_ID": "7",
        ]
        try begin(task)
        while task.isRunning, !FileManager.default.fileExists(atPath: begun) { usleep(5000) }
        // The shell sets its traps behind the program's start.
        usleep(200_000)
        kill(task.processIdentifier, signal)
        task.waitUntilExit()
        let asked = try? String(contentsOf: folder.appending(path: "asked"), encoding: .utf8)
        return (task.terminationStatus, asked)
    }

    @Test
    func oneWhoseTimeIsUpIsQueuedAgain() throws {
        let (code, asked) = try Self.end(by: SIGUSR1)
        #expect(code == 75 && asked == "requeue 7_1\n")
    }

    /// By `scancel` for instance: Slurm would begin it anew.
    @Test
    func oneThatIsCancelledIsNot() throws {
        let (code, asked) = try Self.end(by: SIGTERM)
        #expect(code == 75 && asked == nil)
    }

    /// What the tests' threads hold back, a child would hold back too.
    private static func begin(_ task: Process) throws {
        var (none, held) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &held)
        defer { pthread_sigmask(SIG_SETMASK, &held, nil) }
        try task.run()
    }
}
