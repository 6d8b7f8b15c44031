import Foundation

/// Starts a program and prints what it took, for ``ChildProcess`` to read.
///
/// A process of its own, and a small one: what the system says of a child's greatest memory is never less than what its
/// parent holds when it starts it.
enum Launcher {
    /// The first argument that makes this program the launcher.
    static let word = "--launch"

    /// Runs `arguments`, the program first, and prints its wall time [s], its processor time [s], the most memory it held
    /// [kB], that of this launcher [kB] and its exit status.
    static func launch(_ arguments: [String]) throws {
        guard let program = arguments.first else { throw ChildProcess.Failure(program: word, status: EINVAL) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let start = ContinuousClock.now
        let fault = posix_spawn(&child, program, &actions, nil, &words, environ)
        guard fault == 0 else { throw ChildProcess.Failure(program: program, status: fault) }
        var (status, usage) = (Int32(0), rusage())
        wait4(child, &status, 0, &usage)
        let wall = (ContinuousClock.now - start).seconds
        let processor = usage.ru_utime.seconds + usage.ru_stime.seconds
        // Ended by a signal: no exit status of the program's own.
        let code = status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
        print(wall, processor, usage.ru_maxrss, try ownPeak(), code)
    }

    /// The most memory that this launcher has held itself [kB]. What `getrusage` says would include what its parent held
    /// when it started it.
    private static func ownPeak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let peak = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) else {
            throw ChildProcess.Failure(program: word, status: ENOENT)
        }
        return peak
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
