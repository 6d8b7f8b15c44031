import Foundation
import Synchronization

/// A scheduler's word that the time is up, as USR1 or TERM: remembered, for work that ends at a good place.
package enum TimeLimit {
    private static let reached = Atomic(false)
    private static let isOver = Atomic(false)

    /// From now on it is heeded.
    package static func watch() {
        // Before a signal can come: what a handler uses must be there.
        reached.store(false, ordering: .relaxed)
        isOver.store(false, ordering: .relaxed)
        for number in [SIGUSR1, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler = .init(sa_handler: { number in
                if number == SIGUSR1 { TimeLimit.isOver.store(true, ordering: .relaxed) }
                TimeLimit.reached.store(true, ordering: .relaxed)
            })
            sigaction(number, &action, nil)
            // A thread that blocks signals may have started the program.
            var heard = sigset_t()
            sigemptyset(&heard)
            sigaddset(&heard, number)
            pthread_sigmask(SIG_UNBLOCK, &heard, nil)
        }
    }

    package static var isReached: Bool { reached.load(ordering: .relaxed) }

    /// Whether it was USR1 that came: no more time will be given, where TERM may be a preemption.
    package static var isTimeOver: Bool { isOver.load(ordering: .relaxed) }
}
