import ConstraintKit
import CurveArchive
import CurveFormats
import Testing

@testable import Answers
@testable import Assessment

/// A level of one side and one of both are told apart wherever a level is shown.
@Suite struct LevelSidesTests {
    private static func card(_ level: ConfidenceLevel, statistic: String? = nil, kind: String? = nil) -> Card {
        var card = Card(stem: "a", title: "A", kind: .observed, confidenceLevel: level, method: .computed)
        card.statistic = statistic
        if let kind { card.facts = [Card.keyOfStatistic: kind] }
        return card
    }

    @Test func aCardSaysWhichByItsStatistic() {
        let words: [(Card, String)] = [
            (Self.card(.stated(0.9)), "90 %"),
            (Self.card(.stated(0.95), statistic: "Gaussian, two-sided"), "95 % (two-sided)"),
            (
                Self.card(.inferred(0.977), statistic: "one-sided, two standard deviations"),
                "97.7 % (inferred, one-sided)"
            ),
            (Self.card(.stated(0.9), kind: "counting"), "90 % (one-sided)"),
            (Self.card(.stated(0.9), kind: "cls"), "90 %"),
            (Self.card(.notStated, statistic: "one-sided"), "not stated"),
        ]
        for (card, expected) in words { #expect(Wording.confidenceLevel(of: card) == expected) }
    }

    /// What is bundled: N_eff is an interval, g − 2 an upper limit.
    @Test func bundledBoundsSayIt() throws {
        let catalogue = Catalogue(paths: .none)
        #expect(try catalogue.entry(for: "neff-history").document.card.levelSides == .two)
        #expect(try catalogue.entry(for: "g-2-wp25").document.card.levelSides == .one)
        #expect(try catalogue.entry(for: "na64mu-2024").document.card.levelSides == .one)
        #expect(try catalogue.entry(for: "cms-4mu").document.card.levelSides == nil)
    }
}
