import Physics
import Transport

/// A fit at several spectral indices, whose spectra a solver may compute together.
struct PreparedFits: Sendable {
    let points: [FitPoint]
    let chiSquare: ChiSquare
    let indices: [Double]
    /// N_th of each point without interaction, at A = 1 [cm⁻² s⁻¹ sr⁻¹], for each index.
    let freePredictions: [[Double]]
    private let bins: [EnergyBin]
    private let setting: TransportSetting
    private let spectra: any SpectraAtIndices

    init(
        points: [FitPoint], chiSquare: ChiSquare, solver: any TransportSolver, indices: [Double]
    ) throws(FitError) {
        for gamma in indices where !FitPrecision.usableIndices.contains(gamma) { throw .unusableIndex(gamma) }
        self.points = points
        self.chiSquare = chiSquare
        self.indices = indices
        bins = points.map(\.bin)
        setting = solver.setting
        do { spectra = try solver.prepared(indices: indices) } catch { throw .transport(error) }
        freePredictions = spectra.freeIntegrals(bins: bins).map { integrals in
            zip(points, integrals).map { $0.freePrediction($1) }
        }
    }

    /// N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13), for each index.
    /// - Parameter mediator: nil: no interaction.
    func predictions(_ mediator: Mediator?) throws(FitError) -> [[Double]] {
        guard let mediator else { return freePredictions }
        let fluxes: [[SIMD3<Double>]]
        do { fluxes = try spectra.integratedFluxes(mediator, bins: bins) } catch { throw .transport(error) }
        var predictions = freePredictions
        for node in predictions.indices {
            for index in points.indices {
                predictions[node][index] = try points[index].prediction(
                    of: setting.flavours(of: fluxes[node][index]))
            }
        }
        return predictions
    }
}

extension FitPoint {
    /// What the segment's channel sees of the fluxes of ν_e, ν_μ, ν_τ [cm⁻² s⁻¹ sr⁻¹].
    func prediction(of flavours: SIMD3<Double>) throws(FitError) -> Double {
        let flux = channel.flux(of: flavours)
        guard flux >= 0, flux < .infinity else {
            throw .unusablePrediction(flux, stem: dataSet, lowerEdge: segment.lowerEdge)
        }
        return flux
    }
}
