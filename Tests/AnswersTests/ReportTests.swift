import ConstraintKit
import Foundation
import Testing

@testable import AllowedRegion
@testable import Answers
@testable import Assessment
@testable import Documents
@testable import Drawing

@Suite struct ReportTests {
    private func assessment(_ mass: Double, _ coupling: Double, scenario: String = "sample") throws -> PointAssessment {
        let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
        return PointAssessment(
            PointVerdicts(
                scenario: scenario, mass: mass, coupling: coupling,
                verdicts: Sample.bounds.map { $0.verdict(at: mass, coupling: coupling) }),
            iceCube: .init(
                chi2: 18.46, deltaChi2: -8.816, deltaFromFreeFit: -5.053, ratio: 0.79, amplitude: 1.5, gamma: 2.5,
                profiled: ["gamma"],
                caveats: [.indicative(coupling: 0.02), .thermalMotion(state: 3, ratio: nil)]))
    }

    @Test(arguments: [(6.5, 4.5e-4, "check-excluded.txt"), (6.5, 3e-4, "check-allowed.txt")])
    func text(mass: Double, coupling: Double, name: String) throws {
        let report = AssessmentReport(
            try assessment(mass, coupling), elsewhere: [try assessment(mass, 1e-5, scenario: "other").point])
        try expectSnapshot(report.text, name)
    }

