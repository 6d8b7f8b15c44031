import Foundation

/// One line of the report: what, how long, its ratio to the baseline, and what is aimed at.
struct Row: CustomStringConvertible {
    let name: String
    let seconds: Double
    let ratio: Double
    /// The time aimed at on an otherwise idle machine of two cores [s]; nil: none is.
    let target: Double?
    let megabytes: Double?

    init(_ name: String, _ seconds: Double, _ baseline: Double, target: Double? = nil) {
        self.name = name
        self.seconds = seconds
        self.target = target
        ratio = seconds / baseline
        megabytes = nil
    }

    init(_ name: String, _ process: ChildProcess, _ baseline: Double, target: Double? = nil) {
        self.name = name
        self.target = target
        seconds = process.seconds
        ratio = process.seconds / baseline
        megabytes = process.megabytes
    }

    /// A process by what it took of a processor.
    init(_ name: String, processorOf process: ChildProcess, _ baseline: Double, target: Double) {
        self.name = name
        self.target = target
        seconds = process.processorSeconds
        ratio = process.processorSeconds / baseline
        megabytes = process.megabytes
    }

    var description: String {
        let memory = megabytes.map { String(format: "  %6.1f MB", $0) } ?? ""
        let aim = target.map { "  \(seconds <= $0 ? "within" : "misses") \(Self.text($0).trimmed)" } ?? ""
        return name.padding(toLength: 64, withPad: " ", startingAt: 0) + Self.text(seconds)
            + String(format: "  %10.4f x", ratio) + memory + aim
    }

    private static func text(_ seconds: Double) -> String {
        switch seconds {
        case ..<1e-6: String(format: "%8.2f ns", seconds * 1e9)
        case ..<1e-3: String(format: "%8.2f µs", seconds * 1e6)
        default: String(format: "%8.2f ms", seconds * 1e3)
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

/// The yardstick of a run.
enum Baseline {
    /// The time of a million scalar exponentials [s].
    static let seconds: Double = Benchmarks.best {
        var sum = 0.0
        for index in 0..<1_000_000 { sum += exp(-1e-6 * Double(index)) }
        // Uses the sum, so that the loop is not removed.
        precondition(sum > 0)
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
