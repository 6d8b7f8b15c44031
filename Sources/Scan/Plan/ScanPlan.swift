import IceCubeFit

/// What a scan is to compute: read once, the same for all who work on it.
public struct ScanPlan: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Every combination of the values of the parameters.
        case grid
        /// Points that fill the ranges evenly, by Sobol's sequence.
        case random
        /// Pseudo-experiments of IceCube's spectrum, each fitted as the data are.
        case toys
        /// Walkers that sample the posterior of IceCube's spectrum.
        case ensemble
        /// The least χ² over some parameters at every combination of the values of the others.
        case profile

        /// Whether each parameter takes a number of values; nil: some do.
        var isGrid: Bool? {
            switch self {
            case .grid, .toys: true
            case .random, .ensemble: false
            case .profile: nil
            }
        }

        /// Parameters beside mass and coupling that are no choice of a scenario.
        var ownParameters: [String] {
            switch self {
            case .grid, .random, .profile: []
            case .toys: [ScanParameter.gamma]
            case .ensemble: [ScanParameter.amplitude, ScanParameter.gamma]
            }
        }
    }

    /// A scenario by its name, or its file.
    public var scenario: String
    /// What is chosen on top of it: keys of scenario files, `neutrinos.ordering` for instance, and their values.
    public var choices: [Choice]
    public var method: Method
    /// How many points or pseudo-experiments there are; of a grid the product of the counts.
    public var rows: Int
    /// How many are computed and kept together.
    public var block: Int
    public var seed: UInt64
    public var parameters: [ScanParameter]
    /// Where the method is ``Method/toys``.
    public var toys: ToyPlan?
    /// Where the method is ``Method/ensemble``.
    public var ensemble: EnsemblePlan?
    /// Where the method is ``Method/profile``.
    public var profile: ProfilePlan?

    public struct Choice: Sendable, Hashable {
        public var path: String
        public var value: String
    }

    public var blockCount: Int { (rows + block - 1) / block }

    /// Rows that come first and are not put together: walkers on their way to where the posterior is.
    public var passedOver: Int { ensemble.map { $0.chains * $0.burnBlocks * block } ?? 0 }

    /// The blocks that are.
    public var mergedBlocks: Range<Int> { passedOver / block..<blockCount }

    /// Of a block the one it goes on from; nil where it begins by itself.
    public func predecessor(of block: Int) -> Int? {
        guard let chains = ensemble?.chains, block >= chains else { return nil }
        return block - chains
    }

    /// The most parts that have work.
    public var greatestShards: Int { ensemble?.chains ?? blockCount }

    /// The rows of a block, by its number from 0.
    public func rows(ofBlock number: Int) -> Range<Int> { number * block..<min((number + 1) * block, rows) }

    /// More than a day of a thousand cores would take of the cheapest points.
    public static let greatestRows = 1_000_000_000
    /// A block's columns are held in memory.
    public static let greatestBlock = 1_000_000
    public static let greatestBlockCount = 10_000_000

    /// Where mass and coupling stand among the parameters.
    var placesOfPoint: (mass: Int, coupling: Int) {
        get throws(ScanPlanError) {
            let names = parameters.map(\.name)
            guard let mass = names.firstIndex(of: ScanParameter.mass),
                let coupling = names.firstIndex(of: ScanParameter.coupling)
            else { throw .missing(path: "parameters", expected: "mass_MeV and coupling") }
            return (mass, coupling)
        }
    }

    /// The values of the parameters in some rows: a column for each parameter, in their order.
    func columns(ofRows rows: Range<Int>, _ sequence: ScanSequence) -> [[Double]] {
        guard method != .grid else { return columnsOfGrid(rows) }
        return parameters.indices.map { sequence.values(rows, parameters[$0], at: $0) }
    }

    /// The same of a grid, with 0 for a parameter that has none.
    func columnsOfGrid(_ rows: Range<Int>) -> [[Double]] {
        var columns = [[Double]](repeating: [], count: parameters.count)
        // The last parameter changes from row to row.
        var stride = 1
        for place in parameters.indices.reversed() {
            guard let count = parameters[place].count else {
                columns[place] = [Double](repeating: 0, count: rows.count)
                continue
            }
            var (step, value) = (-1, 0.0)
            columns[place] = rows.map { row in
                let next = row / stride % count
                if next != step { (step, value) = (next, parameters[place].value(ofStep: next)) }
                return value
            }
            stride *= count
        }
        return columns
    }
}

/// The pseudo-experiments of a plan.
public struct ToyPlan: Sendable, Hashable {
    /// What the data are drawn from.
    public enum Model: Sendable, Hashable {
        /// The best fit without a Z′.
        case withoutMediator
        /// The best point of the grid.
        case bestFit
        /// A Z′ with the A and γ that fit best there.
        case point(massMeV: Double, coupling: Double)
    }

    public var model: Model
    public var recipe: ToyRecipe
    /// Whether the plan says what becomes of limits.
    public var choosesLimits = false
}
