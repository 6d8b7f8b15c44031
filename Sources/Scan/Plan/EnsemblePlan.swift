import NumericalMethods

/// The walkers of a plan.
public struct EnsemblePlan: Sendable, Hashable {
    /// What the bounds do to the posterior.
    public enum Bounds: String, Sendable, Hashable, CaseIterable {
        case ignored
        /// What a deciding bound excludes has none.
        case deciding
    }

    /// Ensembles that know nothing of each other.
    public var chains: Int
    /// Of each chain.
    public var walkers: Int
    /// Steps between two that are kept.
    public var thin: Int
    /// Steps that a block keeps.
    public var stepsOfBlock: Int
    /// Blocks of a chain that it begins with, whose steps are kept but not put together.
    public var burnBlocks: Int
    /// Blocks of a chain that follow.
    public var blocks: Int
    public var bounds: Bounds

    /// Of a block.
    public var rows: Int { stepsOfBlock * walkers }

    public static let greatestChains = 1024
    static let greatestWalkers = 4096
    static let greatestSteps = 100_000_000
}

extension EnsemblePlan {
    /// - Parameters:
    ///   - parameters: how many.
    ///   - block: rows that are to be kept together; nil: as many as the walkers need to begin with.
    init(_ top: PlanSection, parameters: Int, block: Int?) throws(ScanPlanError) {
        let keys = ["chains", "walkers", "steps", "burn", "thin", "bounds"]
        let section = try top.require(
            top.section("ensemble", keys: keys), "ensemble", expected: "the steps of its walkers: {steps: 20000}")
        chains = try section.count("chains", in: 2...Self.greatestChains) ?? 4
        let fewest = StretchMove.fewestWalkers(dimension: parameters)
        walkers = try section.count("walkers", in: fewest...Self.greatestWalkers) ?? max(64, 2 * fewest)
        guard walkers % 2 == 0 else { throw section.wrong("walkers", expected: "an even number") }
        let thin = try section.count("thin", in: 1...100_000) ?? 10
        self.thin = thin
        let steps = try section.require(
            section.count("steps", in: 1...Self.greatestSteps), "steps", expected: "how often each walker moves")
        let burn = try section.count("burn", in: 0...Self.greatestSteps) ?? steps / 10
        bounds = try section.word("bounds") ?? .ignored
        func blocks(_ steps: Int, of size: Int) -> Int { (steps + size * thin - 1) / (size * thin) }
        let (most, walkers) = (ScanPlan.greatestBlock / walkers, walkers)
        let usual = max(burn > 0 ? burn : steps / 10, thin) / thin
        let size = min(max(block.map { $0 / walkers } ?? usual, 1), most)
        stepsOfBlock = size
        burnBlocks = blocks(burn, of: size)
        self.blocks = blocks(steps, of: size)
    }
}
