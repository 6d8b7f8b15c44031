/// How the data of a pseudo-experiment are drawn from what a model predicts.
public struct ToyRecipe: Sendable, Hashable {
    /// How wide a flux scatters about its prediction.
    public enum Widths: String, Sendable, Hashable, CaseIterable {
        /// By the errors of the data as they are.
        case asMeasured = "as-measured"
        /// By these times √(predicted/measured), as numbers of events would; a prediction of a tenth of what was measured, or
        /// less, as one of a tenth.
        case asPredicted = "as-predicted"
    }

    /// What becomes of a segment that is an upper limit.
    public enum Limits: String, Sendable, Hashable, CaseIterable {
        /// The limit stays what it is: the segment adds to χ² what it would with the data.
        case kept
        /// A flux is drawn with an error σ, that of a half Gaussian about zero of which the limit holds its level L:
        /// σ = limit/Φ⁻¹((1 + L)/2), or the limit itself where no level is stated. The limit of the pseudo-experiment lies as far
        /// above the flux, or above zero where that is negative, as the data's lies above zero.
        case redrawn
    }

    public var widths: Widths
    public var limits: Limits

    public init(widths: Widths = .asMeasured, limits: Limits = .kept) { (self.widths, self.limits) = (widths, limits) }
}
