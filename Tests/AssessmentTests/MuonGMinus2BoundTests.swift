import Assessment
import ConstraintKit
import MuonGMinus2
import Testing

@Suite("Bound: muon g−2")
struct MuonGMinus2BoundTests {
    private func bound(_ document: Document, confidenceLevel: Double? = nil) throws -> any Constraint {
        try LinkedBounds().constraint(document, Conventions(confidenceLevel: confidenceLevel))
    }

    private let mass: Mass

    init() throws { mass = try Mass(inMeV: 6.5) }

    @Test("A preference is a band at 1σ and one at 2σ, and excludes nothing")
    func preference() throws {
        let document = try #require(BundledDocuments.computed("g-2-wp20"))
        guard case .prefers(let bands) = try bound(document).boundary(at: mass) else {
            Issue.record("g-2-wp20 does not prefer")
            return
        }
        #expect(bands.map(\.deviations) == [1, 2])
        let edges = bands.flatMap { [$0.couplings.lower, $0.couplings.upper] }
        for (edge, expected) in zip(edges, [4.23e-4, 5.38e-4, 3.52e-4, 5.87e-4]) {
            // Printed to three digits.
            #expect(abs(edge - expected) <= 5e-7)
        }
    }

    @Test("A preference that reaches zero has no lower edge; one that lies below zero is empty")
    func preferenceAtZero() throws {
        func bands(_ value: Double) throws -> [PreferredInterval] {
            let document = BundledDocuments.gMinus2("g-2-user", value, 6e-10, .preferred)
            guard case .prefers(let bands) = try bound(document).boundary(at: mass) else {
                Issue.record("\(value) does not prefer")
                return []
            }
            return bands
        }
        #expect(try bands(9e-10).map { $0.couplings.lower > 0 } == [true, false])
        #expect(try bands(-9e-10).map(\.deviations) == [2])
        #expect(try bands(-19e-10).isEmpty)
    }

    @Test("The scenario's confidence level is one-sided and moves the exclusion")
    func confidenceLevel() throws {
        let document = try #require(BundledDocuments.computed("g-2-wp25"))
        let standard = try #require(try bound(document).limit(at: 6.5))
        let twoSigma = try #require(try bound(document, confidenceLevel: 0.977249868051821).limit(at: 6.5))
        // The level is printed to fifteen digits, 2σ follows to about thirteen.
        #expect(abs(twoSigma / standard - 1) < 1e-12)
        // Δa + nσ, n = 1.6449 at 95 %, goes with the square of the coupling.
        let weaker = try #require(try bound(document, confidenceLevel: 0.95).limit(at: 6.5))
        let expected = ((3.85 + 1.644853626951 * 6.37) / (3.85 + 2 * 6.37)).squareRoot()
        #expect(abs(weaker / standard - expected) < 1e-10)
        for level in [0.1, 1, 95, .nan] {
            #expect(throws: DocumentError.self) { try bound(document, confidenceLevel: level) }
        }
    }

    @Test("The card says at which confidence level the exclusion holds")
    func cardAtTheLevel() throws {
        func level(_ document: Document, at level: Double?) throws -> ConfidenceLevel {
            let adapting = try #require(try bound(document, confidenceLevel: level) as? any AdaptedBound)
            return adapting.adapted(document.card).confidenceLevel
        }
        let given = try MuonGMinus2Bound.document(value: 5e-10, sigma: 4e-10)
        let known = try #require(BundledDocuments.computed("g-2-bmw21"))
        for document in [given, known] {
            #expect(try level(document, at: 0.95) == .converted(0.95))
            #expect(try level(document, at: nil) == document.card.confidenceLevel)
        }
        // 2σ, as rounded as the documents of the known predictions have it.
        #expect(given.card.confidenceLevel == .inferred(0.977))
        let preferring = try MuonGMinus2Bound.document(value: 25.1e-10, sigma: 5.9e-10)
        #expect(try level(preferring, at: 0.95) == .notStated)
    }

    @Test("Where even Δa + 2σ is not positive every coupling is excluded", arguments: [-2e-9, -1.2e-9])
    func everythingExcluded(value: Double) throws {
        let answer = try bound(BundledDocuments.gMinus2("g-2-user", value, 6e-10)).boundary(at: mass)
        #expect(answer == .excludes(.init(.above(0))))
        #expect(answer.isWellFormed)
    }

    @Test("ln L is 0 where the Z′ explains Δa, −1/2 one σ away")
    func likelihood() throws {
        let document = try #require(BundledDocuments.computed("g-2-wp20"))
        let likelihood = try #require(try bound(document) as? any LikelihoodBound)
        for (value, expected) in [(25.1e-10, 0.0), (31.0e-10, -0.5), (13.3e-10, -2)] {
            let document = BundledDocuments.gMinus2("g-2-user", value - 2 * 1e-10, 1e-10)
            let coupling = try Coupling(try #require(try bound(document).limit(at: 6.5)))
            // Couplings and anomalies are squares and roots of one another: rounding.
            #expect(abs(try likelihood.logLikelihood(at: mass, coupling: coupling) - expected) < 1e-12)
        }
    }

    @Test("A supplied curve knows no likelihood, and says so")
    func noLikelihood() throws {
        let curve = try Curve(knots: [.init(mass: 1, coupling: 1e-3), .init(mass: 10, coupling: 2e-3)])
        let supplied = BundledDocuments.supplied("g-2-wp25", kind: .observed, region: .above(curve))
        let likelihood = try #require(try bound(supplied) as? any LikelihoodBound)
        #expect(throws: DocumentError.noLikelihood(stem: "g-2-wp25")) {
            try likelihood.logLikelihood(at: mass, coupling: try Coupling(1e-3))
        }
    }

    @Test("Any Δa ± σ becomes a document")
    func userDocument() throws {
        let preferring = try MuonGMinus2Bound.document(value: 25.1e-10, sigma: 5.9e-10)
        #expect(preferring.card.kind == .preferred)
        let limiting = try MuonGMinus2Bound.document(value: 3.85e-10, sigma: 6.37e-10)
        #expect(limiting.card.kind == .observed)
        let standard = try #require(BundledDocuments.computed("g-2-wp25"))
        #expect(try bound(limiting).limit(at: 6.5) == (try bound(standard).limit(at: 6.5)))
    }

    @Test(
        "Numbers that are no Δa ± σ are refused",
        arguments: [(1e-9, 0), (1e-9, -1e-10), (Double.nan, 1e-10), (1e-9, .nan), (.infinity, 1e-10), (25.1, 5.9)])
    func notAMeasurement(value: Double, sigma: Double) {
        #expect(throws: DocumentError.self) { try MuonGMinus2Bound.document(value: value, sigma: sigma) }
        #expect(throws: DocumentError.self) { try bound(BundledDocuments.gMinus2("g-2-wp25", value, sigma)) }
    }
}
