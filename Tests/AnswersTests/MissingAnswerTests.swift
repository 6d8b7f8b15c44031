import ConstraintKit
import CurveArchive
import Testing

@testable import Answers
@testable import Assessment

/// Which bounds that are not in here an answer names.
@Suite struct MissingAnswerTests {
    private static func bound(
        _ stem: String, _ reach: [MissingBound.Reach] = [], caution: String? = nil,
        basis: MissingBound.Basis = .stated
    ) -> MissingBound {
        MissingBound(
            stem: stem, title: stem.uppercased(), reference: Reference(arxiv: "1234.5678", citation: "Somebody"),
            statement: "Something.", reach: reach, caution: caution, basis: basis, why: "No table.")
    }

    private static let missing = MissingBounds(
        [
            bound("low", [.init(masses: 1...10, couplings: 1e-5...2e-5)]),
            bound("high", [.init(masses: 1...10, couplings: 1e-3...0.5)], basis: .recalled),
            bound("far", [.init(masses: 100...1000, couplings: 1e-5...1e-5)], caution: "it is disputed"),
            bound("unknown"),
        ], fetchable: ["low"])

    private func point(_ mass: Double, _ coupling: Double, excludedAbove edge: Double) throws -> PointVerdicts {
        let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
        let bound = Sample.bound(Sample.card("a", "A"), Sample.powerLaw(edge, power: 0))
        return PointVerdicts(
            scenario: "sample", mass: mass, coupling: coupling, verdicts: [bound.verdict(at: mass, coupling: coupling)])
    }

    @Test func aPointNamesWhatReachesIt() throws {
        let left = Self.missing.changing(try point(5, 1e-4, excludedAbove: 1e-3))
        #expect(left.all.map(\.stem) == ["low", "unknown"] && left.fetchable == ["low"])
        #expect(Self.missing.changing(try point(5, 1e-4, excludedAbove: 1e-5)).all.isEmpty)
        // A limit at the coupling itself may exclude it.
        #expect(
            Self.missing.changing(try point(5, 1e-3, excludedAbove: 1)).all.map(\.stem) == ["low", "high", "unknown"])
        #expect(Self.missing.changing(try point(500, 9e-6, excludedAbove: 1)).all.map(\.stem) == ["unknown"])
    }

    @Test func sentencesSayWhatIsStated() throws {
        let mass = try Mass(inMeV: 5)
        let here = MissingWording(Self.missing) { $0.statement(at: mass) }.sentences { _ in "here" }
        #expect(
            here == [
                "LOW (arXiv:1234.5678) states 1e-5 to 2e-5 here and is not included: 'mutau refresh low' brings it in.",
                "HIGH (arXiv:1234.5678) states 1e-3 to 0.5 here as recalled and is not included.",
                "Not included, and no numbers of theirs are at hand: UNKNOWN (arXiv:1234.5678).",
            ])
        let far = MissingWording(Self.missing) { $0.statement(on: 200...300) }.sentences { _ in "there" }
        #expect(far.first == "FAR (arXiv:1234.5678) states 1e-5 there (it is disputed) and is not included.")
    }

    @Test func searchesForVisibleDecaysShareALine() throws {
        let dump = MissingBound(
            stem: "dump", title: "DUMP", reference: Reference(citation: "Somebody"), statement: "Something.",
            reach: [.init(masses: 2...20, couplings: nil, mixings: 1e-7...1e-4)], basis: .digitised, why: "No table.",
            needsMixing: true)
        let plain = MissingBounds([dump])
        let point = try point(5, 1e-5, excludedAbove: 1)
        #expect(plain.changing(point).all.isEmpty)
        let granted = plain.granting(.fixed(1e-6)).changing(point)
        #expect(granted.all.map(\.stem) == ["dump"])
        let lines = MissingWording(granted) { $0.statement(at: point.mass) }.sentences { _ in "here" }
        #expect(
            lines == [
                "Not included are searches for visible decays, which with this mixing may exclude it: "
                    + "DUMP at ε 1e-7 to 1e-4."
            ])
        let records = try MissingReport(plain).csv.split(separator: "\n")
        #expect(
            records[0].contains(",mixing_low,mixing_high,needs_mixing,") && records[1].contains(",1e-07,0.0001,true,"))
        #expect(MissingReport(plain).text.contains("Something. (as others digitised it)"))
    }

    @Test func theListHasALineForEach() throws {
        let lines = try MissingReport(Self.missing).csv.split(separator: "\n")
        #expect(lines.count == 5 && lines[0].hasPrefix("stem,title,arxiv,doi,texkey,citation,statement,"))
        #expect(lines[1].hasPrefix("low,LOW,1234.5678,,,Somebody,Something.,1,10,1e-05,2e-05,"), "\(lines[1])")
        #expect(MissingReport(.none).text == "Nothing that is known to be missing.\n")
    }
}
