import NumericalMethods
import Physics
import RealModule

/// Certain bins for a spectrum at several γ: for each mediator what each bump of the sources makes of each bin is read once, and
/// each γ is a product with the heights of its bumps.
final class ResponseFluxes: ProjectedFluxes {
    private let bins: ResponseBins
    private let sources: [ShapedSources]
    /// Of each bin, γ after γ.
    private let free: [Double]
    private let fallback: Later<any ProjectedFluxes>
    private let isNarrow: @Sendable (Mediator) -> Bool

    let count: Int

    /// - Parameters:
    ///   - wanted: what ``bins`` are of.
    ///   - sources: the spectrum at each γ, counted by ``SourceResponse/index``.
    ///   - free: ∫Φ dE of each bin without interaction, for each γ [cm⁻² s⁻¹ sr⁻¹].
    ///   - fallback: for what is no function of E/m² and κ.
    ///   - isNarrow: whether the lines of a mediator are.
    init(
        _ bins: ResponseBins, _ wanted: [ProjectedBin], _ freeStates: SIMD3<Double>, _ sources: [ShapedSources],
        free: [[Double]], otherwise fallback: Later<any ProjectedFluxes>,
        _ isNarrow: @escaping @Sendable (Mediator) -> Bool
    ) {
        (self.bins, self.sources, self.fallback, self.isNarrow) = (bins, sources, fallback, isNarrow)
        self.free = free.flatMap { integrals in zip(wanted, integrals).map { ($0.weights * freeStates).sum() * $1 } }
        count = self.free.count
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        guard bins.isTabulated(mediator), isNarrow(mediator) else { return try fallback.value.fill(fluxes, mediator) }
        guard !sources.isEmpty else { return }
        let (bumps, count) = (bins.basis.count, count / sources.count)
        let highest = bins.highest(mediator)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: (count + 1) * bumps) { memory in
            guard let changes = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            let heights = changes + count * bumps
            bins.read(changes, mediator)
            for number in sources.indices {
                bins.basis.fill(heights) { sources[number].relative(logarithms: highest + $0) }
                for bin in 0..<count {
                    let place = number * count + bin
                    // A spectrum between its bumps may take away a little more than there is.
                    fluxes[place] = max(free[place] + bins.basis.product(changes + bin * bumps, heights), 0)
                }
            }
        }
    }
}
