import Assessment
import ConstraintKit
import NA64Mu
import Physics
import Testing

@Suite("NA64μ: projections by exposure")
struct NA64MuScalingTests {
    private func anchor() throws -> Document {
        try BundledDocuments.na64mu("na64mu-2024", scale: 1, kind: .observed, muons: 1.98e10)
    }

    @Test("g′ falls as the root of the exposure", arguments: [(1e11, 2.22e-4, 5e-7), (1e12, 7.0e-5, 5e-7)])
    func rule(muons: Double, expected: Double, half: Double) throws {
        let document = try anchor().scaled(to: muons, .muonsOnTarget)
        let limit = try #require(try NA64MuBound(document, Conventions()).limit(at: 6.5))
        // Half of the last digit given.
        #expect(abs(limit - expected) <= half)
    }

    @Test(
        "The published projections take 5.0 and 3.1 times the efficiency",
        arguments: [(1e11, 4.95, 1e-4), (1e12, 3.09, 4e-5)])
    func efficiency(muons: Double, efficiency: Double, expected: Double) throws {
        let document = try anchor().scaled(to: muons, .muonsOnTarget, relativeEfficiency: efficiency)
        let limit = try #require(try NA64MuBound(document, Conventions()).limit(at: 6.5))
        // Efficiencies of three digits: half of the last one is 0.2 %, halved by the root.
        #expect(abs(limit / expected - 1) < 1e-3)
    }

    @Test("The card says what was done, under a stem of its own")
    func card() throws {
        let document = try anchor().scaled(to: 1e11, .muonsOnTarget)
        #expect(document.card.stem == "na64mu-1e11-mot-scaled")
        #expect(document.card.kind == .projected)
        #expect(document.card.method == .reconstructed)
        #expect(document.card.methodNote?.contains("1.98e10") == true)
        #expect(!NA64MuBound.stems.contains(document.card.stem))
        #expect(document.parameters["muons_on_target"] == 1e11)
    }

    @Test(
        "Any number of muons makes a stem",
        arguments: [
            (1e11, "1e11", "1e11"), (2.5e11, "25e10", "2.5e11"), (3, "3", "3"), (0.5, "5e-1", "5e-1"),
            (1.5e300, "15e299", "1.5e300"), (10, "1e1", "1e1"), (1.25, "125e-2", "1.25"),
        ])
    func stems(muons: Double, text: String, words: String) throws {
        // The exposure of the anchor follows, so that the couplings stay couplings.
        var document = try anchor()
        document.parameters["muons_on_target"] = muons
        let card = try document.scaled(to: muons, .muonsOnTarget).card
        #expect(card.stem == "na64mu-\(text)-mot-scaled")
        #expect(card.title.contains(" \(words) MOT"))
        #expect(Card.isStem(card.stem))
    }

    @Test("What is computed is computed for more muons, and a background weakens curve and computation alike")
    func computed() throws {
        let document = try #require(BundledDocuments.computed("na64mu-2024-computed"))
        func limit(_ document: Document, at mass: Double) throws -> Double {
            try #require(try LinkedBounds().constraint(document, Conventions()).limit(at: mass))
        }
        for mass in [0.01, 6.5, 250, 2000] {
            let scaled = try document.scaled(to: 1e11, .muonsOnTarget)
            #expect(scaled.card.stem == "na64mu-2024-computed-1e11-mot-scaled" && scaled.card.method == .computed)
            #expect(scaled.limits.isEmpty && scaled.card.kind == .projected)
            let ratio = try limit(scaled, at: mass) / limit(document, at: mass)
            #expect(abs(ratio / (1.98e10 / 1e11).squareRoot() - 1) < 1e-12)
            let efficient = try document.scaled(to: 5e10, .muonsOnTarget, relativeEfficiency: 2)
            #expect(abs(try limit(efficient, at: mass) / (try limit(scaled, at: mass)) - 1) < 1e-12)
        }
        for (background, events) in [(0.0, 2.302585), (0.1, 2.451557), (1, 3.356574), (10, 6.998021)] {
            // The mean over the counts of a background, from the page of NA64; seven digits.
            let loss = (events / 2.302585).squareRoot()
            for (anchor, mass) in [(document, 30.0), (try anchor(), 30)] {
                let free = try limit(try anchor.scaled(to: 1e11, .muonsOnTarget), at: mass)
                let scaled = try anchor.scaled(to: 1e11, .muonsOnTarget, background: background)
                #expect(abs(try limit(scaled, at: mass) / free / loss - 1) < 1e-6)
                #expect(scaled.parameters["background"] == background)
            }
        }
        #expect(throws: DocumentError.self) { try document.scaled(to: 1e11, .muonsOnTarget, background: -1) }
        var unstated = try anchor()
        unstated.card.confidenceLevel = .notStated
        #expect(throws: DocumentError.parameterMissing(stem: "na64mu-2024", name: "confidence_level")) {
            try unstated.scaled(to: 1e11, .muonsOnTarget, background: 1)
        }
    }

    @Test("With a background no other level follows from the scaled curve; the computation takes the background along")
    func levelsWithBackground() throws {
        var anchor = try anchor()
        anchor.card.facts = ["statistic_kind": "counting", "signal_power": "2"]
        let conventions = Conventions(confidenceLevel: 0.95)
        func converted(_ background: Double) throws -> Document {
            try RescaledDocument(
                try anchor.scaled(to: 1e11, .muonsOnTarget, background: background), conventions
            ).document
        }
        #expect(try converted(0).card.confidenceLevel == .converted(0.95))
        #expect(try converted(10).card.confidenceLevel == .stated(0.9))
        #expect(try converted(10).card.signalPower == 2)
        let document = try #require(BundledDocuments.computed("na64mu-2024-computed"))
        let scaled = try document.scaled(to: 1e11, .muonsOnTarget, background: 10)
        let bound = try #require(try LinkedBounds().constraint(scaled, conventions) as? any AdaptedBound)
        #expect(bound.adapted(scaled.card).statistic == "counting with 10.0 events of background expected")
        let free = try document.scaled(to: 1e11, .muonsOnTarget)
        let without = try #require(try LinkedBounds().constraint(free, conventions) as? any AdaptedBound)
        #expect(without.adapted(free.card).statistic == "counting without background")
    }

    @Test("What can't be scaled is refused", arguments: [0, -1e11, .nan, .infinity])
    func refused(muons: Double) throws {
        let anchor = try anchor()
        #expect(throws: DocumentError.self) { try anchor.scaled(to: muons, .muonsOnTarget) }
        var unknownExposure = anchor
        unknownExposure.parameters = [:]
        #expect(throws: DocumentError.parameterMissing(stem: "na64mu-2024", name: "muons_on_target")) {
            try unknownExposure.scaled(to: 1e11, .muonsOnTarget)
        }
        let massBound = BundledDocuments.supplied(
            "na64mu-2024", kind: .observed, region: .belowMass(try Mass(inMeV: 5), .above(1e-9)),
            parameters: ["muons_on_target": 1.98e10])
        #expect(throws: DocumentError.noLimit(stem: "na64mu-2024")) {
            try massBound.scaled(to: 1e11, .muonsOnTarget)
        }
    }
}
