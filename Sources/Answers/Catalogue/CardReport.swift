import ConstraintKit
import Documents

/// A card for people: what a bound is and what it rests on, a fact a line.
struct CardReport {
    typealias Fact = (name: String, value: String?)

    private let card: Card
    private let further: [Fact]

    /// - Parameter further: facts that are not the card's own, put below.
    init(_ card: Card, further: [Fact] = []) {
        self.card = card
        self.further = further
    }

    var text: String {
        let lines = facts.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "  " + name.padded(to: 18) + $0 }
        }
        return (["\(card.title)  (\(card.stem))"] + lines).map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private var facts: [Fact] {
        [
            ("summary", card.summary), ("kind", Wording.kind(card.kind)),
            ("confidence level", Wording.confidenceLevel(card.confidenceLevel)), ("statistic", card.statistic),
            ("kinetic mixing", Wording.mixing(card.kineticMixing)),
            ("method", card.method.rawValue + (card.methodNote.map { ": \($0)" } ?? "")),
            ("status", card.status.rawValue),
        ] + card.assumptions.map { ("assumes", $0) } + card.references.map { ("reference", Self.line($0)) } + further
    }

    private static func line(_ reference: Reference) -> String {
        let identifiers = [reference.texkey, reference.arxiv.map { "arXiv:\($0)" }, reference.doi.map { "doi:\($0)" }]
        return ([reference.citation] + identifiers.compactMap(\.self)).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
