import ConstraintKit
import Testing

@testable import Physics

extension PageCheck {
    /// What the pages of anomalous moments, Borexino, white dwarfs, tridents and fixed targets print.
    static let scattering: [PageCheck] = moments + borexino + whiteDwarfs + tridents + fixedTargets

    private static let mixing = NaturalMixing.perCoupling

    private static let moments = [
        PageCheck("AnomalousMomentBound", "WP20 ±2σ at 6.5 MeV; WP25 + 2σ") {
            try [(25.1, 5.9, -2.0), (25.1, 5.9, 2), (3.85, 6.37, 2)].map { center, error, deviations in
                MuonGMinus2.coupling(anomaly: (center + deviations * error) * 1e-10, at: try mass(6.5))
            }
        },
        PageCheck("AnomalousMomentBound", "electron, light Z′, natural mixing, Δa + 2σ = 6.6e-13") {
            let loop = ElectronGMinus2.anomalyPerSquaredCoupling(try mass(1e-5), mixingPerCoupling: mixing)
            return [try edge(ElectronGMinus2.rubidium.excluded(above: 2, loop: loop))]
        },
    ]

    private static let borexino = [
        PageCheck("BorexinoBound", "6.5 MeV, here", columns: 1...6) {
            try [1.09, 1.10, 1.18, 1.40].map { try beryllium(.beryllium, above: $0, at: 6.5) }
                + [1.10, 1.40].map { try beryllium(allRecoils, above: $0, at: 6.5) }
        },
        PageCheck("BorexinoBound", "1 MeV, here", columns: 1...6) {
            try [1.09, 1.10].map { try beryllium(.beryllium, above: $0, at: 1) }
        },
    ]

    private static let allRecoils = SolarElectronScattering(
        energy: 0.862, window: 0...1, shares: SIMD3(0.54, 0.23, 0.23))

    private static func beryllium(
        _ scattering: SolarElectronScattering, above ratio: Double, at inMeV: Double
    ) throws -> Double {
        let rate = scattering.rate(at: try mass(inMeV), mixingPerCoupling: mixing)
        return try edge(try #require(rate).excluded(outside: 0...ratio))
    }

    private static let whiteDwarfs = [("1.30", 1.30), ("1.87", 1.87)].map { label, allowed in
        PageCheck("WhiteDwarfBound", label) {
            let rate = WhiteDwarfCooling.rate(at: try mass(10), mixingPerCoupling: mixing)
            return [try edge(try #require(rate).excluded(outside: 0...allowed)) / 10]
        }
    }

    private static let tridents = [
        PageCheck(
            "TridentBound", "σ_γν, contact, at ŝ/m_μ² = 30, 100, 1000, vector (unit G_F² α m_μ²/2π²)"
        ) { [30, 100, 1000].map { NeutrinoTridentTests.crossSection(square: $0, isAxial: false) } },
        PageCheck("TridentBound", "the same, axial") {
            [30, 100, 1000].map { NeutrinoTridentTests.crossSection(square: $0, isAxial: true) }
        },
        PageCheck("TridentBound", "σ_SM/σ(C_V = C_A = 1), CCFR") {
            let trident = TridentMeasurement.ccfr.trident
            return [trident.standardCrossSection / trident.chargedCurrentCrossSection]
        },
        PageCheck("TridentBound", "heavy Z′, m/g′") {
            [1e3 / (try edge(TridentMeasurement.ccfr.excluded(at: try mass(1e6))))]
        },
        PageCheck("TridentBound", "here", columns: 1...8) {
            try [1, 6.5, 31.6, 100, 316, 1000, 3162, 1e4].map {
                try edge(TridentMeasurement.ccfr.excluded(at: try mass($0)))
            }
        },
    ]

    private static let fixedTargets = [
        PageCheck("NA64Bound", "NA64μ, 1e11 and 1e12 muons at the efficiency of 2024", columns: 1...1) {
            let events = CountingLimit.noEvents(at: 0.9)
            let limits = try [1e11, 1e12].map {
                try #require(NA64Mu.limit(at: try mass(6.5), events: events, muonsOnTarget: $0))
            }
            let published = [1e-4, 4e-5]
            return limits + published + zip(limits, published).map { ($0 / $1) * ($0 / $1) }
        }
    ]
}
