import Documents
import Foundation
import Synchronization

/// What is done of some work, and the time that is left: on a terminal one line that grows, from the second second on; in a
/// log a line for each stage that has a name.
package final class ProgressBar: Sendable {
    private let label: String
    private let start = ContinuousClock.now
    private let isShown = ConsoleStream.errors.isTerminal
    private let state = Mutex(State())

    private struct State {
        var stage: String?
        var fraction = 0.0
        var percentDrawn = -1
    }

    private static let widest = 40

    package init(label: String) { self.label = label }

    /// Called from any thread.
    package func update(_ fraction: Double) {
        guard isShown else { return }
        state.withLock { state in
            state.fraction = max(state.fraction, fraction)
            guard isDue, Int(fraction * 100) > state.percentDrawn else { return }
            draw(&state)
        }
    }

    /// Another part of the work begins, whose name says it. Told once, however often it is said.
    package func stage(_ name: String) {
        state.withLock { state in
            guard state.stage != name else { return }
            state.stage = name
            if !isShown { return Console.note("mutau: \(label): \(name)") }
            if isDue { draw(&state) }
        }
    }

    private var isDue: Bool { ContinuousClock.now - start > .seconds(1) }

    private func draw(_ state: inout State) {
        let percent = Int(state.fraction * 100)
        state.percentDrawn = percent
        let head = label + (state.stage.map { ": \($0)" } ?? "")
        // What follows the counted work has no share that is known.
        if state.stage != nil, state.fraction >= 1 { return Console.draw("\(head) …") }
        let tail = "\(percent) %\(timeLeft(state.fraction))"
        let room = (ConsoleStream.errors.style.columns ?? 80) - head.count - tail.count - 3
        let width = min(Self.widest, max(0, room))
        let filled = width * percent / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Console.draw("\(head) \(bar) \(tail)")
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
        guard state.withLock({ $0.percentDrawn }) >= 0 else { return }
        Console.draw("")
    }
}
