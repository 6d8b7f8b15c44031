import RealModule

/// Walkers that sample a density, whatever its scales and however its axes are correlated: the stretch move.
///
/// A walker moves along the line through another one, so that what is done does not change under any affine map of the space.
/// J. Goodman and J. Weare, Commun. Appl. Math. Comput. Sci. 5, 65 (2010), doi:10.2140/camcos.2010.5.65, in the form of
/// D. Foreman-Mackey et al., PASP 125, 306 (2013), §2: one half of the walkers moves at once, each by one of the other half.
///
/// Every random number is a function of the seed, the chain, the step and the walker: a chain goes on where it stood to the last
/// bit, whoever moves it.
public struct StretchMove: Sendable {
    /// Of a walker's place.
    public let dimension: Int
    /// How many there are: an even number.
    public let walkers: Int
    private let random: Philox

    /// The greatest stretch, a of Goodman and Weare, eq. (9).
    public static let greatestStretch = 2.0

    /// The fewest walkers for a space: fewer in a half than it has dimensions and one would stay in a plane of it.
    public static func fewestWalkers(dimension: Int) -> Int { 2 * (dimension + 1) }

    /// - Parameters:
    ///   - walkers: even, and ``fewestWalkers(dimension:)`` or more.
    ///   - seed: of all chains.
    ///   - chain: its number.
    public init(dimension: Int, walkers: Int, seed: UInt64, chain: Int) {
        precondition(walkers % 2 == 0 && walkers >= Self.fewestWalkers(dimension: dimension))
        (self.dimension, self.walkers) = (dimension, walkers)
        random = Philox(seed: seed, stream: Self.stream &+ UInt64(chain))
    }

    /// Distinguishes the numbers of walkers from others of the same seed.
    private static let stream: UInt64 = 0x7761_6C6B_0000_0000

    /// Where all walkers of a chain stand.
    public struct State: Sendable, Hashable {
        /// Walker by walker.
        public var places: [Double]
        /// ln of the density at each.
        public var logDensities: [Double]
        /// How often each has moved.
        public var moves: [Int]

        public init(places: [Double], logDensities: [Double]) {
            (self.places, self.logDensities) = (places, logDensities)
            moves = [Int](repeating: 0, count: logDensities.count)
        }
    }

    /// Numbers above 0 and below 1 with which walkers begin, walker by walker; for each turn others.
    public func beginnings(turn: Int, walker: Int) -> [Double] {
        (0..<dimension).map { axis in
            // Counters of steps begin at zero: these are far above any.
            let counter = UInt64.max - UInt64(turn) << 16 - UInt64(axis / 4)
            return max(random.uniform(at: UInt64(walker), turn: counter)[axis % 4], 0x1p-54)
        }
    }

    /// Moves every walker once.
    /// - Parameters:
    ///   - step: the number of the step, from 0.
    ///   - logDensity: of several places at once, which stand one after another: fills in ln of the density of each up to a
    ///     constant, −∞ where there is none. It may put a place to the nearest that it can keep.
    /// - Throws: what `logDensity` throws; the state is then one between two steps.
    public func advance<Failure: Error>(
        _ state: inout State, step: Int,
        logDensity: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) throws(Failure) -> Void
    ) throws(Failure) {
        let half = walkers / 2
        var failure: Failure?
        withUnsafeTemporaryAllocation(of: Double.self, capacity: half * (dimension + 3)) { memory in
            let proposals = UnsafeMutableBufferPointer(rebasing: memory[..<(half * dimension)])
            let densities = UnsafeMutableBufferPointer(rebasing: memory[(half * dimension)..<(half * (dimension + 1))])
            let (factors, choices) = (half * (dimension + 1), half * (dimension + 2))
            for first in [0, half] {
                for place in 0..<half {
                    let walker = first + place
                    let drawn = random.uniform(at: UInt64(walker), turn: UInt64(step))
                    let other = (half - first) + min(Int(drawn[0] * Double(half)), half - 1)
                    // The inverse of the distribution of z ∝ 1/√z between 1/a and a.
                    let root = (Self.greatestStretch - 1) * drawn[1] + 1
                    let stretch = root * root / Self.greatestStretch
                    for axis in 0..<dimension {
                        let pivot = state.places[other * dimension + axis]
                        let own = state.places[walker * dimension + axis]
                        proposals[place * dimension + axis] = pivot + stretch * (own - pivot)
                    }
                    memory[factors + place] = Double(dimension - 1) * Double.log(stretch)
                    // Of 1 − u, which is above 0.
                    memory[choices + place] = Double.log(1 - drawn[2])
                }
                do throws(Failure) { try logDensity(proposals, densities) } catch {
                    failure = error
                    return
                }
                for place in 0..<half {
                    let walker = first + place
                    let gain = memory[factors + place] + densities[place] - state.logDensities[walker]
                    guard gain > memory[choices + place] || gain >= 0 else { continue }
                    for axis in 0..<dimension {
                        state.places[walker * dimension + axis] = proposals[place * dimension + axis]
                    }
                    state.logDensities[walker] = densities[place]
                    state.moves[walker] += 1
                }
            }
        }
        if let failure { throw failure }
    }
}
