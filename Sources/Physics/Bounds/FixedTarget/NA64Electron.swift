import ConstraintKit

/// NA64-e: electrons of 100 GeV that end in lead, and half their energy missing; the Z′ couples to them by its mixing
/// with the photon, ε e.
///
/// The efficiency is the one number that makes the limit of 2019 (1906.00176, 2.84e11 electrons) stand where its
/// digitised curve has it at 3.183 MeV. Below 1 MeV, where the curve ends, nothing else is needed.
public enum NA64Electron {
    /// The masses it is computed for [MeV]. Above, positrons of the shower that annihilate make more of them (2108.04195).
    public static let massRange = 1e-3...200
    /// Electrons on target: of the anchor, and of the limit of 2024 (2404.06982).
    public static let anchorElectrons = 2.84e11
    public static let electronsOnTarget = 9.37e11

    /// Less than 50 GeV of 100 in the calorimeter.
    public static let measured = AnchoredSearch(
        MissingEnergySearch(
            process: VectorBremsstrahlung(leptonMass: Constants.electronMass, beamEnergy: 100e3, target: .lead),
            leastFraction: 0.5, passage: .stopped),
        YieldTable(leptonMass: Constants.electronMass, upTo: massRange.upperBound, logarithms: yields),
        exposure: anchorElectrons, atMass: 3.183,
        leptonCoupling: 9.213e-4 * abs(NaturalMixing.perCoupling) * Constants.elementaryCharge,
        events: CountingLimit.noEvents(at: 0.9))

    /// The couplings that are excluded; nil outside ``massRange``.
    ///
    /// What decays to electrons or muons is seen. The decay to electrons goes as (eε)² and the others as g′²: with an ε that
    /// goes with g′ it is nothing, with a fixed one it takes over at small g′, where nothing is excluded.
    /// - Parameters:
    ///   - events: the signal that is excluded, from ``CountingLimit``; 2.303 at 90 % without a background.
    ///   - mixing: of a Z′ on its shell; its size is what counts, whatever its sign.
    public static func excluded(
        at mass: Mass, events: Double, electronsOnTarget: Double = electronsOnTarget, mixing: MixingStrength,
        charges: ChargeMatrix = .muonMinusTau
    ) -> CouplingIntervals? {
        guard massRange.contains(mass.inMeV) else { return nil }
        // In units of m/(12π): widths over g′², and over ε² that to electrons.
        let invisible = charges.sumOfSquares / 2
        guard invisible > 0 else { return CouplingIntervals() }
        let charged = invisible / Mediator.invisibleFraction(at: mass, charges: charges)
        let electrons = Constants.elementaryCharge * Constants.elementaryCharge * electronPhaseSpace(at: mass)
        let least = measured.leptonCoupling(mass: mass.inMeV, events: events, exposure: electronsOnTarget, unseen: 1)
        let square = least * least / (Constants.elementaryCharge * Constants.elementaryCharge)
        guard square < .infinity else { return CouplingIntervals() }
        switch mixing {
        case .perCoupling(let ratio):
            let unseen = invisible / (charged + electrons * ratio * ratio)
            return mixing.couplings(whereMixingExceeds: (square / unseen).squareRoot())
        case .constant(let epsilon):
            // ε² Br(g′) reaches the limit: linear in g′².
            let surplus = epsilon * epsilon * invisible - square * charged
            guard surplus > 0 else { return CouplingIntervals() }
            return .withSquare(above: square * electrons * epsilon * epsilon / surplus)
        }
    }

    /// (1 + 2r) √(1 − 4r), r = m_e²/m²; 0 below the threshold.
    private static func electronPhaseSpace(at mass: Mass) -> Double {
        let ratio = Constants.electronMass / mass.inMeV
        let r = ratio * ratio
        return r < 0.25 ? (1 + 2 * r) * (1 - 4 * r).squareRoot() : 0
    }

    /// What ``YieldTable/init(of:_:upTo:count:)`` finds with the exact amplitude. A flux of real photons would be 27 % too
    /// small for a boson much lighter than the electron and 44 % too large at 200 MeV.
    private static let yields = [
        1.46442488, 1.43107024, 1.33033999, 1.15986501, 0.91278105, 0.57749762, 0.14231902,
        -0.39766544, -1.03528073, -1.75370373, -2.53225656, -3.35170111, -4.19640448, -5.04838809,
        -5.87232531, -6.61952078, -7.24755727, -7.72307266, -8.02001932, -8.12105653,
    ]
}
