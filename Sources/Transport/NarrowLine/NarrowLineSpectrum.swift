import NumericalMethods
import Physics
import RealModule

/// The narrow-line solver at one spectral index: what does not depend on the mediator, tabulated on the nodes.
public struct NarrowLineSpectrum: SpectrumAtIndex {
    public let index: Double
    let geometry: LineGeometry
    let energyStep: Double
    let source: SourceTable
    /// W of each line at the nodes, line after line.
    let sourceAtNode: [Double]
    /// W of the line crossed at each crossing, in the order of ``LineGeometry/crossings``.
    let sourceAtCrossing: [Double]
    /// What a line of higher energy adds to a lower one per moment, in the same order.
    let kernelAtCrossing: [SIMD4<Double>]
    /// e^{(γ+n)u}, n = 0, 1, 2, at the nodes.
    let growth: [SIMD4<Double>]
    /// e^{γ d_j} and e^{d_j} of each line.
    let distanceFactors: [SIMD2<Double>]

    init(_ geometry: LineGeometry, index gamma: Double, energyStep: Double) {
        let nodes = geometry.grid.nodes
        let lines = geometry.lines
        let source = geometry.source(index: gamma)
        self.geometry = geometry
        self.index = gamma
        self.energyStep = energyStep
        self.source = source
        (sourceAtNode, sourceAtCrossing) = Self.atNodesAndCrossings(source, geometry)
        growth = nodes.map { exponential(SIMD4(gamma, gamma + 1, gamma + 2, 0) * $0) }
        distanceFactors = lines.distances.map { [Double.exp(gamma * $0), Double.exp($0)] }
        var kernels: [SIMD4<Double>] = []
        kernels.reserveCapacity(geometry.crossings.count)
        let decays = nodes.map { exponential(SIMD4(gamma, 1, 0, 0) * -$0) }
        for lower in 0..<lines.count {
            for higher in 0..<lower {
                let distance = lines.distances[lower] - lines.distances[higher]
                let factors = exponential(SIMD4(gamma, 1, 0, 0) * -distance)
                for decay in decays {
                    kernels.append(Self.kernel(fraction: decay.y * factors.y, power: decay.x * factors.x))
                }
            }
        }
        kernelAtCrossing = kernels
    }

    /// The same with other sources, counted relative to this one's power law.
    init(_ powerLaw: NarrowLineSpectrum, source: SourceTable) {
        (index, geometry, energyStep) = (powerLaw.index, powerLaw.geometry, powerLaw.energyStep)
        (kernelAtCrossing, growth) = (powerLaw.kernelAtCrossing, powerLaw.growth)
        distanceFactors = powerLaw.distanceFactors
        self.source = source
        (sourceAtNode, sourceAtCrossing) = Self.atNodesAndCrossings(source, geometry)
    }

    private static func atNodesAndCrossings(
        _ source: SourceTable, _ geometry: LineGeometry
    ) -> (nodes: [Double], crossings: [Double]) {
        let (count, nodes) = (geometry.lines.count, geometry.grid.nodes)
        // Of a power law all lines have the same.
        let first = nodes.map { source($0) }
        let atNodes = (0..<count).flatMap { line in
            source.isOfLines ? nodes.map { source($0, line: line) } : first
        }
        var atCrossings: [Double] = []
        atCrossings.reserveCapacity(geometry.crossings.count)
        for lower in 0..<count {
            for higher in 0..<lower {
                let first = geometry.pair(lower, higher) * nodes.count
                atCrossings += geometry.crossings[first..<first + nodes.count].map { source($0.u, line: higher) }
            }
        }
        return (atNodes, atCrossings)
    }

    /// Coefficients of the moments in x^γ K(x), see ``DecayKernel``.
    /// - Parameters:
    ///   - fraction: x, the energy over that of the line.
    ///   - power: x^γ.
    @inline(__always)
    static func kernel(fraction x: Double, power: Double) -> SIMD4<Double> {
        SIMD4(DecayKernel.terms(x), 0) * power
    }

    public func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        guard geometry.lines.count > 0 else { return energies.map { _ in geometry.freeStates } }
        return withRates(mediator) { rates in
            [SIMD3<Double>](unsafeUninitializedCapacity: energies.count) { ratios, count in
                rates.eachArriving(
                    energies, highest: geometry.logarithmOfHighestLine(mediator), emitted: 1, self
                ) { place, flux in
                    ratios.initializeElement(at: place, to: SIMD3(flux.x, flux.y, flux.z))
                }
                count = energies.count
            }
        }
    }

    /// Lends the absorption rates of a mediator.
    func withRates<Result>(_ mediator: Mediator, _ body: (AbsorptionRates) -> Result) -> Result {
        withRates(
            strength: mediator.strength, invisibleFraction: mediator.invisibleFraction(charges: geometry.charges), body)
    }

    /// Lends the absorption rates at a strength κ [eV⁻²].
    func withRates<Result>(
        strength: Double, invisibleFraction: Double, _ body: (AbsorptionRates) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: AbsorptionRates.size(geometry)) { memory in
            body(
                AbsorptionRates(self, memory: memory, strength: strength, invisibleFraction: invisibleFraction))
        }
    }
}
