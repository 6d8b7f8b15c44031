import Physics
import Transport

/// A fit at one spectral index: what all mediators share is done, so that a map pays for each only what is its own.
public struct PreparedFit: Sendable {
    let points: [FitPoint]
    let bins: [EnergyBin]
    let chiSquare: ChiSquare
    let setting: TransportSetting
    let spectrum: any SpectrumAtIndex
    /// N_th of each point without interaction, at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    let freePredictions: [Double]

    init(
        points: [FitPoint], chiSquare: ChiSquare, solver: any TransportSolver, index gamma: Double
    ) throws(FitError) {
        guard FitPrecision.usableIndices.contains(gamma) else { throw .unusableIndex(gamma) }
        self.points = points
        self.chiSquare = chiSquare
        bins = points.map(\.bin)
        setting = solver.setting
        do { spectrum = try solver.prepared(index: gamma) } catch { throw .transport(error) }
        freePredictions = zip(points, spectrum.freeIntegrals(bins: bins)).map { $0.freePrediction($1) }
    }

    /// γ.
    public var gamma: Double { spectrum.index }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double) throws(FitError) -> Double {
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        return chiSquare.value(amplitude: amplitude, predictions: try predictions(mediator))
    }

    /// The least χ² over A ≥ 0, and the A where it is reached.
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``
    public func profile(_ mediator: Mediator?) throws(FitError) -> (chi2: Double, amplitude: Double) {
        let predictions = try predictions(mediator)
        let amplitude = chiSquare.bestAmplitude(predictions: predictions)
        return (chiSquare.value(amplitude: amplitude, predictions: predictions), amplitude)
    }

    /// N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    func predictions(_ mediator: Mediator?) throws(FitError) -> [Double] {
        guard let mediator else { return freePredictions }
        let fluxes: [SIMD3<Double>]
        do { fluxes = try spectrum.integratedFluxes(mediator, bins: bins) } catch { throw .transport(error) }
        var predictions = freePredictions
        for index in predictions.indices {
            predictions[index] = try points[index].prediction(of: setting.flavours(of: fluxes[index]))
        }
        return predictions
    }
}
