import ConstraintKit
import Physics

/// Points that the paper (de la Vega, Peinado and Wudka 2024, arXiv:2406.19968) names: what it states, not what we find.
public struct PublishedPoint: Sendable, Hashable {
    public let name: String
    /// [MeV]
    public let mass: Double
    public let coupling: Double
    public let amplitude: Double
    public let gamma: Double

    /// Sec. V: the global best fit.
    public static let p1 = PublishedPoint(name: "P1", mass: 6.5, coupling: 5e-4, amplitude: 1.5, gamma: 2.5)
    /// Sec. V: the second, almost degenerate minimum.
    public static let p2 = PublishedPoint(name: "P2", mass: 6.5, coupling: 5e-4, amplitude: 1.4, gamma: 2.6)
    /// Fig. 3: at the projected sensitivity of NA64μ with 1e11 muons on target.
    public static let projected = PublishedPoint(
        name: "Fig. 3, solid line", mass: 6.5, coupling: 1e-4, amplitude: 1.4, gamma: 2.6)

    /// A and γ that arXiv:2001.09520 gives for its power law, where the paper writes (1.4, 2.6).
    public static let collaborationFit = (amplitude: 1.66, gamma: 2.53)

    func mediator(_ crossSection: CrossSection) throws(QuantityError) -> Mediator {
        Mediator(mass: try Mass(inMeV: mass), coupling: try Coupling(coupling), crossSection: crossSection)
    }
}
