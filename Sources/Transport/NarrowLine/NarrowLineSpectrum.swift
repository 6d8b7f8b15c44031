import NumericalMethods
import Physics
import RealModule

/// The narrow-line solver at one spectral index: what does not depend on the mediator, tabulated on the nodes.
public struct NarrowLineSpectrum: SpectrumAtIndex {
    public let index: Double
    let geometry: LineGeometry
    let energyStep: Double
    private(set) var source: SourceTable
    let lines: InlineArray<3, EnergyTables.Line>
    /// Of each line, line after line.
    private(set) var nodes: [Node]
    /// Node by node, at ``LineGeometry/passage(_:_:_:)`` times their count.
    private(set) var passages: [Passage]

    /// A node of a line.
    struct Node {
        /// W.
        var source = 1.0
        /// e^{(γ+n)u}, n = 0, 1, 2.
        var growth: SIMD4<Double>
    }

    /// Where a neutrino that reaches a line at a node crossed a higher one, and what some line sends it from above that.
    struct Passage {
        /// See ``LineGeometry/Crossing``.
        var happens: Bool
        /// W of the line crossed.
        var source = 1.0
        var survival: SIMD4<Double>
        /// x^γ K of what arrives at the node.
        var kernel: MomentKernel
        /// The same of all that is sent from above the node.
        var kernelAtNode: SIMD4<Double>
    }

    init(_ geometry: LineGeometry, index gamma: Double, energyStep: Double) {
        let (scales, lines) = (geometry.scales, geometry.lines)
        self.geometry = geometry
        self.index = gamma
        self.energyStep = energyStep
        source = geometry.source(index: gamma)
        self.lines = .init { line in
            guard line < lines.count else { return EnergyTables.Line(distance: .infinity, ratio: 1, power: 1) }
            let distance = lines.distances[line]
            return EnergyTables.Line(
                distance: distance, ratio: Double.exp(distance), power: Double.exp(gamma * distance))
        }
        let places = geometry.grid.nodes
        let source = source
        // Of a power law all lines have the same.
        let first = places.map {
            Node(source: source($0), growth: exponential(SIMD4(gamma, gamma + 1, gamma + 2, 0) * $0))
        }
        var nodes: [Node] = []
        nodes.reserveCapacity(lines.count * places.count)
        for _ in 0..<lines.count { nodes += first }
        self.nodes = nodes
        let decays = places.map { exponential(SIMD4(gamma, 1, 0, 0) * -$0) }
        var passages: [Passage] = []
        passages.reserveCapacity(LineGeometry.passage(lines.count, 0, 0) * places.count)
        for lower in 0..<lines.count {
            for higher in 0..<lower {
                let crossings = geometry.crossings(lower, higher)
                for emitter in 0...higher {
                    let distance = lines.distances[lower] - lines.distances[emitter]
                    let factors = exponential(SIMD4(gamma, 1, 0, 0) * -distance)
                    for node in places.indices {
                        let (crossing, decay) = (crossings[crossings.startIndex + node], decays[node])
                        let (fraction, power) = (decay.y * factors.y, decay.x * factors.x)
                        passages.append(
                            Passage(
                                happens: crossing.happens, source: emitter == higher ? source(crossing.u) : 1,
                                survival: crossing.survival,
                                kernel: MomentKernel(fraction, at: crossing.position, scales: scales, power: power),
                                kernelAtNode: Self.kernel(fraction: fraction, power: power)))
                    }
                }
            }
        }
        self.passages = passages
    }

    /// The same with other sources, counted relative to this one's power law.
    init(_ powerLaw: NarrowLineSpectrum, source: SourceTable) {
        self = powerLaw
        self.source = source
        let (count, places) = (geometry.lines.count, geometry.grid.nodes)
        for line in 0..<count {
            for (node, u) in places.enumerated() { nodes[line * places.count + node].source = source(u, line: line) }
        }
        for lower in 0..<count {
            for higher in 0..<lower {
                let first = LineGeometry.passage(lower, higher, higher) * places.count
                for (node, crossing) in geometry.crossings(lower, higher).enumerated() {
                    passages[first + node].source = source(crossing.u, line: higher)
                }
            }
        }
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
        // Positive and finite numbers are those whose bits lie between zero's and infinity's: one comparison instead of two.
        if let position = energies.firstIndex(where: { $0.bitPattern &- 1 >= Double.infinity.bitPattern - 1 }) {
            throw .energyNotPositive(energies[position], position: position)
        }
        guard geometry.lines.count > 0 else { return energies.map { _ in geometry.freeStates } }
        return withRates(mediator) { rates in
            [SIMD3<Double>](unsafeUninitializedCapacity: energies.count) { ratios, count in
                rates.eachArriving(energies, highest: geometry.logarithmOfHighestLine(mediator), emitted: 1) {
                    place, flux in
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
        withTables { tables in
            withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: AbsorptionRates.size(geometry)) { memory in
                body(
                    AbsorptionRates(
                        self, tables, memory: memory, strength: strength, invisibleFraction: invisibleFraction))
            }
        }
    }
}
