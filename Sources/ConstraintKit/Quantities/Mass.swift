/// The mass of the Z′ boson.
@frozen public struct Mass: Sendable, Hashable, Comparable {
    /// [MeV], finite and above zero.
    public let inMeV: Double

    /// - Parameter inMeV: the mass [MeV].
    /// - Throws: ``QuantityError/notPositive(quantity:value:)`` unless it is finite and above zero.
    @inlinable public init(inMeV: Double) throws(QuantityError) {
        guard inMeV > 0, inMeV < .infinity else { throw .notPositive(quantity: "mass", value: inMeV) }
        self.inMeV = inMeV
    }

    /// Reads `6.5MeV`, `0.0065GeV` or `6.5` (which means MeV).
    public init(_ text: String) throws(QuantityError) {
        try self.init(inMeV: EnergyUnit.megaelectronvolt.value(of: text, quantity: "mass"))
    }

    @inlinable public static func < (left: Mass, right: Mass) -> Bool { left.inMeV < right.inMeV }
}
