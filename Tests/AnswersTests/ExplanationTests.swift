import ConstraintKit
import Testing

@testable import Answers
@testable import Assessment
@testable import CurveArchive

/// The sentences that a referee would accept, for each way to obtain a limit.
@Suite struct ExplanationTests {
    private static let knots = [(5.0, 4e-4), (8, 6e-4)]

    private static func bound(
        _ method: Method, _ region: Region?, note: String? = nil, references: [Reference] = [Sample.laha],
        kind: Kind = .observed, contents: String = "x"
    ) throws -> Bound {
        var card = Sample.card("made-up", "Made up", kind: kind, method: method, references: references)
        card.assumptions = ["a Z′ that decays invisibly"]
        card.methodNote = note
        let constraint: any CouplingBound
        if let region {
            constraint = try CurveConstraint(
                Document(
                    card: card,
                    limits: [.init(name: "observed", kind: kind, confidenceLevel: .stated(0.9), region: region)]),
                Conventions())
        } else {
            constraint = SampleConstraint(answer: Sample.powerLaw(5e-4, power: 0))
        }
        return Bound(
            card: card, role: kind == .observed ? .decides : .informs, origin: .bundled, contents: Array(contents.utf8),
            caveat: nil, constraint: constraint, documentRegions: region.map { [$0] } ?? [])
    }

    private static func curve() throws -> Region {
        .above(try Curve(knots: knots.map { .init(mass: $0.0, coupling: $0.1) }))
    }

    private func text(
        _ bound: Bound, _ mass: Double, _ coupling: Double, _ conventions: Conventions = Conventions()
    ) throws -> String? {
        let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
        return Explanation(bound.verdict(at: mass, coupling: coupling), at: mass, coupling, conventions).text
    }

