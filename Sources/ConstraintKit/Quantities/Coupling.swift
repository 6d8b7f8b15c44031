/// The gauge coupling g′ of L = g′ Z′_α (μ̄γ^αμ + ν̄_μγ^αP_Lν_μ − τ̄γ^ατ − ν̄_τγ^αP_Lν_τ).
@frozen public struct Coupling: Sendable, Hashable, Comparable {
    /// g′, dimensionless, finite and above zero.
    public let value: Double

    /// - Throws: ``QuantityError/notPositive(quantity:value:)`` unless it is finite and above zero.
    @inlinable public init(_ value: Double) throws(QuantityError) {
        guard value > 0, value < .infinity else { throw .notPositive(quantity: "coupling", value: value) }
        self.value = value
    }

    /// Reads `4.5e-4`.
    public init(_ text: String) throws(QuantityError) {
        let number = text.trimmingSpaces
        // Decimal digits to its end: hexadecimal ones, and what stands behind a NUL, are no number here.
        guard !number.isEmpty, number.indexAfterLeadingNumber == number.endIndex, let value = Double(number) else {
            throw .notANumber(quantity: "coupling", text: text)
        }
        try self.init(value)
    }

    @inlinable public static func < (left: Coupling, right: Coupling) -> Bool { left.value < right.value }
}
