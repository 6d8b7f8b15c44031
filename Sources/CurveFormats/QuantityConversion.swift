import ConstraintKit

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

    /// g′ for a value of this quantity; NaN for one without a real root.
    ///
    /// α′ = g′²/4π, and ε by the ratio of the kinetic mixing: |ε| = r g′.
    /// - Parameter mixingRatio: |ε|/g′, above zero; used by the quantities that ``needsMixing``.
    func coupling(_ value: Double, mixingRatio: Double) -> Double {
        switch self {
        case .coupling: value
        case .couplingSquared: value.squareRoot()
        case .alphaPrime: (4 * Double.pi * value).squareRoot()
        case .alphaRatio: (4 * Double.pi * fineStructure * value).squareRoot()
        case .epsilon: value / mixingRatio
        case .epsilonSquared: value.squareRoot() / mixingRatio
        }
    }
}

extension KineticMixing {
    /// |ε|/g′; nil without mixing.
    ///
    /// Natural: e/(12π²) ln(m_τ²/m_μ²), from the loops of muon and tau.
    var absoluteRatio: Double? {
        switch self {
        case .none: nil
        case .natural:
            (4 * Double.pi * fineStructure).squareRoot() / (12 * Double.pi * Double.pi) * 2 * log(tauMass / muonMass)
        case .ratio(let ratio): ratio == 0 ? nil : abs(ratio)
        }
    }
}

/// CODATA 2018.
private let fineStructure = 1 / 137.035999084
/// [MeV] PDG 2024.
private let muonMass = 105.6583755
private let tauMass = 1776.93

/// 10^x.
func powerOfTen(_ x: Double) -> Double { pow(10, x) }

/// log₁₀ of a ratio.
func decadesBetween(_ first: Double, _ second: Double) -> Double { log10(second / first) }
