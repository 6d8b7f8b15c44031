/// One of the two columns that make a row of a table a point, and how its values become masses in MeV or couplings g′.
///
/// What a loop over rows calls is inlinable: this module is built without the optimiser, the loop is not.
public struct PointAxis: Sendable, Hashable {
    /// From 0.
    public let column: Int
    /// The power of ten by which decimals are moved when they are read, so that 0.0065 GeV is 6.5 MeV to the last bit.
    public let shift: Int
    @usableFromInline let factor: Double
    /// The power of ten behind a common logarithm; nil for plain values.
    @usableFromInline let powerOfLogarithm: Int?
    @usableFromInline let quantity: CurveQuantity
    @usableFromInline let mixingRatio: Double

    /// Masses.
    init(column: Int, massUnit: MassUnit, isLogarithmic: Bool) {
        self.column = column
        shift = isLogarithmic ? 0 : massUnit.exponent
        factor = massUnit.factor
        powerOfLogarithm = isLogarithmic ? massUnit.exponent : nil
        (quantity, mixingRatio) = (.coupling, 1)
    }

    /// Couplings.
    init(column: Int, unit: NumberUnit, isLogarithmic: Bool, _ quantity: CurveQuantity, mixingRatio: Double) {
        self.column = column
        shift = isLogarithmic ? 0 : unit.exponent
        factor = unit.factor
        powerOfLogarithm = isLogarithmic ? unit.exponent : nil
        (self.quantity, self.mixingRatio) = (quantity, mixingRatio)
    }

    /// Whether ``value(_:)`` changes nothing.
    @inlinable public var isPlain: Bool { powerOfLogarithm == nil && factor == 1 && quantity == .coupling }

    /// The mass [MeV] or coupling for a number whose decimals were moved by ``shift``.
    @inlinable public func value(_ number: Double) -> Double {
        let plain = powerOfLogarithm.map { powerOfTen(number + Double($0)) } ?? number
        return quantity.coupling(plain * factor, mixingRatio: mixingRatio)
    }

    /// The mass [MeV] or coupling for a number as its column has it.
    @inlinable public func value(asRead number: Double) -> Double { value(shiftingDecimalPoint(of: number, by: shift)) }
}
