import Foundation
import NumericalMethods
import Testing

/// Walkers against posteriors that are known.
struct StretchMoveTests {
    /// Chains of a density, after what they begin with: for each axis the values of all walkers, step after step, and the series.
    private static func chains(
        dimension: Int, walkers: Int, chains: Int, burn: Int, steps: Int, seed: UInt64 = 1, reach: Double,
        _ density: (ArraySlice<Double>) -> Double
    ) -> (series: [ChainSeries], values: [[Double]]) {
        var series = [ChainSeries](repeating: ChainSeries(chains: chains, steps: steps), count: dimension)
        var values = [[Double]](repeating: [], count: dimension)
        for chain in 0..<chains {
            let move = StretchMove(dimension: dimension, walkers: walkers, seed: seed, chain: chain)
            let places = (0..<walkers).flatMap { move.beginnings(turn: 0, walker: $0).map { reach * (2 * $0 - 1) } }
            var state = StretchMove.State(
                places: places,
                logDensities: (0..<walkers).map { density(places[$0 * dimension..<($0 + 1) * dimension]) })
            for step in 0..<burn + steps {
                move.advance(&state, step: step) { places, densities in
                    let copy = Array(places)
                    for place in densities.indices {
                        densities[place] = density(copy[place * dimension..<(place + 1) * dimension])
                    }
                }
                guard step >= burn else { continue }
                for axis in 0..<dimension {
                    let now = (0..<walkers).map { state.places[$0 * dimension + axis] }
                    series[axis].add(now, to: chain)
                    values[axis] += now
                }
            }
        }
        return (series, values)
    }

    /// Two axes whose widths differ by 1000, and of a correlation of 0.95: means, widths and correlation come out within four of
    /// their own errors, as the effective number has them.
    @Test
    func aCorrelatedGaussianIsFound() throws {
        let (widths, correlation) = ([1.0, 1000.0], 0.95)
        let (series, values) = Self.chains(
            dimension: 2, walkers: 20, chains: 4, burn: 500, steps: 5000, reach: 3
        ) { place in
            let (x, y) = (place[place.startIndex] / widths[0] - 1, place[place.startIndex + 1] / widths[1] + 2)
            return -0.5 * (x * x - 2 * correlation * x * y + y * y) / (1 - correlation * correlation)
        }
        for (axis, mean) in [1.0, -2.0].enumerated() {
            let (width, effective) = (widths[axis], try #require(series[axis].effectiveCount))
            let error = width / effective.squareRoot()
            #expect(abs(series[axis].mean - mean * width) < 4 * error)
            // The error of a variance is √(2/n) of it.
            #expect(abs(series[axis].variance / (width * width) - 1) < 4 * (2 / effective).squareRoot())
            #expect(try #require(series[axis].splitRHat) < 1.01)
            #expect(effective > 4000)
        }
        let product = zip(values[0], values[1]).reduce(0) { $0 + ($1.0 - 1) * ($1.1 / 1000 + 2) }
        #expect(abs(product / Double(values[0].count) - correlation) < 0.06)
    }

    /// Rosenbrock's curved valley, x normal about 1 with variance 1/2 and y about x² with variance 1/20: the exact moments are
    /// E x = 1, E y = 3/2, Var y = 1/20 + 4·1/2 + 2·1/4.
    @Test
    func aCurvedValleyIsFound() throws {
        let (series, _) = Self.chains(dimension: 2, walkers: 40, chains: 4, burn: 2000, steps: 20_000, reach: 2) {
            place in
            let (x, y) = (place[place.startIndex], place[place.startIndex + 1])
            return -(x - 1) * (x - 1) - 10 * (y - x * x) * (y - x * x)
        }
        for (axis, (mean, variance)) in [(1.0, 0.5), (1.5, 2.55)].enumerated() {
            let effective = try #require(series[axis].effectiveCount)
            #expect(effective > 2000)
            #expect(abs(series[axis].mean - mean) < 4 * (variance / effective).squareRoot())
            // y has a longer tail than a Gaussian: its variance is known less well than by √(2/n).
            #expect(abs(series[axis].variance / variance - 1) < 4 * (8 / effective).squareRoot())
        }
    }

    /// The error that the autocorrelation states is the one by which means of chains with other seeds scatter.
    @Test
    func meansScatterAsTheAutocorrelationSays() throws {
        let count = 40
        var ratio = 0.0
        for seed in 1...UInt64(count) {
            let (series, _) = Self.chains(
                dimension: 1, walkers: 8, chains: 2, burn: 100, steps: 4000, seed: seed, reach: 2
            ) { -0.5 * $0[$0.startIndex] * $0[$0.startIndex] }
            let (mean, effective) = (series[0].mean, series[0].effectiveCount)
            ratio += mean * mean * (try #require(effective))
        }
        // χ² of forty degrees of freedom over forty: 1 ± 0.22, taken at three of these.
        #expect(abs(ratio / Double(count) - 1) < 0.67)
    }

    /// Another affine map of space makes the same moves.
    @Test
    func scalesAndShearsChangeNothing() {
        func end(_ scale: Double, _ shear: Double) -> [Double] {
            let (move, walkers) = (StretchMove(dimension: 2, walkers: 6, seed: 3, chain: 0), 6)
            func density(_ u: Double, _ v: Double) -> Double { -0.5 * (u * u + v * v) }
            var places: [Double] = []
            for walker in 0..<walkers {
                let begin = move.beginnings(turn: 0, walker: walker)
                places += [begin[0], scale * (begin[1] + shear * begin[0])]
            }
            func log(_ x: Double, _ y: Double) -> Double { density(x, y / scale - shear * x) }
            var state = StretchMove.State(
                places: places, logDensities: (0..<walkers).map { log(places[2 * $0], places[2 * $0 + 1]) })
            for step in 0..<50 {
                move.advance(&state, step: step) { places, densities in
                    for place in densities.indices { densities[place] = log(places[2 * place], places[2 * place + 1]) }
                }
            }
            return (0..<walkers).flatMap { walker in
                let (x, y) = (state.places[2 * walker], state.places[2 * walker + 1])
                return [x, y / scale - shear * x]
            }
        }
        for (one, other) in zip(end(1, 0), end(1e6, 0.5)) { #expect(abs(one - other) < 1e-8) }
    }

    @Test
    func chainsThatDisagreeAreTold() throws {
        var series = ChainSeries(chains: 2, steps: 200)
        let random = Philox(seed: 1, stream: 2)
        for chain in 0..<2 {
            for step in 0..<200 {
                let drawn = random.normal(at: UInt64(chain), turn: UInt64(step))
                series.add((0..<4).map { drawn[$0] + 2 * Double(chain) }, to: chain)
            }
        }
        #expect(try #require(series.splitRHat) > 1.3)
        #expect(ChainSeries(chains: 2, steps: 10).autocorrelationTime == nil)
        // One step leaves the second half of a chain empty: nothing is said of it.
        var single = ChainSeries(chains: 2, steps: 1)
        for chain in 0..<2 { single.add([Double(chain), 3], to: chain) }
        #expect(single.splitRHat == nil)
    }
}
