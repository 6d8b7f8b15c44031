import Physics

/// Weighted sums of the mass states' fluxes over fixed energy bins, for one mediator after another, each at a spectral index of its own.
///
/// A class, so that asking it, which may be done millions of times a second, copies nothing.
public protocol FluxesAlongIndex: AnyObject, Sendable {
    /// How many bins there are.
    var count: Int { get }
    /// The γ that may be asked for.
    var indices: ClosedRange<Double> { get }

    /// Writes Σ_i w_i ∫Φ_i dE of each bin at A = 1 [cm⁻² s⁻¹ sr⁻¹], zero or above.
    /// - Parameters:
    ///   - fluxes: as many as `count`.
    ///   - free: the same without interaction; written too.
    ///   - gamma: γ, one of ``indices``.
    /// - Throws: ``TransportError``
    func fill(
        _ fluxes: UnsafeMutablePointer<Double>, _ mediator: Mediator, free: UnsafeMutablePointer<Double>,
        index gamma: Double
    ) throws(TransportError)

    /// Writes what there is without interaction.
    func fillFree(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double)

    /// Does on all cores what many mediators share, where there is anything. What ``fill(_:_:free:index:)`` writes does not depend on it.
    /// - Parameters:
    ///   - count: of the mediators.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - mediator: each of them; nil: none.
    func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?)
}

extension TransportSolver {
    public func projected(
        _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) throws(TransportError) -> any FluxesAlongIndex {
        try InterpolatedAlongIndex(self, bins, indices) { $0.projected(bins) }
    }
}

/// The flux without interaction in certain bins.
struct FreeAlongIndex: Sendable {
    private let integrals: FreeIntegrals
    private let shares: [Double]

    init(_ solver: any TransportSolver, _ bins: [ProjectedBin], _ indices: ClosedRange<Double>) {
        integrals = solver.freeIntegrals(bins: bins.map(\.bin), indices: indices)
        let states = solver.setting.freeStates
        shares = bins.map { ($0.weights * states).sum() }
    }

    func fill(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double) {
        integrals.fill(fluxes, index: gamma)
        shares.withUnsafeBufferPointer { shares in
            // Above zero, so that there is a ratio to it where a spectrum ends below the bin.
            for place in shares.indices { fluxes[place] = max(fluxes[place] * shares[place], .leastNormalMagnitude) }
        }
    }
}
