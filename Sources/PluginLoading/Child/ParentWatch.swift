import Foundation

/// Ends this process, and all that a plugin may have started, when the program that asks it is gone: at its end, or
/// when it is killed. A plugin that hangs does not hold this up, since it has a thread of its own.
enum ParentWatch {
    static func start(on descriptor: Int32) {
        Thread.detachNewThread {
            var poll = pollfd(fd: descriptor, events: 0, revents: 0)
            while Foundation.poll(&poll, 1, -1) < 0 || poll.revents & Int16(POLLHUP | POLLNVAL | POLLERR) == 0 {}
            // The group is this process's own: it was made the leader of one when it was started.
            if getpgrp() == getpid() { kill(0, SIGKILL) }
            _exit(0)
        }
    }
}
