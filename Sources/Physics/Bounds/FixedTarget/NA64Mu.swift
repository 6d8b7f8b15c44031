import ConstraintKit
import RealModule

/// NA64μ: muons of 160 GeV on lead, one muon of less than half their energy behind it, and nothing else.
///
/// Cut and exposure of 2401.01708. The efficiency is the one number that makes the limit stand at g′ = 5e-4 for
/// 6.5 MeV, as de la Vega, Peinado and Wudka draw it.
public enum NA64Mu {
    /// The masses it is computed for [MeV].
    public static let massRange = 1e-3...3e3
    /// Muons on target of the limit of 2024.
    public static let muonsOnTarget = 1.98e10

    /// A recoil muon below 80 GeV, forty radiation lengths of lead.
    public static let measured = AnchoredSearch(
        MissingEnergySearch(
            process: VectorBremsstrahlung(leptonMass: Constants.muonMass, beamEnergy: 160e3, target: .lead),
            leastFraction: 0.5, passage: .through(radiationLengths: 40)),
        YieldTable(leptonMass: Constants.muonMass, upTo: massRange.upperBound, logarithms: yields),
        exposure: muonsOnTarget, atMass: 6.5, leptonCoupling: 5e-4, events: CountingLimit.noEvents(at: 0.9))

    /// The least g′ that is excluded; nil outside ``massRange`` and for charges that muons don't have.
    ///
    /// Above 2m_μ only what decays to neutrinos is missing. Mixing with the photon changes the muon's coupling by 0.4 %
    /// where it is natural, and is left out.
    /// - Parameters:
    ///   - events: the signal that is excluded, from ``CountingLimit``; 2.303 at 90 % without a background.
    ///   - muonsOnTarget: how many muons it is for; their efficiency is that of 2024.
    public static func limit(
        at mass: Mass, events: Double, muonsOnTarget: Double = muonsOnTarget, charges: ChargeMatrix = .muonMinusTau
    ) -> Double? {
        guard massRange.contains(mass.inMeV), charges.areOfChargedLeptonsToo else { return nil }
        let unseen = Mediator.invisibleFraction(at: mass, charges: charges)
        let coupling = measured.leptonCoupling(
            mass: mass.inMeV, events: events, exposure: muonsOnTarget, unseen: unseen)
        return coupling / abs(charges.charge(of: .muon))
    }

    /// The couplings that are excluded: those from ``limit(at:events:muonsOnTarget:charges:)`` on, none where the muon has no
    /// charge; nil where it is not computed.
    public static func excluded(
        at mass: Mass, events: Double, muonsOnTarget: Double = muonsOnTarget, charges: ChargeMatrix = .muonMinusTau
    ) -> CouplingIntervals? {
        limit(at: mass, events: events, muonsOnTarget: muonsOnTarget, charges: charges).map {
            .withSquare(above: $0 * $0)
        }
    }

    /// How many times the efficiency of 2024 a stated limit takes: 5.0 for g′ = 1e-4 at 6.5 MeV with 1e11 muons, 3.1 for
    /// 4e-5 with 1e12.
    public static func relativeEfficiency(
        reaching coupling: Coupling, at mass: Mass, events: Double, muonsOnTarget: Double
    ) -> Double? {
        limit(at: mass, events: events, muonsOnTarget: muonsOnTarget).map {
            $0 * $0 / (coupling.value * coupling.value)
        }
    }

    /// What ``YieldTable/init(of:_:upTo:count:)`` finds with a flux of real photons, which is within 0.3 % of the exact
    /// amplitude up to 100 MeV and 1.3 % up to 3 GeV.
    private static let yields = [
        -4.80919525, -4.84726591, -4.95967079, -5.14136986, -5.38700220, -5.69419463, -6.06394450,
        -6.49897106, -7.00167998, -7.57252831, -8.20921393, -8.90647951, -9.65550420, -10.44204066,
        -11.24265082, -12.01989658, -12.72044305, -13.28132755, -13.64427745, -13.76981131,
    ]
}
