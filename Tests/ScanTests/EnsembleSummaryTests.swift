import Foundation
import Scan
import TestSupport
import Testing

/// What is said of samples that are known.
struct EnsembleSummaryTests {
    private static let text = """
        scenario: paper
        method: ensemble
        block: 100
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}
          amplitude: PRIOR
          gamma: {from: 1.8, to: 3.5}
        ensemble: {chains: 3, walkers: 10, steps: 60, burn: 20, thin: 2}
        """

    /// Samples that fill an interval evenly, far narrower than the prior.
    private struct Even: ScanWork {
        let blocksAtOnce = 1
        let interval: ClosedRange<Double>
        let columns = ["mass_MeV", "coupling", "amplitude", "gamma", "moves"].map { ScanColumn($0) }

        func compute(
            _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
        ) throws -> [[UInt8]]? {
            let golden = (5.0.squareRoot() - 1) / 2
            let even = rows.map { (Double($0) * golden).truncatingRemainder(dividingBy: 1) }
            let amplitudes = even.map { interval.lowerBound + $0 * (interval.upperBound - interval.lowerBound) }
            let alike = [10, 1e-3].map { [Double](repeating: $0, count: rows.count) }
            let columns = alike + [amplitudes, [Double](repeating: 2.5, count: rows.count), even]
            return columns.map { column in column.withUnsafeBytes { Array($0) } }
        }
    }

    /// Quantiles are those of the samples, whatever the prior's reach: also where the posterior is a millionth of it, or lies
    /// outside of eight σ of a normal prior.
    @Test(
        arguments: [
            ("{from: 0, to: 1e5}", 1.0...1.5), ("{from: 0, to: 1e12}", 1.0...1.5),
            ("{mean: 20, sigma: 0.1}", 14.0...15.0),
        ])
    func quantilesAreThoseOfTheSamples(_ prior: String, _ interval: ClosedRange<Double>) throws {
        let place = try TemporaryDirectory()
        let work = Even(interval: interval)
        let bytes = Array(Self.text.replacing("PRIOR", with: prior).utf8)
        let folder = try ScanFolder(
            "\(place.path)/scan", ScanPlan(yaml: bytes), planText: bytes, scenario: "name: paper\n", inputs: [],
            columns: work.columns)
        _ = try folder.run(work, Shard.whole, shouldStop: { false }, words: { "\($0)" })
        let summary = try #require(try EnsembleSummary(folder))
        let amplitude = try #require(summary.parameters.first { $0.name == "amplitude" })
        let width = interval.upperBound - interval.lowerBound
        for (quantile, level) in zip(amplitude.quantiles, [0.025, 0.16, 0.5, 0.84, 0.975]) {
            // Of 900 samples in a golden sequence none lies further from its even place than some thousandths.
            #expect(abs(quantile - interval.lowerBound - level * width) < 0.01 * width)
        }
        #expect(summary.parameters.first { $0.name == "gamma" }?.quantiles == [Double](repeating: 2.5, count: 5))
    }
}
