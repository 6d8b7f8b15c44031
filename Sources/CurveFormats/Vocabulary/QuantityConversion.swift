import ConstraintKit
import Physics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension CurveQuantity {
    /// Whether the kinetic mixing must be known to make g′ of it.
    var needsMixing: Bool { self == .epsilon || self == .epsilonSquared }

    /// The power of this quantity that g′ goes with.
    var power: Double { self == .coupling || self == .epsilon ? 1 : 0.5 }

    /// g′ for a value of this quantity; NaN for one without a real root.
    ///
    /// α′ = g′²/4π, and ε by the ratio of the kinetic mixing: |ε| = r g′.
    /// - Parameter mixingRatio: |ε|/g′, above zero; used by the quantities that ``needsMixing``.
    @inlinable func coupling(_ value: Double, mixingRatio: Double) -> Double {
        switch self {
        case .coupling: value
        case .couplingSquared: value.squareRoot()
        case .alphaPrime: (4 * Double.pi * value).squareRoot()
        case .alphaRatio: (4 * Double.pi * Constants.fineStructure * value).squareRoot()
        case .epsilon: value / mixingRatio
        case .epsilonSquared: value.squareRoot() / mixingRatio
        }
    }
}

extension KineticMixing {
    /// |ε|/g′; nil without mixing, and where ε does not go with g′. Running mixing as it is at q² = 0.
    var absoluteRatio: Double? {
        guard case .perCoupling(let ratio)? = strength(), ratio != 0 else { return nil }
        return abs(ratio)
    }
}

/// 10^x.
@usableFromInline func powerOfTen(_ x: Double) -> Double { pow(10, x) }

/// log₁₀ of a ratio.
func decadesBetween(_ first: Double, _ second: Double) -> Double {
    let ratio = second / first
    return ratio.isNormal ? log10(ratio) : log10(second) - log10(first)
}
