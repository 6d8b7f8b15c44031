import ConstraintKit
import RealModule

/// The kinetic mixing with the photon that muon and tau loops give below the muon mass.
public enum NaturalMixing {
    /// ε/g′ = −(e/12π²) ln(m_τ²/m_μ²) ≈ −1/69.3, e = √(4πα).
    public static let perCoupling: Double = {
        let charge = (4 * .pi * Constants.fineStructure).squareRoot()
        return -charge / (12 * .pi * .pi) * 2 * Double.log(Constants.tauMass / Constants.muonMass)
    }()
}

extension KineticMixing {
    /// ε/g′.
    public var perCoupling: Double {
        switch self {
        case .none: 0
        case .natural: NaturalMixing.perCoupling
        case .ratio(let ratio): ratio
        }
    }
}
