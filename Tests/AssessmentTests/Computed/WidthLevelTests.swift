import ConstraintKit
import Testing

@testable import Assessment

@Suite("Limits on widths and branching ratios at another confidence level")
struct WidthLevelTests {
    private static func document(_ stem: String, _ level: ConfidenceLevel) throws -> Document {
        var document = try #require(BundledDocuments.computed(stem))
        document.card.confidenceLevel = level
        return document
    }

    private static func edge(_ document: Document, _ level: Double?) throws -> Double {
        let bound = try LinkedBounds().constraint(document, Conventions(confidenceLevel: level))
        guard case .excludes(let excluded) = try bound.boundary(at: Mass(inMeV: 6.5)), let first = excluded.first else {
            Issue.record("it excludes nothing")
            return 0
        }
        return first.lower
    }

    /// g′² goes with the width that is left, and that with 1.6449, 1.9600 and 2.5758 deviations of both sides at 90, 95 and
    /// 99 % (tables of the normal distribution).
    @Test("The Z's width has a normal error, counted on both sides")
    func widths() throws {
        for stem in ["z-decay-inclusive", "z-decay-three-flavours", "z-decay-mu-tau"] {
            let document = try Self.document(stem, .stated(0.95))
            let own = try Self.edge(document, nil)
            #expect(try Self.edge(document, 0.95) == own, "\(stem)")
            for (level, deviations) in [(0.9, 1.644854), (0.99, 2.575829)] {
                let expected: Double = (deviations / 1.959964).squareRoot()
                #expect(abs(try Self.edge(document, level) / own / expected - 1) < 1e-6, "\(stem) \(level)")
                let bound = try LinkedBounds().constraint(document, Conventions(confidenceLevel: level))
                let card = try #require(bound as? any AdaptedBound).adapted(document.card)
                #expect(card.confidenceLevel == .converted(level) && card.levelSides == .two, "\(stem)")
            }
        }
    }

    @Test("A limit on a branching ratio stays where it is, and says so")
    func branchingRatios() throws {
        for stem in ["kaon-vector-pang1973", "kaon-vector-e949"] {
            let document = try Self.document(stem, .stated(0.9))
            #expect(try Self.edge(document, 0.95) == Self.edge(document, nil), "\(stem)")
            #expect(LevelRemark(document.card, asked: 0.95) == .notConvertible(.stated(0.9)))
        }
    }
}
