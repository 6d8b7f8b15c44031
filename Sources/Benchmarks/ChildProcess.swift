import Foundation

/// A finished process: how long it took and the most memory it held.
struct ChildProcess {
    let seconds: Double
    let megabytes: Double

    struct Failure: Error { let program: String, status: Int32 }

    /// The fastest of a few runs.
    static func best(_ program: String, _ arguments: [String], runs: Int = 5) throws -> ChildProcess {
        var best = try ChildProcess(program, arguments)
        for _ in 1..<runs {
            let next = try ChildProcess(program, arguments)
            if next.seconds < best.seconds { best = next }
        }
        return best
    }

    private init(_ program: String, _ arguments: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let start = ContinuousClock.now
        guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
            throw Failure(program: program, status: errno)
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        seconds = (ContinuousClock.now - start).seconds
        guard status == 0 else { throw Failure(program: program, status: status) }
        megabytes = Double(usage.ru_maxrss) / 1024
    }
}