    @Test func jsonKeepsTheContract() throws {
        let report = AssessmentReport(try assessment(6.5, 4.5e-4))
        let data = Data(try report.json.pretty.utf8)
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(read.keys).isSuperset(of: ["scenario", "standing", "excluded_by", "verdicts", "icecube"]))
        let verdict = try #require((read["verdicts"] as? [[String: Any]])?.first)
        #expect(Set(verdict.keys).isSuperset(of: ["stem", "verdict", "limit", "margin_dex", "reason"]))
        let iceCube = try #require(read["icecube"] as? [String: Any])
        #expect(
            Set(iceCube.keys).isSuperset(of: [
                "chi2", "delta_chi2", "delta_chi2_free_fit", "R", "amplitude", "gamma", "profiled",
            ]))
        #expect(read["excluded_by"] as? [String] == ["borexino"])
        let deciding = Sample.bounds.count { $0.role == .decides }
        #expect(read["deciding_bounds"] as? Int == deciding)
        let silent = try assessment(6.5, 4.5e-4).verdicts.count {
            if case .silent = $0.verdict { $0.decides } else { false }
        }
        #expect(read["speaking_bounds"] as? Int == deciding - silent)
        #expect(read["excluded_if"] as? [String] == [])
    }

    /// Where some bounds are silent, `allowed` says how many are not.
    @Test func allowedSaysHowManySpoke() throws {
        let point = try assessment(6.5, 3e-4).point
        #expect(SpeakingBounds(point).text == "6 of 7 deciding bounds")
        var silenced = point
        for place in silenced.verdicts.indices where silenced.verdicts[place].decides {
            guard place != silenced.verdicts.firstIndex(where: \.decides) else { continue }
            silenced.verdicts[place].verdict = .silent(.outsideRange(lower: 1, upper: 2))
        }
        let spoken = SpeakingBounds(silenced)
        #expect(spoken.speaking == 1 && spoken.deciding == SpeakingBounds(point).deciding)
        let answer = try #require(try assessment(6.5, 3e-4).iceCube)
        let text = AssessmentReport(PointAssessment(silenced, iceCube: answer)).text
        #expect(
            text.contains("is allowed in the scenario sample by 1 of \(spoken.deciding) deciding bounds"), "\(text)")
        #expect(text.contains("bounds; the others say nothing here."))
    }

    @Test func csvHasARecordForEachBound() throws {
        let lines = try AssessmentReport(try assessment(6.5, 3e-4)).csv.split(separator: "\n")
        #expect(lines.count == Sample.bounds.count + 1)
        #expect(lines[0].hasPrefix("stem,verdict,limit,margin_dex,mass_limit_MeV,reason,"))
        // Only bounds that decide exclude.
        let verdicts = AssessmentReport(try assessment(6.5, 4.5e-4)).rows
        let words = try verdicts.map { try OrderedJSONEncoder().encode($0) }
        let texts = words.map(\.compact)
        #expect(texts.contains { $0.contains(#""verdict": "would-exclude""#) && $0.contains(#""kind": "projected""#) })
        #expect(!texts.contains { $0.contains(#""verdict": "excluded""#) && !$0.contains(#""role": "decides""#) })
    }

    @Test func aPointOfManyIsOneLine() throws {
        let assessment = try assessment(6.5, 3e-4)
        let record = VerdictsLine(assessment, missing: .none, input: [.init("label", "a\u{1B}b")])
        let line = try Self.line(record)
        #expect(line.hasSuffix(#""input": {"label": "a\u001bb"}}"#) && line.split(separator: "\n").count == 1)
        #expect(line.hasPrefix(#"{"mass_MeV": 6.5, "coupling": 0.0003, "standing": "allowed","#), "\(line)")
        // A bound that is silent has no verdict; every other one has, with what `check` says of it.
        let full = try AssessmentReport(assessment).json.compact
        for verdict in assessment.verdicts {
            let isSilent = if case .silent = verdict.verdict { true } else { false }
            let words = #"{"stem": "\#(verdict.bound.card.stem)", "verdict": "\#(verdict.word)""#
            #expect(line.contains(words) == !isSilent && full.contains(words))
        }
        let row = PointRow(
            mass: 6.5, coupling: 3e-4, .excluded, excludedBy: ["a-b"], bounds: (3, 2, 1), failed: [],
            fit: .init(chi2: 1, deltaChi2: -0.5, ratio: .nan, amplitude: 1.5, gamma: .nan, spectrumValues: []),
            reason: nil)
        #expect(
            try Self.line(PointRowLine(row: row, input: []))
                == #"{"mass_MeV": 6.5, "coupling": 0.0003, "standing": "excluded", "excluded_by": ["a-b"], "#
                + #""deciding_bounds": 3, "speaking_bounds": 2, "limiting_bounds": 1, "failed": [], "#
                + #""icecube": {"chi2": 1, "delta_chi2": -0.5, "R": null, "amplitude": 1.5, "gamma": null}}"#)
    }

    /// Records are written field by field, and as their trees of values are.
    private static func line(_ record: some StreamedRecord) throws -> String {
        var line = JSONLine()
        try record.write(to: &line)
        let text = String(decoding: line.bytes, as: UTF8.self)
        #expect(try OrderedJSONEncoder().encode(record).compact == text)
        #expect(line.isPlain == text.utf8.allSatisfy { $0 < 0x80 })
        return text
    }

    @Test func anEdgeThatIsMissingIsNull() throws {
        let bound = Sample.bounds[0]
        let report = AllowedCouplingsReport(
            AllowedCouplings(
                scenario: "sample", mass: try Mass(inMeV: 6.5),
                intervals: [
                    .init(couplings: .below(5e-4), lowerSetBy: nil, upperSetBy: bound),
                    .init(couplings: .above(1e-2), lowerSetBy: bound, upperSetBy: nil),
                ], isConstrained: true, failed: [], bounds: Sample.bounds))
        #expect(try report.json.compact.contains(#""allowed": [[0, 0.0005], [0.01, null]]"#))
        #expect(try report.json.compact.contains(#""set_by": [[null, "na64mu-2024"], ["na64mu-2024", null]]"#))
        try expectSnapshot(report.text, "limit.txt")
    }

    @Test func silenceIsNeverAllowed() throws {
        let report = AllowedCouplingsReport(
            AllowedCouplings(
                scenario: "sample", mass: try Mass(inMeV: 6.5),
                intervals: [.init(couplings: .init(lower: 0, upper: .infinity), lowerSetBy: nil, upperSetBy: nil)],
                isConstrained: false, failed: [], bounds: Sample.bounds))
        #expect(!report.text.contains("allowed") && report.text.contains("unconstrained"))
    }

    /// Everything allowed, nobody who speaks, and nothing allowed are not the same line.
    @Test func everyLineSaysHowItsCouplingsStand() throws {
        let (bound, mass) = (Sample.bounds[0], try Mass(inMeV: 6.5))
        func lines(
            _ couplings: CouplingInterval?, isConstrained: Bool = true, upperSetBy: Bound? = nil,
            failed: [Bound] = [], undecided: [AllowedCouplings.Undecided] = []
        ) throws -> [String] {
            let intervals = couplings.map {
                AllowedCouplings.Interval(couplings: $0, lowerSetBy: nil, upperSetBy: upperSetBy)
            }
            let report = AllowedCouplingsReport(
                AllowedCouplings(
                    scenario: "sample", mass: mass, intervals: intervals.map { [$0] } ?? [],
                    isConstrained: isConstrained, failed: failed, bounds: Sample.bounds, undecided: undecided))
            return try report.csv.split(separator: "\n").dropFirst().map(String.init)
        }
        let all = CouplingInterval(lower: 0, upper: .infinity)
        #expect(try lines(all) == ["6.5,allowed,0,,,,,,,,,,,,,\(Wording.noLimit),,"])
        #expect(try lines(all, isConstrained: false) == ["6.5,unconstrained,0,,,,,,,,,,,,,,,"])
        #expect(try lines(nil) == ["6.5,excluded,0,,,,,,,,,,,,,,,"])
        let open = AllowedCouplings.Undecided(
            bound: bound, couplings: .init(lower: 1e-4, upper: 3e-4), reason: "a factor decides")
        let found = try lines(.below(1e-4), upperSetBy: bound, failed: [bound], undecided: [open])
        #expect(
            found == [
                "6.5,allowed,0,0.0001,,,,,,na64mu-2024,0.9,stated,,none,,,,",
                "6.5,undecided,0.0001,0.0003,,,,,,,,,,,na64mu-2024,a factor decides,,",
                "6.5,failed,,,,,,,,,,,,,na64mu-2024,,,",
            ])
    }

    @Test func aBoundThatFailsIsNamed() throws {
        let report = AllowedCouplingsReport(
            AllowedCouplings(
                scenario: "sample", mass: try Mass(inMeV: 6.5),
                intervals: [.init(couplings: .below(5e-4), lowerSetBy: nil, upperSetBy: nil)], isConstrained: true,
                failed: [Sample.bounds[0]], bounds: Sample.bounds))
        #expect(report.text.contains("na64mu-2024 could not be evaluated"))
        #expect(try report.json.compact.contains(#""failed": ["na64mu-2024"]"#))
    }

    @Test(arguments: [
        ("g-2-bmw21", "muon g-2", "BMW21"), ("g-2-wp25", "muon g-2", "WP25"), ("other", "muon g-2", "OTHER"),
        ("g-2", "muon g-2", "title"),
    ])
    func alternativesHaveShortNames(stem: String, group: String, expected: String) {
        let bound = Sample.bound(
            Sample.card(stem, "title"), role: .alternative(group: group), Sample.powerLaw(1e-4, power: 0))
        #expect(Wording.alternativeName(of: bound) == expected)
    }
}
