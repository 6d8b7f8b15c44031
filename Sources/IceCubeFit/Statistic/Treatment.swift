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

/// The function of the data that a fit minimises.
public enum Statistic: String, Sendable, Hashable, CaseIterable {
    /// χ² of eq. (11) of the paper, with its upper limits and errors as treated by name.
    case chi2
    /// −2 ln L/L_max of asymmetric Gaussians.
    ///
    /// A flux N with errors σ₋, σ₊ has L ∝ exp(−(N_th − N)²/2σ²), σ = σ₊ for a model above it and σ₋ below: the halves
    /// of two Gaussians that join at N, whose norm 2/(√2π (σ₋ + σ₊)) no parameter of the model changes. A limit at
    /// confidence level CL has the half of a Gaussian about zero of which the fraction CL lies below the limit:
    /// L ∝ exp(−N_th²/2σ²) with σ = UL/n, erf(n/√2) = CL. Where the publication states no level it is taken as σ itself.
    case asymmetricGaussian = "asymmetric-gaussian"
}

/// The choices that eq. (11) of the paper leaves open.
public struct Treatment: Sendable, Hashable {
    /// How limits enter χ²; the other statistic has a form of its own for them.
    public var upperLimits: UpperLimitTreatment
    /// Which error enters χ²; the other statistic has both.
    public var errors: ErrorTreatment
    public var statistic: Statistic

    public init(
        upperLimits: UpperLimitTreatment = .oneSided, errors: ErrorTreatment = .mean, statistic: Statistic = .chi2
    ) {
        self.upperLimits = upperLimits
        self.errors = errors
        self.statistic = statistic
    }
}
