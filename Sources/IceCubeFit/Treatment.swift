/// How a segment that is an upper limit UL on the flux enters χ².
public enum UpperLimitTreatment: String, Sendable, Hashable, CaseIterable {
    /// ((N_th − UL)/UL)² above the limit, nothing below it: what reproduces the paper's χ²_SM.
    case oneSided = "one-sided"
    /// A measurement 0 ± UL.
    case zeroCentred = "zero-centred"
}

/// Which of a segment's two errors is σ_obs in eq. (11).
public enum ErrorTreatment: String, Sendable, Hashable, CaseIterable {
    /// Their mean: what reproduces the paper's χ²_SM.
    case mean
    /// The upper one where the model is above the measurement, the lower one where it is below.
    case bySide = "by-side"
}

/// What eq. (11) of the paper leaves unsaid.
public struct Treatment: Sendable, Hashable {
    public var upperLimits: UpperLimitTreatment
    public var errors: ErrorTreatment

    public init(upperLimits: UpperLimitTreatment = .oneSided, errors: ErrorTreatment = .mean) {
        self.upperLimits = upperLimits
        self.errors = errors
    }
}
