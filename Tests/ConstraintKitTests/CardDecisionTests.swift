import ConstraintKit
import Testing

/// What a card needs for its bound to decide.
@Suite struct CardDecisionTests {
    private static func card(_ level: ConfidenceLevel, _ references: [Reference]) -> Card {
        Card(stem: "a", title: "a", kind: .observed, confidenceLevel: level, references: references, method: .digitised)
    }

    private static let identified = [
        Reference(texkey: "Laha:2013xua", citation: ""), Reference(arxiv: "1304.3460", citation: ""),
        Reference(doi: "10.1103/PhysRevD.89.093025", citation: ""),
    ]

    @Test(arguments: identified, [ConfidenceLevel.stated(0.9), .inferred(0.95), .converted(0.95)])
    func aPublicationAndALevelAreEnough(reference: Reference, level: ConfidenceLevel) {
        #expect(Self.card(level, [reference]).lacksToDecide.isEmpty)
        #expect(Self.card(level, [Reference(citation: "words"), reference]).lacksToDecide.isEmpty)
    }

    @Test func wordsAloneNameNoPublication() {
        let words = [Reference(citation: "COHERENT CsI, source paper not stated"), Reference(arxiv: "", citation: "x")]
        #expect(Self.card(.inferred(0.9), words).lacksToDecide == [.publication])
        #expect(Self.card(.notStated, []).lacksToDecide == [.publication, .confidenceLevel])
        #expect(Self.card(.notStated, Self.identified).lacksToDecide == [.confidenceLevel])
    }

    @Test func factsOfTheSignalAreReadAsNumbers() {
        var card = Self.card(.stated(0.9), [])
        #expect(card.signalPower == nil && card.signalLaw == nil && card.curveError == nil && card.statisticKind == nil)
        card.facts = ["statistic_kind": "counting", "signal_power": "4", "curve_error": "0.13", "charge_rule": "muon"]
        #expect(card.statisticKind == .counting && card.signalPower == 4 && card.curveError == 0.13)
        #expect(card.chargeRule == .muon && card.signalLaw == nil)
        card.facts["mixing_power"] = "2"
        #expect(card.signalLaw?.ownPower == 2)
        card.facts["mixing_power"] = "5"
        #expect(card.signalLaw == nil, "more powers of ε than there are")
        card.facts["curve_error"] = "-1"
        #expect(card.curveError == nil)
    }
}
