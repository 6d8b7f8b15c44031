import ConstraintKit

/// What the thermal history of a Z′ depends on.
public struct NeffModel: Sendable, Hashable {
    /// m [MeV].
    public var mass: Double
    /// g′.
    public var coupling: Double
    /// |ε| √((1 + 2r)√(1 − 4r)), r = m_e²/m²: what the decay to electrons goes by, ε being the mixing with the photon.
    public var electronMixing: Double
    /// A factor on every rate at which Z′ are made and decay. All are quadratic in g′ and ε, so that a factor 3 is the
    /// same as √3 in both.
    public var rates = 1.0
    /// Whether νν̄ → Z′ goes on once neutrinos are free, below ``neutrinosFree``. Without it only the Z′ made earlier
    /// count, by muons and by neutrinos that electrons still held in equilibrium, and what they heat when they become
    /// slow is lost too: N_eff comes out as a lower bound.
    public var freezeIn = true
    /// Whether fermions from the decays find states taken: Γ → Γ⟨1 − f − f̄⟩.
    public var pauliBlocking = false

    public init(mass: Mass, coupling: Coupling, mixing: Double) {
        self.init(mass: mass.inMeV, coupling: coupling.value, mixing: mixing)
    }

    init(mass: Double, coupling: Double, mixing: Double) {
        self.init(mass: mass, coupling: coupling, electronMixing: abs(mixing) * Self.electronOpening(mass: mass))
    }

    init(mass: Double, coupling: Double, electronMixing: Double) {
        self.mass = mass
        self.coupling = coupling
        self.electronMixing = electronMixing
    }

    /// No Z′: its mass is of no consequence.
    static let standardModel = NeffModel(mass: 1, coupling: 0, mixing: 0)

    /// T_γ at which electrons lose hold of the neutrinos [MeV].
    public static let neutrinosFree = 2.0

    /// Γ(Z′ → νν̄) = g′² m/(12π) [MeV], of the muon's and the tau's neutrinos.
    public var neutrinoWidth: Double { rates * coupling * coupling * mass / (12 * .pi) }

    /// Γ(Z′ → e⁺e⁻) = (α ε² m/3)(1 + 2r) √(1 − 4r) [MeV]; 0 below 2m_e.
    public var electronWidth: Double { rates * Constants.fineStructure * electronMixing * electronMixing * mass / 3 }

    /// √((1 + 2r) √(1 − 4r)), r = m_e²/m²; 0 below 2m_e.
    static func electronOpening(mass: Double) -> Double {
        let ratio = Constants.electronMass / mass
        let r = ratio * ratio
        return r < 0.25 ? ((1 + 2 * r) * (1 - 4 * r).squareRoot()).squareRoot() : 0
    }
}
