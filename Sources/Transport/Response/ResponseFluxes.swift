import NumericalMethods
import Physics
import RealModule
import Synchronization

/// Certain bins for a spectrum at several γ: for each mediator what each bump of the sources makes of each bin is read once, and
/// each γ is a product with the heights of its bumps.
final class ResponseFluxes: ProjectedFluxes {
    private let bins: ResponseBins
    private let sources: [ShapedSources]
    /// Of each bin, γ after γ.
    private let free: [Double]
    private let fallback: Later<any ProjectedFluxes>
    private let isNarrow: @Sendable (Mediator) -> Bool
    /// The heights of the bumps at each γ, by ln E_1st: a survey has a hundred couplings at each mass, and heights are a fifth of a
    /// mediator's work.
    private let heights = Mutex<[Double: [Double]]>([:])
    /// Those of a survey, and some of the searches between them.
    private static let greatestMasses = 256

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
        // Nothing arrives where nothing is sent.
        guard !sources.isEmpty else { return fluxes.update(repeating: 0) }
        let (bumps, count) = (bins.basis.count, count / sources.count)
        let highest = bins.highest(mediator)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count * bumps) { memory in
            guard let changes = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            bins.read(changes, mediator)
            heights(highest).withUnsafeBufferPointer { heights in
                guard let first = heights.baseAddress else { return }
                for number in sources.indices {
                    for bin in 0..<count {
                        let place = number * count + bin
                        let change = bins.basis.product(changes + bin * bumps, first + number * bumps)
                        // A spectrum between its bumps may take away a little more than there is.
                        fluxes[place] = max(free[place] + change, 0)
                    }
                }
            }
        }
    }

    /// γ after γ.
    /// - Parameter highest: ln E_1st [GeV].
    private func heights(_ highest: Double) -> [Double] {
        if let known = heights.withLock({ $0[highest] }) { return known }
        let bumps = bins.basis.count
        let made = [Double](unsafeUninitializedCapacity: sources.count * bumps) { memory, count in
            count = sources.count * bumps
            guard let first = memory.baseAddress else { return }
            for number in sources.indices {
                bins.basis.fill(first + number * bumps) { sources[number].relative(logarithms: highest + $0) }
            }
        }
        heights.withLock { known in
            if known.count == Self.greatestMasses { known = [:] }
            known[highest] = made
        }
        return made
    }
}
