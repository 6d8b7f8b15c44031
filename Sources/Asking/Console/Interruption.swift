import Files
import Foundation
import Synchronization

/// Ctrl-C where work is to end between two lines: asked for once it is remembered, the second time the program ends at once.
package enum Interruption {
    private static let asked = Atomic(false)

    /// From now on an interruption is remembered.
    package static func watch() {
        // Before a signal can come: what a handler uses must be there.
        asked.store(false, ordering: .relaxed)
        var (action, before) = (sigaction(), sigaction())
        // Who started the program in the background wants it left alone.
        sigaction(SIGINT, nil, &before)
        let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
        guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != ignored else { return }
        action.__sigaction_handler = .init(sa_handler: { number in
            guard Interruption.asked.exchange(true, ordering: .relaxed) else { return }
            UnfinishedFiles.end(by: number)
        })
        sigaction(SIGINT, &action, nil)
    }

    package static var isAsked: Bool { asked.load(ordering: .relaxed) }
}
