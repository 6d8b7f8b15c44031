import Physics
import Transport

/// A fit at several spectral indices, whose spectra a solver may compute together.
struct PreparedFits: FreePredictions, Sendable {
    let points: [FitPoint]
    let chiSquare: ChiSquare
    let indices: [Double]
    /// N_th of each point without interaction, at A = 1 [cm⁻² s⁻¹ sr⁻¹], for each index.
    let freePredictions: [[Double]]
    /// The same, index after index.
    let flatFreePredictions: [Double]
    private let fluxes: any ProjectedFluxes
    private let freeIntegrals: FreeIntegrals
    private let freeShares: [Double]

    init(
        points: [FitPoint], chiSquare: ChiSquare, solver: any TransportSolver, indices: [Double]
    ) throws(FitError) {
        for gamma in indices where !FitPrecision.usableIndices.contains(gamma) { throw .unusableIndex(gamma) }
        self.points = points
        self.chiSquare = chiSquare
        self.indices = indices
        let spectra: any SpectraAtIndices
        do { spectra = try solver.prepared(indices: indices) } catch { throw .transport(error) }
        fluxes = spectra.projected(points.map { $0.projected(solver.setting) })
        freePredictions = spectra.freeIntegrals(bins: points.map(\.bin)).map { integrals in
            zip(points, integrals).map { $0.freePrediction($1) }
        }
        flatFreePredictions = Array(freePredictions.joined())
        freeIntegrals = solver.freeIntegrals(
            bins: points.map(\.bin), indices: (indices.min() ?? 0)...(indices.max() ?? 0))
        freeShares = points.map(\.freeShare)
    }

    /// See ``ProjectedFluxes/prepare(count:progress:shouldStop:_:)``.
    func prepare(
        count: Int, progress: @Sendable (Double) -> Void, shouldStop: @Sendable () -> Bool,
        _ mediator: (Int) -> Mediator?
    ) {
        fluxes.prepare(count: count, progress: progress, shouldStop: shouldStop, mediator)
    }

    /// Writes N_th of each point without interaction at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    /// - Parameter gamma: γ, between the least and the greatest of ``indices``.
    func fillFree(_ predictions: UnsafeMutablePointer<Double>, index gamma: Double) {
        freeIntegrals.fill(predictions, index: gamma)
        for place in freeShares.indices { predictions[place] *= freeShares[place] }
    }

    /// N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13), for each index.
    /// - Parameter mediator: nil: no interaction.
    func predictions(_ mediator: Mediator?) throws(FitError) -> [[Double]] {
        let count = points.count
        var predictions: [[Double]] = []
        try lendPredictions(mediator) { fluxes in
            predictions = indices.indices.map { Array(fluxes[$0 * count..<($0 + 1) * count]) }
        }
        return predictions
    }

    /// Lends the same, index after index.
    func lendPredictions(
        _ mediator: Mediator?, _ body: (UnsafeBufferPointer<Double>) -> Void
    ) throws(FitError) {
        guard let mediator else { return flatFreePredictions.withUnsafeBufferPointer(body) }
        try fluxes.lend(mediator, points, body)
    }
}

extension FitPoint {
    /// What its channel sees in its bin.
    func projected(_ setting: TransportSetting) -> ProjectedBin {
        func weight(_ state: SIMD3<Double>) -> Double { channel.flux(of: setting.flavours(of: state)) }
        return ProjectedBin(
            bin: bin, weights: [weight([1, 0, 0]), weight([0, 1, 0]), weight([0, 0, 1])])
    }

    /// Why a prediction [cm⁻² s⁻¹ sr⁻¹] can't be compared with anything.
    func unusable(_ flux: Double) -> FitError {
        .unusablePrediction(flux, stem: dataSet, lowerEdge: segment.lowerEdge)
    }
}
