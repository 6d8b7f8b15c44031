import ConstraintKit
import CurveFormats
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
        let lines = (facts + further).compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "  " + name.padded(to: 18) + $0 }
        }
        return (["\(card.title)  (\(card.stem))"] + lines).map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private var facts: [Fact] {
        CardField.all.flatMap { field in field.lines(card).map { (field.label, $0) } }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
