/// A range of neutrino energies at Earth.
public struct EnergyBin: Sendable, Hashable {
    /// [GeV]
    public let lower: Double
    /// [GeV]
    public let upper: Double

    /// - Parameters:
    ///   - lower: [GeV].
    ///   - upper: [GeV], above `lower`.
    /// - Throws: ``TransportError/binOutOfRange(lower:upper:allowed:)``
    public init(lower: Double, upper: Double) throws(TransportError) {
        guard lower < upper, Self.allowed.contains(lower), Self.allowed.contains(upper) else {
            throw .binOutOfRange(lower: lower, upper: upper, allowed: Self.allowed)
        }
        self.lower = lower
        self.upper = upper
    }

    /// [GeV]: from far below any detector's threshold to beyond the Planck scale; powers of it stay numbers.
    public static let allowed = 1e-6...1e20
}
