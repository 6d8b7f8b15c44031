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

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double) throws(FitError) -> Double {
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        return try withPredictions(mediator) { chiSquare.value(amplitude: amplitude, predictions: $0) }
    }

    /// The least χ² over A ≥ 0, and the A where it is reached.
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``
    public func profile(_ mediator: Mediator?) throws(FitError) -> (chi2: Double, amplitude: Double) {
        try withPredictions(mediator) { predictions in
            let amplitude = chiSquare.bestAmplitude(predictions: predictions)
            return (chiSquare.value(amplitude: amplitude, predictions: predictions), amplitude)
        }
    }

    /// N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    func predictions(_ mediator: Mediator?) throws(FitError) -> [Double] {
        try withPredictions(mediator) { Array($0) }
    }

    /// Lends N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    private func withPredictions<Result>(
        _ mediator: Mediator?, _ body: (UnsafeBufferPointer<Double>) -> Result
    ) throws(FitError) -> Result {
        guard let mediator else { return freePredictions.withUnsafeBufferPointer(body) }
        return try fluxes.lend(mediator, points, body)
    }
}

extension ProjectedFluxes {
    /// Lends a mediator's fluxes, each a number that can be compared with something.
    /// - Parameter points: whose they are, index after index.
    func lend<Result>(
        _ mediator: Mediator, _ points: [FitPoint], _ body: (UnsafeBufferPointer<Double>) -> Result
    ) throws(FitError) -> Result {
        let lent = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { memory in
            memory.initialize(repeating: 0)
            return Swift.Result { () throws(FitError) in
                do throws(TransportError) { try fill(memory, mediator) } catch { throw .transport(error) }
                for place in memory.indices where !(memory[place] >= 0 && memory[place] < .infinity) {
                    throw points[place % points.count].unusable(memory[place])
                }
                return body(UnsafeBufferPointer(memory))
            }
        }
        return try lent.get()
    }
}
