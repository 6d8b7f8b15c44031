import ConstraintKit

/// What a measured invisible width of the Z leaves to a Z′ among its neutrinos.
public struct ZInvisibleWidth: Sendable, Hashable {
    /// How much wider than in the Standard Model it may be [MeV].
    public let excess: Double
    public let charges: ChargeMatrix

    /// - Parameters:
    ///   - excess: how much wider than in the Standard Model the invisible width may be [MeV].
    ///   - charges: of the neutrinos.
    public init(excess: Double, charges: ChargeMatrix = .muonMinusTau) {
        self.excess = excess
        self.charges = charges
    }

    /// The couplings that 1304.3460 excludes: Z → νν̄Z′ counted, and the virtual correction that goes with it left out.
    /// Nil outside ``ZDecay/massRange``.
    public func excludedByRealEmission(at mass: Mass) -> CouplingIntervals? {
        ZDecay.realEmission(at: mass).map { excluded(byChange: charges.sumOfSquares * $0) }
    }

    /// The couplings that the width excludes as it is measured; nil outside ``ZDecay/massRange``.
    public func excluded(at mass: Mass) -> CouplingIntervals? { change(at: mass).map(excluded(byChange:)) }

    /// δΓ_inv/(g′² Γ(Z → ν_ℓν̄_ℓ)): the virtual correction, and the real emission as far as the Z′ decays unseen.
    ///
    /// Below 2m_μ the logarithms cancel flavour by flavour: S · 3/16π², S = Σ|Q_αβ|². Above, the Z′ that decay to muons
    /// take their events out of the invisible width, which becomes narrower. Nil outside ``ZDecay/massRange``.
    public func change(at mass: Mass) -> Double? {
        guard let real = ZDecay.realEmission(at: mass), let virtual = ZDecay.virtualCorrection(at: mass) else {
            return nil
        }
        let seen = 1 - Mediator.invisibleFraction(at: mass, charges: charges)
        return charges.sumOfSquares * (real + virtual - seen * real)
    }

    private func excluded(byChange change: Double) -> CouplingIntervals {
        change > 0 ? .withSquare(above: excess / Constants.zToNeutrinos / change) : CouplingIntervals()
    }
}
