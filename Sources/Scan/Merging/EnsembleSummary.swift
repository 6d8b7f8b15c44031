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
        var (least, greatest) = (Double.infinity, -Double.infinity)
        var (sum, squares, count) = (0.0, 0.0, 0)
        try folder.forEachBlock(of: parameter.name) { number, values in
            let axis = values.map(parameter.axis)
            for first in stride(from: 0, to: axis.count, by: ensemble.walkers) {
                series.add(axis[first..<first + ensemble.walkers], to: number % ensemble.chains)
            }
            for (place, value) in zip(axis, values) {
                (least, greatest) = (min(least, place), max(greatest, place))
                sum += value
                squares += value * value
            }
            count += values.count
        }
        let samples = Double(count)
        let mean = sum / samples
        let variance: Double = squares / samples - mean * mean
        return Parameter(
            name: parameter.name, mean: mean, deviation: max(variance, 0).squareRoot(),
            quantiles: try quantiles(parameter, folder, from: least, to: greatest).map(parameter.value(onAxis:)),
            autocorrelationTime: series.autocorrelationTime.map { $0 * Double(ensemble.thin) },
            effectiveSamples: series.effectiveCount, splitRHat: series.splitRHat)
    }

    /// So many bins lie between two values of which a quantile is between.
    private static let bins = 10_000
    /// The quantiles lie at least so many bins apart, unless samples are alike.
    private static let fewestBins = 100.0

    /// Along the axis, from all samples: first in bins over where they lie, then, while the levels lie closer together than
    /// these can tell, in bins over where the levels are.
    private static func quantiles(
        _ parameter: ScanParameter, _ folder: ScanFolder, from least: Double, to greatest: Double
    ) throws(ScanError) -> [Double] {
        var histogram = SampleHistogram(from: least, to: greatest, bins: bins)
        while true {
            try folder.forEachBlock(of: parameter.name) { _, values in
                for value in values { histogram.count(parameter.axis(at: value)) }
            }
            let quantiles = levels.map(histogram.quantile)
            guard let first = quantiles.first, let last = quantiles.last, histogram.width > 0,
                last - first < fewestBins * histogram.width
            else { return quantiles }
            let closer = SampleHistogram(from: first - histogram.width, to: last + histogram.width, bins: bins)
            // Where doubles end, no bins are closer.
            guard closer.width > 0, closer.width < histogram.width else { return quantiles }
            histogram = closer
        }
    }
}

/// How many samples lie in bins of equal width, and how many below and above.
private struct SampleHistogram {
    private let low: Double
    private let high: Double
    private var counts: [Int]
    private var below = 0
    private var total = 0

    init(from low: Double, to high: Double, bins: Int) {
        (self.low, self.high) = (low, high)
        counts = [Int](repeating: 0, count: bins)
    }

    /// Of a bin.
    var width: Double { (high - low) / Double(counts.count) }

    mutating func count(_ place: Double) {
        total += 1
        if place < low {
            below += 1
        } else if place <= high {
            let bin = width > 0 ? Int((place - low) / width) : 0
            counts[min(bin, counts.count - 1)] += 1
        }
    }

    /// The place below which a part of all samples lies, even within a bin.
    func quantile(_ level: Double) -> Double {
        let sought = level * Double(total)
        var before = Double(below)
        for (bin, count) in counts.enumerated() {
            let next = before + Double(count)
            if next >= sought, count > 0 {
                return low + width * (Double(bin) + max(sought - before, 0) / Double(count))
            }
            before = next
        }
        return high
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
