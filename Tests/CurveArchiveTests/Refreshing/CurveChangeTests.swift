import ConstraintKit
import Testing

@testable import CurveArchive

@Suite struct CurveChangeTests {
    private func document(_ plain: PlainDocument) throws -> Document {
        try PlainDocument.read(plain.bytes, "test").document
    }

    private func document(_ region: Region, parameters: [String: Double] = [:]) -> Document {
        let card = Card(stem: "x", title: "", kind: .observed, confidenceLevel: .notStated, method: .computed)
        let limit = Limit(name: "limit", kind: .observed, confidenceLevel: .notStated, region: region)
        return Document(card: card, limits: [limit], parameters: parameters)
    }

    private func refusals(_ old: Document, _ new: Document) -> [RefreshRefusal] {
        RefreshPlausibility().refusals(of: .init(from: old, to: new))
    }

    @Test func sameDocumentDoesNotMove() throws {
        let same = try document(PlainDocument())
        let change = CurveChange(from: same, to: same)
        #expect(change.greatest == .init(limit: "limit", dex: 0, massInMeV: 1, kept: 1))
        #expect(refusals(same, same).isEmpty)
    }

    /// A straight shift is the same everywhere: log₁₀ 1.5 = 0.17609.
    @Test func shiftInDex() throws {
        let change = CurveChange(
            from: try document(PlainDocument()), to: try document(PlainDocument().scaled(by: 1.5)))
        // Interpolation is exact to rounding, 1e-15 for numbers of order one.
        #expect(abs(try #require(change.greatest).dex - 0.176_091_259_055_681_24) < 1e-14)
    }

    @Test func findsWhereItMovedMost() throws {
        var bent = PlainDocument()
        bent.knots[1].coupling *= 3
        let old = try document(PlainDocument())
        let greatest = try #require(CurveChange(from: old, to: document(bent)).greatest)
        #expect(greatest.massInMeV == 10)
        #expect(refusals(old, try document(bent)) == [.moved(limit: "limit", dex: greatest.dex, massInMeV: 10)])
    }

    /// The border is at 0.3 dex, a factor of 1.995.
    @Test(arguments: [(1.99, false), (2.0, true), (0.502, false), (0.5, true)])
    func refusesBeyondAFactorOfTwo(factor: Double, refused: Bool) throws {
        let old = try document(PlainDocument())
        #expect(refusals(old, try document(PlainDocument().scaled(by: factor))).isEmpty == !refused)
    }

    @Test func lostMassesAreRefused() throws {
        let short = try document(PlainDocument())
        var meV = PlainDocument()
        meV.knots = meV.knots.map { ($0.mass * 1e6, $0.coupling) }
        #expect(refusals(short, try document(meV)) == [.coverageLost(limit: "limit", fraction: 0)])
    }

    @Test func anotherKindIsRefused() throws {
        let projected = try document(PlainDocument(kind: .projected))
        let found = refusals(try document(PlainDocument()), projected)
        #expect(
            found.contains(
                .otherFact(.init(limit: "limit", key: "kind", before: ["observed"], after: ["projected"]))))
        #expect(found.contains { if case .otherFact(let fact) = $0 { fact.limit == nil } else { false } })
    }

    /// The side says it: the line, which has edges in one version alone on either side, did not move by infinity.
    @Test func anotherSideIsRefused() throws {
        let curve = try Curve(knots: [.init(mass: 1, coupling: 1e-3), .init(mass: 10, coupling: 1e-3)])
        let found = refusals(document(.above(curve)), document(.below(curve)))
        #expect(
            found == [
                .otherFact(.init(limit: "limit", key: "excluded_side", before: ["above"], after: ["below"]))
            ])
        #expect(CurveChange(from: document(.above(curve)), to: document(.below(curve))).greatest == nil)
    }

    /// Whom to cite, and how a bound is called, decides nothing, and is told.
    @Test func whatOnlyTellsIsNamedAndNotRefused() throws {
        let old = document(.above(try Curve(knots: [.init(mass: 1, coupling: 1e-3)])))
        var new = old
        new.card.title = "X"
        new.card.references = [Reference(arxiv: "2401.01708", citation: "")]
        let change = CurveChange(from: old, to: new)
        #expect(change.facts.isEmpty && change.told.map(\.key) == ["title", "references"])
        #expect(change.told.first?.before == [""] && change.told.first?.after == ["X"])
        #expect(change.told.last?.after.joined().contains("2401.01708") == true)
        #expect(refusals(old, new).isEmpty && !change.isWithoutDifference)
        #expect(CurveChange(from: old, to: old).isWithoutDifference)
    }

    @Test func contoursAndMassEdges() throws {
        func contour(_ top: Double) throws -> Contour {
            try Contour([(1, 1e-4), (10, 1e-4), (10, top), (1, top)].map { .init(mass: $0.0, coupling: $0.1) })
        }
        let (old, new) = (document(.inside(try contour(1e-3))), document(.inside(try contour(1.5e-3))))
        #expect(refusals(old, new).isEmpty)
        #expect(refusals(old, document(.inside(try contour(3e-3)))).count == 1)

        let (edge, doubled) = (try Mass(inMeV: 5), try Mass(inMeV: 10.1))
        let (before, after) = (document(.belowMass(edge, .above(1e-5))), document(.belowMass(doubled, .above(1e-5))))
        #expect(refusals(before, before).isEmpty)
        #expect(refusals(before, after).count == 1)
    }

    @Test func parametersAreComparedToo() throws {
        let curve = try Curve(knots: [.init(mass: 1, coupling: 1e-3)])
        func with(_ parameters: [String: Double]) -> Document { document(.above(curve), parameters: parameters) }
        let old = with(["delta_a_mu": 2.49e-9, "sigma": 4.8e-10])
        #expect(refusals(old, with(["delta_a_mu": 2.6e-9, "sigma": 4.8e-10])).isEmpty)
        #expect(
            refusals(old, with(["delta_a_mu": -2.49e-9]))
                == [.missing("sigma"), .parameterMoved("delta_a_mu", from: 2.49e-9, to: -2.49e-9)])
        #expect(refusals(old, with(["delta_a_mu": .nan, "sigma": 4.8e-10])).count == 1)
    }

    /// A curve of very many points costs no more than its sample.
    @Test func longContoursAreSampled() throws {
        let points = (0..<5_000).map { index in
            let angle = Double(index) / 5_000 * 2 * Double.pi
            return Curve.Knot(mass: 10 + 5 * sine(angle), coupling: 1e-3 + 5e-4 * sine(angle + 1.5))
        }
        let document = document(.inside(try Contour(points)))
        #expect(refusals(document, document).isEmpty)
    }
}

/// A triangle wave: all that the test needs of a sine.
private func sine(_ x: Double) -> Double {
    let phase = (x / (2 * .pi)).truncatingRemainder(dividingBy: 1)
    return phase < 0.25 ? 4 * phase : phase < 0.75 ? 2 - 4 * phase : 4 * phase - 4
}
