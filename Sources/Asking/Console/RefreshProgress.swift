import CurveArchive
import Documents
import Foundation

/// What a refresh is doing, curve by curve, on one line of standard error: only on a terminal, and only after a second.
package final class RefreshProgress {
    private let start = ContinuousClock.now
    private let isShown = ConsoleStream.errors.isTerminal
    private var states: [String: FetchState] = [:]
    private var settled = 0
    private var drawn = ""

    package init() {}

    package func update(_ stem: String, _ state: FetchState) {
        guard isShown else { return }
        if case .settled = state {
            settled += 1
            states[stem] = nil
        } else {
            states[stem] = state
        }
        guard ContinuousClock.now - start > .seconds(1) else { return }
        draw(
            "refresh: \(settled) done" + states.sorted { $0.key < $1.key }.map { ", \($0) \(Self.words($1))" }.joined())
    }

    /// Takes the line away again.
    package func finish() { if !drawn.isEmpty { Console.draw("") } }

    private func draw(_ line: String) {
        let width = (ConsoleStream.errors.style.columns ?? 80) - 2
        let line = line.count > width ? line.prefix(width - 1) + "…" : line
        guard line != drawn else { return }
        drawn = line
        Console.draw(line)
    }

    private static func words(_ state: FetchState) -> String {
        switch state {
        case .receiving(let bytes): bytes == 0 ? "asked" : "\(bytes) bytes"
        case .waiting(let pause): "again in \(pause.components.seconds) s"
        case .settled: "done"
        }
    }
}
