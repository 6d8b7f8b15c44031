/// A range of neutrino energies at Earth.
public struct EnergyBin: Sendable, Hashable {
    /// [GeV]
    public let lower: Double
    /// [GeV]
    public let upper: Double

    /// - Parameters:
    ///   - lower: [GeV], above zero.
    ///   - upper: [GeV], above `lower`, finite.
    /// - Throws: ``TransportError/binNotOrdered(lower:upper:)``
    public init(lower: Double, upper: Double) throws(TransportError) {
        guard lower > 0, lower < upper, upper < .infinity else { throw .binNotOrdered(lower: lower, upper: upper) }
        self.lower = lower
        self.upper = upper
    }
}
