import ConstraintKit
import Transport

/// A segment that takes part in a fit.
struct FitPoint: Sendable {
    let dataSet: String
    let channel: Channel
    let segment: Segment
    /// Of the segment, where it is a limit.
    let limitLevel: ConfidenceLevel
    let bin: EnergyBin

    init(_ segment: Segment, of dataSet: DataSet) throws(FitError) {
        self.dataSet = dataSet.stem
        self.channel = dataSet.channel
        self.segment = segment
        limitLevel = dataSet.limitConfidenceLevel
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

    /// N_th without interaction at A = 1 [cm⁻² s⁻¹ sr⁻¹]: then the flavours are alike, whatever the mixing.
    func freePrediction(index gamma: Double) -> Double { FreeFlux.integrated(index: gamma, bin: bin) }
}
