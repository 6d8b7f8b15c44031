import Foundation

/// What a large random scan over (m, g′, γ) costs as a whole, A profiled, with bounds, digests and files; and what its parts and blocks add.
struct ScanCostRows {
    let program: String
    let baseline: Double
    let folder: URL

    private static let count = 4_000_000

    func all() throws -> [Row] {
        let whole = try run("whole", block: 40_000)
        let few = try run("few", block: 1_000_000)
        let parts = try (1...4).map { try run("parts", block: 40_000, part: "\($0)/4") }.reduce(0) {
            $0 + $1.processorSeconds
        }
        // What a part has to make ready is 2 % of eight seconds.
        let each = max(0, parts - whole.processorSeconds) / 3
        return [
            Row(
                "scan: random over (m, g′, γ), bounds and files, a point", whole.seconds / Double(Self.count), baseline,
                target: 1 / 4e6),
            Row(
                "scan: processor time in 100 blocks (x: of that in 4)", whole.processorSeconds, few.processorSeconds,
                target: 1.02 * few.processorSeconds),
            Row("scan: processor time that a part takes by itself", each, baseline, target: 0.16),
        ]
    }

    /// - Parameter part: K/N; nil: all.
    private func run(_ name: String, block: Int, part: String? = nil) throws -> ChildProcess {
        let plan = folder.appending(path: "\(name)-cost.yaml")
        let text = """
            scenario: paper
            choices: {solver: narrow-line}
            method: random
            points: \(Self.count)
            block: \(block)
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log}
              coupling: {from: 1e-5, to: 3e-3, scale: log}
              icecube.gamma: {from: 2, to: 3}

            """
        try text.write(to: plan, atomically: false, encoding: .utf8)
        return try ChildProcess.best(
            program, ["scan", "run", plan.path] + (part.map { ["--shard", $0] } ?? []), runs: 1)
    }
}
