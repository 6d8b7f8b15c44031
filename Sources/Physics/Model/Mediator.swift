import ConstraintKit

/// The Z′: its mass, its coupling, and how its s-channel cross section is normalised.
public struct Mediator: Sendable, Hashable {
    public var mass: Mass
    public var coupling: Coupling
    public var crossSection: CrossSection

    public init(mass: Mass, coupling: Coupling, crossSection: CrossSection) {
        self.mass = mass
        self.coupling = coupling
        self.crossSection = crossSection
    }

    /// κ = C g′²/m² [eV⁻²]: with E/m² and γ it fixes the spectrum on a narrow line.
    public var strength: Double {
        let mass = mass.inMeV * 1e6
        return crossSection.normalisation * (coupling.value / mass) * (coupling.value / mass)
    }

    /// E_j = m²/2m_j [GeV], where ν_i ν̄_j meets the resonance with the target at rest.
    /// - Parameter neutrinoMass: m_j [eV]; infinite for a massless state, which has no resonance.
    public func resonanceEnergy(neutrinoMass: Double) -> Double {
        mass.inMeV * mass.inMeV * 1e3 / (2 * neutrinoMass)
    }

    /// Γ(Z′ → νν̄) = g′² m S/(24π) [MeV], S = Σ|Q_ij|².
    public func neutrinoWidth(charges: ChargeMatrix = .muonMinusTau) -> Double {
        coupling.value * coupling.value * mass.inMeV * charges.sumOfSquares / (24 * .pi)
    }

    /// Γ(Z′ → μμ, ττ) [MeV]: each q_ℓ² g′² m/(12π) (1 + 2r) √(1 − 4r), r = m_ℓ²/m², above its threshold; none of a force
    /// among neutrinos alone.
    public func chargedLeptonWidth(charges: ChargeMatrix = .muonMinusTau) -> Double {
        Self.chargedLeptonChannels(at: mass, charges) / (12 * .pi) * mass.inMeV * coupling.value * coupling.value
    }

    /// Γ [MeV], all channels.
    public func width(charges: ChargeMatrix = .muonMinusTau) -> Double {
        neutrinoWidth(charges: charges) + chargedLeptonWidth(charges: charges)
    }

    /// Γ(Z′ → νν̄)/Γ: 1 below 2m_μ, and of a force among neutrinos alone.
    public func invisibleFraction(charges: ChargeMatrix = .muonMinusTau) -> Double {
        Self.invisibleFraction(at: mass, charges: charges)
    }

    /// The same at a mass: no coupling enters.
    public static func invisibleFraction(at mass: Mass, charges: ChargeMatrix = .muonMinusTau) -> Double {
        // In units of g′² m/(12π), so that no coupling is too large.
        let invisible = charges.sumOfSquares / 2
        return invisible / (invisible + chargedLeptonChannels(at: mass, charges))
    }

    /// σ_ij(s) [MeV⁻²] to all final states, s-channel:
    /// C g′⁴ |Q_ij|² (S/2) (Γ/Γ_ν) s / ((s − m²)² + m²Γ²). Eq. (2) of the paper.
    /// - Parameters:
    ///   - square: s [MeV²].
    ///   - chargeSquare: |Q_ij|² in the mass basis.
    public func crossSection(square s: Double, chargeSquare: Double, charges: ChargeMatrix = .muonMinusTau) -> Double {
        let m2 = mass.inMeV * mass.inMeV
        let width = width(charges: charges)
        let g2 = coupling.value * coupling.value
        let channels = charges.sumOfSquares / 2 / invisibleFraction(charges: charges)
        return crossSection.normalisation * g2 * g2 * chargeSquare * channels * s
            / ((s - m2) * (s - m2) + m2 * width * width)
    }

    /// Σ q_ℓ² (1 + 2r) √(1 − 4r) over μ and τ: the open channels, each q_ℓ² far above its threshold.
    private static func chargedLeptonChannels(at mass: Mass, _ charges: ChargeMatrix) -> Double {
        guard charges.areOfChargedLeptonsToo else { return 0 }
        let (muon, tau) = (charges.charge(of: .muon), charges.charge(of: .tau))
        return muon * muon * phaseSpace(Constants.muonMass / mass.inMeV)
            + tau * tau * phaseSpace(Constants.tauMass / mass.inMeV)
    }

    private static func phaseSpace(_ leptonMassRatio: Double) -> Double {
        let r = leptonMassRatio * leptonMassRatio
        return r < 0.25 ? (1 + 2 * r) * (1 - 4 * r).squareRoot() : 0
    }
}

extension CrossSection {
    /// C: 2/(3π), 1/(6π), 1/(12π).
    public var normalisation: Double {
        switch self {
        case .paper: 2 / (3 * .pi)
        case .majorana: 1 / (6 * .pi)
        case .dirac: 1 / (12 * .pi)
        }
    }
}
