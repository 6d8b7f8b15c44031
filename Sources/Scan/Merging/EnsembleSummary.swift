import NumericalMethods
import RealModule

/// What walkers say of a posterior, and how far they can be believed.
public struct EnsembleSummary: Sendable {
    public struct Parameter: Sendable {
        public let name: String
        public let mean: Double
        public let deviation: Double
        /// The values below which 2.5, 16, 50, 84 and 97.5 % of the posterior lie.
        public let quantiles: [Double]
        /// Of the walkers' mean [steps of a walker]; nil where the chains are below fifty of it.
        public let autocorrelationTime: Double?
        /// As many independent samples know the mean as well; nil likewise.
        public let effectiveSamples: Double?
        /// Near 1 where all chains have found the same; nil where nothing varies.
        public let splitRHat: Double?
    }

    public let parameters: [Parameter]
    /// The part of the moves that were taken.
    public let acceptance: Double
    public let samples: Int

    /// The least effective number of all parameters; nil where one has none.
    public var effectiveSamples: Double? {
        let all = parameters.compactMap(\.effectiveSamples)
        return all.count == parameters.count ? all.min() : nil
    }

    static let levels = [0.025, 0.16, 0.5, 0.84, 0.975]

    /// Reads the scan a parameter at a time; memory grows with the steps, not with the walkers.
    /// - Throws: ``ScanError`` where the scan is not complete.
    public init?(_ folder: ScanFolder) throws(ScanError) {
        guard let ensemble = folder.plan.ensemble else { return nil }
        samples = folder.plan.rows - folder.plan.passedOver
        var parameters: [Parameter] = []
        for parameter in folder.plan.parameters {
            parameters.append(try Self.parameter(parameter, folder, ensemble))
        }
        self.parameters = parameters
        var moves = 0.0
        try folder.forEachBlock(of: "moves") { _, values in moves += values.reduce(0, +) }
        acceptance = moves / Double(samples * ensemble.thin)
    }

    private static func parameter(
        _ parameter: ScanParameter, _ folder: ScanFolder, _ ensemble: EnsemblePlan
    ) throws(ScanError) -> Parameter {
        // Along its axis: what is even there is what the walkers see.
        var series = ChainSeries(chains: ensemble.chains, steps: ensemble.blocks * ensemble.stepsOfBlock)
        let (low, high) = (
            parameter.axis(at: parameter.reach.lowerBound), parameter.axis(at: parameter.reach.upperBound)
        )
        var counts = [Int](repeating: 0, count: bins)
        var (sum, squares) = (0.0, 0.0)
        try folder.forEachBlock(of: parameter.name) { number, values in
            let axis = values.map(parameter.axis)
            for first in stride(from: 0, to: axis.count, by: ensemble.walkers) {
                series.add(axis[first..<first + ensemble.walkers], to: number % ensemble.chains)
            }
            for (place, value) in zip(axis, values) {
                let part: Double = (place - low) / (high - low)
                // A reach without a width has one value, and its bin is the first.
                let bin = part.isFinite ? Int(min(max(part, 0), 1) * Double(bins)) : 0
                counts[min(bin, bins - 1)] += 1
                sum += value
                squares += value * value
            }
        }
        let samples = Double(counts.reduce(0, +))
        let mean = sum / samples
        let variance: Double = squares / samples - mean * mean
        let width: Double = high - low
        return Parameter(
            name: parameter.name, mean: mean, deviation: max(variance, 0).squareRoot(),
            quantiles: quantiles(counts).map { parameter.value(onAxis: low + $0 * width) },
            autocorrelationTime: series.autocorrelationTime.map { $0 * Double(ensemble.thin) },
            effectiveSamples: series.effectiveCount, splitRHat: series.splitRHat)
    }

    /// Of a parameter's reach: a quantile is known to a ten-thousandth of it.
    private static let bins = 10_000

    private static func quantiles(_ counts: [Int]) -> [Double] {
        let total = Double(counts.reduce(0, +))
        return levels.map { level in
            var below = 0.0
            for (bin, count) in counts.enumerated() {
                let next = below + Double(count)
                if next >= level * total, count > 0 {
                    return (Double(bin) + (level * total - below) / Double(count)) / Double(counts.count)
                }
                below = next
            }
            return 1
        }
    }
}

extension ScanFolder {
    /// Lends the numbers of a column, block after block of those that are put together.
    func forEachBlock(of name: String, _ body: (Int, [Double]) -> Void) throws(ScanError) {
        guard let place = columns.firstIndex(where: { $0.name == name && $0.kind == .number }) else { return }
        try forEachBlock { body($0, $1.columns[place].numbers) }
    }

    /// Lends the blocks that are put together, one after another.
    func forEachBlock(_ body: (Int, BlockFile) -> Void) throws(ScanError) {
        for number in plan.mergedBlocks {
            guard case .done(let block) = try state(of: number) else {
                throw .incomplete(missing: 1, damaged: [], failed: [])
            }
            body(number, block)
        }
    }
}

extension ArraySlice<UInt8> {
    /// As a column of a block has them.
    var numbers: [Double] {
        withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
        }
    }
}
