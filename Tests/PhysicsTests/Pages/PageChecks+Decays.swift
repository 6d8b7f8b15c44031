import ConstraintKit
import RealModule
import Testing

@testable import Physics

extension PageCheck {
    /// What the pages of kaons, W and Z print.
    static let decays: [PageCheck] = kaonWidths + kaonLimits + wDecays + zDecays

    private static let kaonMasses = [1, 6.5, 10, 30, 100, 200.0]

    private static let kaonWidths = [
        PageCheck("KaonDecayBound", "R, conserved current, at 1, 6.5, 10, 30, 100, 200 MeV") {
            try kaonMasses.map { try relativeWidth($0, .conservedCurrent) }
        },
        PageCheck("KaonDecayBound", "R, left-handed muon, at the same masses") {
            try kaonMasses.map { try relativeWidth($0, .leftHanded) }
        },
        PageCheck("KaonDecayBound", "R → (x/m)² for the neutrino alone, the left-handed muon") {
            try [MuonicCharges.neutrinoOnly, .leftHanded].map { try relativeWidth(1e-2, $0).squareRoot() * 1e-2 }
        },
        PageCheck("KaonDecayBound", "decays with s > 0.1 GeV² at 10, 100, 200, 300 MeV") {
            try [10, 100, 200, 300].map { heavy in
                try #require(
                    KaonDecay.relativeWidth(at: try mass(heavy), .conservedCurrent, missingMassSquaredAbove: 1e5))
                    / relativeWidth(heavy, .conservedCurrent)
            }
        },
    ]

    private static let kaonLimits = [
        PageCheck("KaonDecayBound", "Pang, conserved current, 6.5 MeV") { [try kaon(.pang1973, 6.5)] },
        PageCheck("KaonDecayBound", "Pang, neutrino alone, 6.5 MeV") { [try kaon(.pang1973, 6.5, .universal)] },
        PageCheck("KaonDecayBound", "NA62's limit at 100 MeV") {
            let coupling = try kaon(.na62, 100)
            let width = try relativeWidth(100, .conservedCurrent)
            return [coupling * coupling * width * Constants.kaonToMuonNeutrino]
        },
        PageCheck("KaonDecayBound", "Pang 1973", columns: 1...7) {
            try (kaonMasses + [300]).map { try kaon(.pang1973, $0) }
        },
        PageCheck("KaonDecayBound", "E949", columns: 1...7) { try (kaonMasses + [300]).map { try kaon(.e949, $0) } },
        PageCheck("KaonDecayBound", "NA62, reconstructed", columns: 1...7) {
            for light in kaonMasses.prefix(2) { #expect(KaonSearch.na62.excluded(at: try mass(light)) == nil) }
            return try (kaonMasses.dropFirst(2) + [300]).map { try kaon(.na62, $0) }
        },
    ]

    private static func relativeWidth(_ inMeV: Double, _ charges: MuonicCharges) throws -> Double {
        try #require(KaonDecay.relativeWidth(at: try mass(inMeV), charges))
    }

    private static func kaon(
        _ search: KaonSearch, _ inMeV: Double, _ charges: ChargeMatrix = .muonMinusTau
    ) throws -> Double {
        try edge(search.excluded(at: try mass(inMeV), charges: charges))
    }

    private static let wDecays = [
        PageCheck("WDecayBound", "conserved, second difference of R over decades 0.01–0.1–1 MeV") {
            let widths = try [1e-2, 1e-1, 1].map { try #require(WDecay.conservedEmission(at: try mass($0))) }
            return [widths[0] - 2 * widths[1] + widths[2]]
        },
        PageCheck("WDecayBound", "leading over exact, neutrino alone, at 1 GeV") {
            [1, try leadingOverExact(1e3) - 1]
        },
        PageCheck("WDecayBound", "exact below leading at 10 GeV") { [100 * (1 - 1 / (try leadingOverExact(1e4)))] },
        PageCheck("WDecayBound", "69 MeV, conserved, real, 10 MeV") {
            let width = try #require(WDecay.conservedEmission(at: try mass(10)))
            return [(69 / 221.6 / width).squareRoot()]
        },
    ]

    private static func leadingOverExact(_ inMeV: Double) throws -> Double {
        let exact = try #require(WDecay.exactNeutrinoEmission(at: try mass(inMeV)))
        return try #require(WDecay.neutrinoEmission(at: try mass(inMeV))) / exact
    }

    private static let zDecays = [
        PageCheck("ZDecayBound", "real, three flavours, at 1 and 6.5 MeV") {
            try [1, 6.5].map { try edge(invisible(.universal).excludedByRealEmission(at: try mass($0))) }
        },
        PageCheck("ZDecayBound", "real, μ and τ, 6.5 MeV") {
            [try edge(invisible(.muonMinusTau).excludedByRealEmission(at: try mass(6.5)))]
        },
        PageCheck("ZDecayBound", "inclusive, μ and τ") {
            [try edge(invisible(.muonMinusTau).excluded(at: try mass(6.5)))]
        },
    ]

    private static func invisible(_ charges: ChargeMatrix) -> ZInvisibleWidth {
        ZInvisibleWidth(excess: 3, charges: charges)
    }
}
