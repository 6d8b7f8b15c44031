/// A quantity given from outside that cannot be used.
public enum QuantityError: Error, Sendable, Hashable {
    /// The text holds no number: `quantity` says what was being read, `text` what was found.
    case notANumber(quantity: String, text: String)
    /// The number is followed by something that is not a unit of energy.
    case unknownUnit(quantity: String, text: String, unit: String)
    /// The number is zero, negative, infinite or not a number.
    case notPositive(quantity: String, value: Double)
}
