import Physics
import Transport

/// A fit at one spectral index: what all mediators share is done, so that a map pays for each only what is its own.
public struct PreparedFit: Sendable {
    let points: [FitPoint]
    let chiSquare: ChiSquare
    /// γ.
    public let gamma: Double
    private let fluxes: any ProjectedFluxes
    /// N_th of each point without interaction, at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    let freePredictions: [Double]

    init(
        points: [FitPoint], chiSquare: ChiSquare, solver: any TransportSolver, index gamma: Double
    ) throws(FitError) {
        guard FitPrecision.usableIndices.contains(gamma) else { throw .unusableIndex(gamma) }
        self.points = points
        self.chiSquare = chiSquare
        self.gamma = gamma
        let spectrum: any SpectrumAtIndex
        do { spectrum = try solver.prepared(index: gamma) } catch { throw .transport(error) }
        fluxes = spectrum.projected(points.map { $0.projected(solver.setting) })
        freePredictions = zip(points, spectrum.freeIntegrals(bins: points.map(\.bin))).map { $0.freePrediction($1) }
    }

    /// Does on all cores what many mediators share, where there is anything; what is found does not depend on it.
    /// - Parameters:
    ///   - count: of the mediators.
    ///   - progress: told the fraction done from time to time, from any thread; not at all where nothing is shared.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - mediator: each of them; nil: none.
    public func prepare(
        count: Int, progress: @Sendable (Double) -> Void = { _ in }, shouldStop: @Sendable () -> Bool,
        _ mediator: (Int) -> Mediator?
    ) {
        fluxes.prepare(count: count, progress: progress, shouldStop: shouldStop, mediator)
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double) throws(FitError) -> Double {
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        var chi2 = 0.0
        try lendPredictions(mediator) { chi2 = chiSquare.value(amplitude: amplitude, predictions: $0) }
        return chi2
    }

    /// The least χ² over A ≥ 0, and the A where it is reached.
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``
    public func profile(_ mediator: Mediator?) throws(FitError) -> (chi2: Double, amplitude: Double) {
        var best = (chi2: 0.0, amplitude: 0.0)
        try lendPredictions(mediator) { predictions in
            best.amplitude = chiSquare.bestAmplitude(predictions: predictions)
            best.chi2 = chiSquare.value(amplitude: best.amplitude, predictions: predictions)
        }
        return best
    }

    /// N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    func predictions(_ mediator: Mediator?) throws(FitError) -> [Double] {
        var predictions: [Double] = []
        try lendPredictions(mediator) { predictions = Array($0) }
        return predictions
    }

    /// Lends N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    func lendPredictions(
        _ mediator: Mediator?, _ body: (UnsafeBufferPointer<Double>) -> Void
    ) throws(FitError) {
        guard let mediator else { return freePredictions.withUnsafeBufferPointer(body) }
        try fluxes.lend(mediator, points, body)
    }
}

extension ProjectedFluxes {
    /// Lends a mediator's fluxes, each a number that can be compared with something. Not generic over a result: what the
    /// compiler can't specialise would cost as much as the fluxes.
    /// - Parameter points: whose they are, index after index.
    func lend(
        _ mediator: Mediator, _ points: [FitPoint], _ body: (UnsafeBufferPointer<Double>) -> Void
    ) throws(FitError) {
        var failure: FitError?
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { memory in
            memory.initialize(repeating: 0)
            do throws(TransportError) { try fill(memory, mediator) } catch {
                failure = .transport(error)
                return
            }
            if let place = memory.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) {
                failure = points[place % points.count].unusable(memory[place])
            } else {
                body(UnsafeBufferPointer(memory))
            }
        }
        if let failure { throw failure }
    }
}
