import RealModule

/// What chains of a sampler tell of a quantity: means over all walkers, step after step, of chains that know nothing of each other.
///
/// The walkers of a chain do move by each other, so that a walker by itself is no chain; the mean over them is a function of the
/// state, whose autocorrelation says how well the mean over all steps is known (Goodman and Weare 2010, §3).
public struct ChainSeries: Sendable {
    /// Of each chain the means over its walkers, step by step.
    public private(set) var means: [[Double]]
    /// Of each half of each chain: the count, the mean and the sum of squares about it.
    private var halves: [Moments]
    private let steps: Int

    private struct Moments {
        var count = 0.0
        var mean = 0.0
        var squares = 0.0
        var variance: Double { squares / (count - 1) }

        mutating func add(_ x: Double) {
            count += 1
            let deviation = x - mean
            mean += deviation / count
            squares += deviation * (x - mean)
        }
    }

    /// - Parameters:
    ///   - chains: how many.
    ///   - steps: of each, all that will be added.
    public init(chains: Int, steps: Int) {
        means = [[Double]](repeating: [], count: chains)
        halves = [Moments](repeating: Moments(), count: 2 * chains)
        self.steps = steps
    }

    /// Adds the values of all walkers of a chain at its next step.
    public mutating func add(_ values: some Collection<Double>, to chain: Int) {
        let half = 2 * means[chain].count < steps ? 0 : 1
        var sum = 0.0
        for value in values {
            sum += value
            halves[2 * chain + half].add(value)
        }
        means[chain].append(sum / Double(values.count))
    }

    public var mean: Double { means.joined().reduce(0, +) / Double(means.reduce(0) { $0 + $1.count }) }

    /// Of the quantity, within halves of chains.
    public var variance: Double { halves.reduce(0) { $0 + $1.variance } / Double(halves.count) }

    /// Split-R̂: the root of the variance of all over that within the halves of chains. Near 1 where all have found the same.
    ///
    /// A. Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), §11.4; nil where nothing varies, and
    /// where a half has less than two values.
    public var splitRHat: Double? {
        let count = halves.reduce(0) { $0 + $1.count } / Double(halves.count)
        let mean = halves.reduce(0) { $0 + $1.mean } / Double(halves.count)
        let between = halves.reduce(0) { $0 + ($1.mean - mean) * ($1.mean - mean) } / Double(halves.count - 1)
        let within = variance
        guard halves.allSatisfy({ $0.count > 1 }), within > 0 else { return nil }
        return ((count - 1) / count + between / within).squareRoot()
    }

    /// The integrated autocorrelation time of the walkers' mean [steps]: by so much the variance of a mean over many steps is
    /// larger than that of as many independent ones. Nil where the chains are too short to tell: below fifty of it.
    ///
    /// The sum ends at the first lag that is five times what it has come to (A. Sokal, in: Functional Integration (1997), p. 131,
    /// §3), the autocorrelation being the mean over chains.
    public var autocorrelationTime: Double? {
        let (mean, length) = (self.mean, means.map(\.count).min() ?? 0)
        func covariance(_ lag: Int) -> Double {
            means.reduce(0) { sum, chain in
                let values = chain.prefix(length)
                var part = 0.0
                for place in 0..<values.count - lag { part += (values[place] - mean) * (values[place + lag] - mean) }
                return sum + part / Double(values.count - lag)
            } / Double(means.count)
        }
        guard length >= 100 else { return nil }
        let variance = covariance(0)
        guard variance > 0 else { return nil }
        var time = 1.0
        for lag in 1..<length / 10 {
            time += 2 * covariance(lag) / variance
            if Double(lag) >= 5 * time { return Double(length) >= 50 * time ? max(time, 1) : nil }
        }
        return nil
    }

    /// As many independent values would know the mean as well; nil where ``autocorrelationTime`` is.
    public var effectiveCount: Double? {
        guard let time = autocorrelationTime else { return nil }
        let (mean, all) = (self.mean, Double(means.reduce(0) { $0 + $1.count }))
        let ofMeans = means.joined().reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / all
        guard ofMeans > 0 else { return nil }
        return variance / (ofMeans * time / all)
    }
}
