import ConstraintKit

/// A measured rate of neutrino tridents relative to the Standard Model's, and the trident as it was measured.
public struct TridentMeasurement: Sendable {
    /// σ/σ_SM and its error.
    public let ratio: Double
    public let sigma: Double
    public let trident: NeutrinoTrident

    public init(ratio: Double, sigma: Double, trident: NeutrinoTrident) {
        self.ratio = ratio
        self.sigma = sigma
        self.trident = trident
    }

    /// CCFR 1991 (Phys. Rev. Lett. 66, 3117): 0.82 ± 0.28, on iron at a mean energy of 160 GeV.
    public static let ccfr = TridentMeasurement(
        ratio: 0.82, sigma: 0.28, trident: NeutrinoTrident(energy: 160e3, target: [.iron]))

    /// CHARM-II 1990 (Phys. Lett. B 245, 271): 1.58 ± 0.57, on glass at a mean energy of 20 GeV.
    public static let charm2 = TridentMeasurement(
        ratio: 1.58, sigma: 0.57, trident: NeutrinoTrident(energy: 20e3, target: Nucleus.glass))

    /// The couplings that take the ratio above the measured one by more than n errors, n = 2 as 1406.2332 has it; nil outside
    /// ``NeutrinoTrident/massRange``.
    ///
    /// A muon of charge q_μ and its neutrino exchange q_μ² g′² for the g′² of L_μ − L_τ. Charges that muons don't have are not
    /// for it.
    public func excluded(
        at mass: Mass, deviations: Double = 2, charges: ChargeMatrix = .muonMinusTau
    ) -> CouplingIntervals? {
        rate(at: mass, charges: charges)?.excluded(outside: 0...max(1, ratio + deviations * sigma))
    }

    /// ln L of a coupling less the greatest of any, of a normal error; nil outside ``NeutrinoTrident/massRange``.
    public func logLikelihood(
        at mass: Mass, charges: ChargeMatrix = .muonMinusTau
    ) -> (@Sendable (Coupling) -> Double)? {
        guard let rate = rate(at: mass, charges: charges) else { return nil }
        return { [ratio, sigma] in rate.logLikelihood(of: ratio, sigma: sigma, at: $0) }
    }

    private func rate(at mass: Mass, charges: ChargeMatrix) -> RelativeRate? {
        guard let unit = trident.rate(at: mass) else { return nil }
        let square = charges.charge(of: .muon) * charges.charge(of: .muon)
        return RelativeRate(linear: unit.linear * square, quadratic: unit.quadratic * square * square)
    }
}
