import Foundation

extension Console {
    /// Keeps the numbers of the standard streams from files that are opened later: what is written to a closed standard
    /// output would otherwise end up in one of them. Each that is closed is opened so that its use fails as before.
    package static func holdStandardStreams() {
        for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(stream, F_GETFD) < 0 {
            // The lowest number that is free is the stream's: those before it are taken.
            _ = open("/dev/null", mode)
        }
    }

    /// Finds out whether standard output takes a result, as far as that shows without writing one.
    /// - Throws: ``ErrorReport`` where it is closed, for reading alone, or full.
    package static func checkOutput() throws {
        var state = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        // A pipe that nobody reads ends the program as its first line would.
        if poll(&state, 1, 0) > 0, state.revents & Int16(POLLERR) != 0 { endUnread() }
        // Nothing is written, and yet a stream that takes nothing says so.
        guard Foundation.write(STDOUT_FILENO, "", 0) < 0 else { return }
        throw unwritable()
    }

    /// Ends as the system ends who writes to a pipe that nobody reads: quietly, also where the caller ignores the signal.
    package static func endUnread() {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }

    /// That standard output did not take the result, by the error that the system has just told.
    package static func unwritable() -> ErrorReport {
        ErrorReport(
            "the result could not be written to standard output (\(String(cString: strerror(errno))))",
            code: ExitStatus.inputOutput)
    }
}
