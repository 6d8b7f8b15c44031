import Foundation
import Synchronization

/// A line on standard error that grows with the work: only on a terminal, and only after a second.
package final class ProgressBar: Sendable {
    private let label: String
    private let start = ContinuousClock.now
    private let isShown: Bool
    private let percentDrawn = Mutex(-1)

    private static let width = 40

    package init(label: String) {
        self.label = label
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Called from any thread.
    package func update(_ fraction: Double) {
        guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
        let percent = Int(fraction * 100)
        percentDrawn.withLock { drawn in
            guard percent > drawn else { return }
            drawn = percent
            let filled = Self.width * percent / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
            Console.draw("\(label) \(bar) \(percent) %\(timeLeft(fraction))")
        }
    }

    /// As long as what is done took, for what is left; nothing where that is no second.
    private func timeLeft(_ fraction: Double) -> String {
        let seconds = ((ContinuousClock.now - start) / .seconds(1) * (1 - fraction) / fraction).rounded()
        guard seconds >= 1, seconds < 1e6 else { return "" }
        if seconds < 120 { return ", \(Int(seconds)) s left" }
        return seconds < 7200 ? ", \(Int(seconds / 60)) min left" : ", \(Int(seconds / 3600)) h left"
    }

    /// Takes the line away again.
    package func finish() {
        guard percentDrawn.withLock({ $0 }) >= 0 else { return }
        Console.draw("")
    }
}
