import ConstraintKit

/// A search for K⁺ → μ⁺ and nothing else seen, as a limit on the branching ratio of K⁺ → μ⁺νZ′ with an unseen Z′.
public struct KaonSearch: Sendable, Hashable {
    /// The greatest branching ratio of decays that the search would have seen, at 90 % confidence.
    public let branchingRatioLimit: Double
    /// Which decays it would have seen: those with (p_ν+q)² above this [MeV²].
    public let missingMassSquaredCut: Double
    /// The masses it was interpreted for [MeV].
    public let massRange: ClosedRange<Double>

    /// - Parameters: see the properties of the same names.
    public init(branchingRatioLimit: Double, missingMassSquaredCut: Double, massRange: ClosedRange<Double>) {
        self.branchingRatioLimit = branchingRatioLimit
        self.missingMassSquaredCut = missingMassSquaredCut
        self.massRange = massRange
    }

    /// Pang et al. 1973 (Phys. Rev. D 8, 1989): Br(K → μνν̄ν) < 6e-6 for a muon spectrum of its own, taken for any.
    public static let pang1973 = KaonSearch(
        branchingRatioLimit: 6e-6, missingMassSquaredCut: 0, massRange: KaonDecay.massRange)

    /// E949 2016 (1606.09054): Br(K → μνν̄ν) < 2.4e-6 for the Standard Model's muon spectrum, taken for any.
    public static let e949 = KaonSearch(
        branchingRatioLimit: 2.4e-6, missingMassSquaredCut: 0, massRange: KaonDecay.massRange)

    /// NA62 2021 (2101.12304), K → μνX for 10 to 370 MeV, reconstructed: the published limits lie between O(1e-5) at the
    /// lightest and O(1e-7) at the heaviest X. They are taken to go as the inverse of the fraction of decays above a
    /// missing mass squared of 0.1 GeV² (recalled, not read), and fixed to 1e-5 at 10 MeV, where that fraction is 0.020.
    public static let na62 = KaonSearch(
        branchingRatioLimit: 2.0e-7, missingMassSquaredCut: 1e5, massRange: 10...370)

    /// The couplings the search excludes; nil at masses it says nothing about.
    ///
    /// The charges of L_μ − L_τ radiate off both legs; any others are of neutrinos alone, and their current is not
    /// conserved. Above 2m_μ only the Z′ that decay to neutrinos are unseen.
    public func excluded(at mass: Mass, charges: ChargeMatrix = .muonMinusTau) -> CouplingIntervals? {
        guard massRange.contains(mass.inMeV),
            let width = KaonDecay.relativeWidth(
                at: mass, charges.areOfChargedLeptonsToo ? .conservedCurrent : .neutrinoOnly,
                missingMassSquaredAbove: missingMassSquaredCut)
        else { return nil }
        // A ν_μ of charges Q_μβ becomes each flavour β in its turn.
        let seen = width * charges.sumOfSquares(of: .muon)
        let unseen = seen * Mediator.invisibleFraction(at: mass, charges: charges)
        return .withSquare(above: branchingRatioLimit / Constants.kaonToMuonNeutrino / unseen)
    }
}
