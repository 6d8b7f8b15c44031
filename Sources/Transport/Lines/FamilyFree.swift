import NumericalMethods
import RealModule

/// What arrives without interaction in certain bins of every spectrum of a family: at Chebyshev points in γ, and between places of a
/// lattice in the numbers that have ranges.
///
/// What a bin holds is a mean over energies and redshifts, and its logarithm as smooth in a break as that: the cubic through four
/// places of the lattice is off by 1e-4 at most of a break of one power. Where all sources lie at one redshift nothing smears a break that
/// passes the edge of a bin: there the second derivative jumps, the error goes with the square of the step, and half of the step
/// leaves some 3e-4 of a break of one power.
struct FamilyFree: Sendable {
    private let family: SpectrumFamily
    private let counts: [Int]
    private let nodes: ChebyshevNodes?
    private let binCount: Int
    /// ln ∫Φ dE at A = 1 [cm⁻² s⁻¹ sr⁻¹]: place after place, γ after γ, bin after bin.
    private let logarithms: [Double]

    /// Between places, in ln of an energy or a weight and in an index.
    private static let step = 0.125
    private static let stepOfOneRedshift = 0.06
    /// Two wide ranges make do with larger steps: each place costs as many integrals as there are γ and bins.
    private static let mostPlaces = 3_600

    /// - Parameters:
    ///   - areAtOneRedshift: whether all sources are, or nearly.
    ///   - integrals: ∫Φ dE of each bin of a spectrum without ranges at a γ.
    init(
        _ family: SpectrumFamily, binCount: Int, along indices: ClosedRange<Double>, areAtOneRedshift: Bool,
        _ integrals: @Sendable (SpectrumFamily, Double) -> [Double]
    ) {
        (self.family, self.binCount) = (family, binCount)
        func counts(_ step: Double) -> [Int] {
            family.parameters.map { max(Int(($0.length / step).rounded(.up)) + 1, 4) }
        }
        var step = areAtOneRedshift ? Self.stepOfOneRedshift : Self.step
        while counts(step).reduce(1, *) > Self.mostPlaces { step *= 1.25 }
        let counts = counts(step)
        let width = indices.upperBound - indices.lowerBound
        // As many as FreeIntegrals has.
        let nodes = width > 0 ? ChebyshevNodes(range: indices, count: 10 + Int(4 * width)) : nil
        let gammas = nodes?.nodes ?? [indices.lowerBound]
        logarithms = Parallel.map(counts.reduce(1, *)) { number in
            var (rest, fractions) = (number, [Double](repeating: 0, count: counts.count))
            for side in counts.indices.reversed() {
                fractions[side] = Double(rest % counts[side]) / Double(counts[side] - 1)
                rest /= counts[side]
            }
            let there = family.at(fractions)
            return gammas.flatMap { integrals(there, $0).map { Double.log(max($0, .leastNormalMagnitude)) } }
        }.flatMap(\.self)
        (self.counts, self.nodes) = (counts, nodes)
    }

    /// How many numbers a place has.
    var size: Int { (nodes?.nodes.count ?? 1) * binCount }

    /// Writes the logarithms at a place.
    /// - Parameter fractions: of the ranges.
    func write(_ place: UnsafeMutablePointer<Double>, at fractions: [Double]) {
        let size = size
        for number in 0..<size { place[number] = 0 }
        logarithms.withUnsafeBufferPointer { logarithms in
            guard let first = logarithms.baseAddress else { return }
            add(first, side: 0, fractions, weight: 1, to: place, size)
        }
    }

    /// Adds what the places of a lattice from a side on count for.
    private func add(
        _ logarithms: UnsafePointer<Double>, side: Int, _ fractions: [Double], weight: Double,
        to place: UnsafeMutablePointer<Double>, _ size: Int
    ) {
        guard side < counts.count else {
            for number in 0..<size { place[number] += weight * logarithms[number] }
            return
        }
        let stride = counts[(side + 1)...].reduce(size, *)
        let fraction = min(max(fractions[side], 0), 1)
        let stencil = CubicStencil(offset: fraction * Double(counts[side] - 1), count: counts[side])
        for neighbour in 0..<4 where stencil.weights[neighbour] != 0 {
            add(
                logarithms + (stencil.first + neighbour) * stride, side: side + 1, fractions,
                weight: weight * stencil.weights[neighbour], to: place, size)
        }
    }

    /// Writes ∫Φ dE of each bin at a γ.
    /// - Parameter place: as it was written.
    func fill(_ integrals: UnsafeMutablePointer<Double>, at place: UnsafePointer<Double>, index gamma: Double) {
        guard let nodes else {
            for bin in 0..<binCount { integrals[bin] = Double.exp(place[bin]) }
            return
        }
        let count = nodes.nodes.count
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { weights in
            guard let weights = weights.baseAddress else { return }
            nodes.weights(at: gamma, into: weights)
            for bin in 0..<binCount { integrals[bin] = 0 }
            for node in 0..<count {
                let (weight, row) = (weights[node], place + node * binCount)
                for bin in 0..<binCount { integrals[bin] += weight * row[bin] }
            }
            for bin in 0..<binCount { integrals[bin] = Double.exp(integrals[bin]) }
        }
    }
}