    /// log–log between (5, 4e-4) and (8, 6e-4) at 6.5 MeV: 4e-4 · 1.3^(ln 1.5/ln 1.6) = 5.02e-4.
    @Test func aDigitisedCurveIsReadOffBetweenItsKnots() throws {
        let bound = try Self.bound(.digitised, Self.curve(), note: "from Fig. 3")
        let digest = bound.sha256.hexadecimal.prefix(12)
        #expect(
            try text(bound, 6.5, 3e-4)
                == "Made up allows g′ = 0.0003 at m = 6.5 MeV: its limit there is g′ = 5.02e-4, and the point lies "
                + "0.223 dex below it. The limit is interpolated on a log–log scale between the points (5 MeV, 0.0004) and "
                + "(8 MeV, 0.0006) of the document. The document is made-up (sha256 \(digest)…), after Laha:2013xua, "
                + "arXiv:1304.3460, doi:10.1103/PhysRevD.89.093025; its numbers are digitised from a figure: from Fig. 3. "
                + "It holds at 90 % CL (stated), derived without kinetic mixing, assuming a Z′ that decays invisibly. The "
                + "scenario grants no kinetic mixing and the charges of Lμ−Lτ.")
    }

    @Test func aReconstructedCurveSaysSo() throws {
        let bound = try Self.bound(.reconstructed, Self.curve(), references: [])
        let found = try #require(try text(bound, 8, 7e-4, Conventions(kineticMixing: .natural)))
        #expect(found.contains("Made up excludes g′ = 0.0007 at m = 8 MeV"))
        #expect(found.contains("The limit is that of the point (8 MeV, 0.0006) of the document."))
        #expect(found.contains("which names no publication; its numbers are reconstructed."))
        #expect(found.contains("0.067 dex above it") && found.contains("grants natural kinetic mixing"))
    }

    @Test func aProjectionOnlyWouldExclude() throws {
        let bound = try Self.bound(.reconstructed, Self.curve(), kind: .projected)
        #expect(try #require(try text(bound, 6.5, 7e-4)).hasPrefix("Made up would exclude g′ = 0.0007"))
    }

    @Test func aComputedLimitIsReadOffNothing() throws {
        let bound = try Self.bound(.computed, nil, note: "eq. (8)")
        let found = try #require(try text(bound, 6.5, 5e-4))
        #expect(found.contains("its limit there is g′ = 5.00e-4, and the point stands on it."))
        #expect(
            found.contains("The limit is computed from the numbers of the document, with nothing read off a curve."))
        #expect(found.contains("its numbers are inputs of a formula: eq. (8)."))
    }

    @Test func anEdgeInMassHasNoKnots() throws {
        let bound = try Self.bound(.published, .belowMass(try Mass(inMeV: 5), .above(1e-9)))
        let found = try #require(try text(bound, 2.5, 1e-4))
        #expect(found.contains("it demands m > 5.00 MeV, and the mass lies 0.301 dex below that."))
        #expect(found.contains("It is an edge in mass at 5 MeV, with nothing interpolated."))
        #expect(try #require(try text(bound, 10, 1e-4)).contains("0.301 dex above that"))
    }

    @Test func theNearerSideOfAnOutlineIsNamed() throws {
        let corners = [(1.0, 1e-3), (10, 1e-4), (100, 1e-3), (10, 1e-2)]
        let outline = try Contour(corners.map { .init(mass: $0.0, coupling: $0.1) })
        let found = try #require(try text(try Self.bound(.digitised, .inside(outline)), 5, 4e-3))
        #expect(found.contains("between the points (1 MeV, 0.001) and (10 MeV, 0.01) of the document"))
    }

    /// Rescaled by more than its width, a region still has a lower and an upper side.
    @Test func anEdgeIsToldByItsPlace() throws {
        let corners = [(1.0, 1e-3), (10, 1e-4), (100, 1e-3), (10, 1e-2)]
        let outline = try Contour(corners.map { .init(mass: $0.0, coupling: $0.1) })
        let bound = Bound(
            card: Sample.card("made-up", "Made up", method: .digitised), role: .decides, origin: .bundled, contents: [],
            caveat: nil,
            constraint: SampleConstraint { _ in .excludes(.init(.init(lower: 1e-2, upper: 1))) },
            documentRegions: [.inside(outline)])
        let found = try #require(try text(bound, 10, 1.1e-2))
        #expect(found.contains("the points (10 MeV, 0.0001) and (100 MeV, 0.001) of the document, times 100 in"))
    }

    /// What a bound makes of its curve for the scenario is no longer the document's number, and what it was made of is said.
    @Test func aRescaledLimitSaysByHowMuchAndOfWhat() throws {
        var card = Sample.card("made-up", "Made up", method: .digitised)
        card.kineticMixing = .fixed(-3e-5)
        card.confidenceLevel = .converted(0.95)
        var conditions = BoundConditions()
        conditions.changes = ["90 % → 95 % by N_CL: ×1.14"]
        conditions.mixingOfDerivation = .natural
        let bound = Bound(
            card: card, role: .decides, origin: .bundled, contents: [], caveat: nil, conditions: conditions,
            constraint: SampleConstraint { _ in .excludes(.init(.above(6.84e-4))) },
            documentRegions: [try Self.curve()])
        let found = try #require(try text(bound, 8, 1e-4))
        #expect(
            found.contains(
                "(8 MeV, 0.0006) of the document, times 1.14 in the scenario (90 % → 95 % by N_CL: ×1.14)."))
        #expect(
            found.contains(
                "It holds at 95 % CL (as the scenario asks), derived with natural kinetic mixing and rescaled to epsilon="
            ))
    }

    @Test func anInferredLevelIsSaidOnceAndABandHasAnEdge() throws {
        var card = Sample.card("made-up", "Made up", kind: .preferred, method: .computed)
        card.confidenceLevel = .inferred(0.9)
        let bound = Bound(
            card: card, role: .informs, origin: .bundled, contents: [], caveat: nil,
            constraint: SampleConstraint { _ in
                .prefers([PreferredInterval(.init(lower: 4e-4, upper: 6e-4))])
            })
        let found = try #require(try text(bound, 8, 1e-3))
        #expect(found.contains("does not prefer") && found.contains("the edge of its band there is g′ = 6.00e-4"))
        #expect(found.contains("The edge is computed") && !found.contains("limit"))
        #expect(found.contains("It holds at 90 % CL (inferred), derived"))
    }

    @Test func silenceNeedsNoExplanation() throws {
        #expect(try text(try Self.bound(.digitised, Self.curve()), 9, 3e-4) == nil)
    }
}
