import VOTable

/// A difference between a measurement and its prediction, as the user states it: `25e-10±6e-10`.
public struct StatedDifference: Sendable, Hashable {
    /// As it was written.
    public let text: String
    public let value: Double
    /// One standard deviation, above zero.
    public let sigma: Double

    /// Reads `VALUE±SIGMA`, or `VALUE+-SIGMA`; nil where a text is neither.
    public init?(_ text: String) {
        let parts = text.replacing("+-", with: "±").split(separator: "±", omittingEmptySubsequences: false)
        guard parts.count == 2, let value = DecimalText.finiteNumber(parts[0]),
            let sigma = DecimalText.finiteNumber(parts[1]), sigma > 0
        else { return nil }
        self.text = text
        self.value = value
        self.sigma = sigma
    }
}
