import ConstraintKit
import Transport

/// A segment that takes part in a fit.
struct FitPoint: Sendable {
    let dataSet: String
    let isProvisional: Bool
    let channel: Channel
    let segment: Segment
    /// Of the segment, where it is a limit.
    let limitLevel: ConfidenceLevel
    let bin: EnergyBin
    /// The flux that the channel sees without interaction, over that of all flavours alike: 1 where the sources make them so.
    let freeShare: Double

    init(_ segment: Segment, of dataSet: DataSet, in setting: TransportSetting) throws(FitError) {
        self.dataSet = dataSet.stem
        isProvisional = dataSet.isProvisional
        self.channel = dataSet.channel
        self.segment = segment
        limitLevel = dataSet.limitConfidenceLevel
        freeShare = dataSet.channel.flux(of: setting.flavours(of: setting.freeStates))
        do { bin = try EnergyBin(lower: segment.lowerEdge, upper: segment.upperEdge) } catch {
            throw .transport(error)
        }
    }

    /// N_obs [cm⁻² s⁻¹ sr⁻¹], eq. (12), or that of the limit.
    var measured: Double {
        switch segment.measurement {
        case .flux(let flux, _, _): flux * segment.integral
        case .upperLimit(let limit): limit * segment.integral
        }
    }

    /// N_th without interaction at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    func freePrediction(index gamma: Double) -> Double { freePrediction(FreeFlux.integrated(index: gamma, bin: bin)) }

    /// The same of any spectrum.
    /// - Parameter integral: of the flux of the mean over mass states [cm⁻² s⁻¹ sr⁻¹].
    /// - Returns: above zero, so that there is a ratio to it where a spectrum ends below the bin.
    func freePrediction(_ integral: Double) -> Double { max(freeShare * integral, .leastNormalMagnitude) }
}
