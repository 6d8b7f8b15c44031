import ConstraintKit
import Physics
import Testing
import Transport

@Suite("Integrals over energy bins")
struct IntegralTests {
    static let points: [(mass: Double, coupling: Double, index: Double)] = [
        (6.5, 5e-4, 2.5), (3, 2e-4, 2.2), (12, 3e-3, 2.8), (5, 1e-4, 1.8),
    ]

    /// The midpoint rule over ratios, which knows nothing of jumps and bends: with N points the at most three jumps in a
    /// bin cost 3/(2N) of it, the rest 1/N².
    @Test("Bins hold what the ratios integrate to", arguments: Ordering.allCases, points)
    func againstRatios(ordering: Ordering, point: (mass: Double, coupling: Double, index: Double)) throws {
        let spectrum = try NarrowLineSolver(TransportSetting(ordering: ordering)).spectrum(index: point.index)
        let mediator = try mediator(point.mass, point.coupling, .paper)
        let edges = logarithmicEnergies(from: 1e3, to: 1e7, count: 13)
        let bins = try zip(edges, edges.dropFirst()).map { try EnergyBin(lower: $0, upper: $1) }
        let fluxes = try spectrum.integratedFluxes(mediator, bins: bins)
        let count = 20_000
        for (bin, flux) in zip(bins, fluxes) {
            let ends = logarithmicEnergies(from: bin.lower, to: bin.upper, count: 2 * count + 1)
            let middles = (0..<count).map { ends[2 * $0 + 1] }
            let ratios = try spectrum.ratios(mediator, energies: middles)
            var sum = SIMD3<Double>.zero
            var free = 0.0
            for (energy, ratio) in zip(middles, ratios) {
                let weight = energy * FreeFlux.differential(index: point.index, energy: energy)
                sum += ratio * weight
                free += weight
            }
            let expected = sum / free * FreeFlux.integrated(index: point.index, bin: bin)
            let largest = 3 / (2 * Double(count)) + 1e-6
            #expect(((flux - expected) / expected).max() < largest && ((expected - flux) / expected).max() < largest)
        }
    }

    @Test("Splitting a bin changes nothing", arguments: points)
    func additivity(point: (mass: Double, coupling: Double, index: Double)) throws {
        let spectrum = try NarrowLineSolver(TransportSetting()).spectrum(index: point.index)
        let mediator = try mediator(point.mass, point.coupling)
        let edges = logarithmicEnergies(from: 1e2, to: 1e9, count: 24)
        let parts = try zip(edges, edges.dropFirst()).map { try EnergyBin(lower: $0, upper: $1) }
        let whole = try spectrum.integratedFluxes(mediator, bins: [EnergyBin(lower: edges[0], upper: edges[23])])[0]
        let sum = try spectrum.integratedFluxes(mediator, bins: parts).reduce(SIMD3<Double>.zero, +)
        // 1e-6 is asked for; the rule is exact to this on either division.
        #expect(((sum - whole) / whole).max() < 1e-7 && ((whole - sum) / whole).max() < 1e-7)
    }

    @Test("Bins that are none are refused", arguments: [(1e5, 1e4), (1e4, 1e4), (0, 1), (1, .infinity), (.nan, 1)])
    func hostileBins(lower: Double, upper: Double) {
        #expect(throws: TransportError.self) { try EnergyBin(lower: lower, upper: upper) }
    }
}
