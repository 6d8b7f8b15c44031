import ConstraintKit
import Files

extension PreparedWriter {
    mutating func put(_ card: Card) {
        put(card.stem)
        put(card.title)
        put(card.summary)
        put(oneOf: card.kind)
        put(card.confidenceLevel)
        put(ifAny: card.statistic)
        put(card.kineticMixing)
        put(all: card.assumptions) { $0.put($1) }
        put(all: card.references) { $0.put($1) }
        put(oneOf: card.method)
        put(ifAny: card.methodNote)
        put(oneOf: card.status)
        put(byKey: card.facts) { $0.put($1) }
    }

    public mutating func put(_ reference: Reference) {
        put(ifAny: reference.texkey)
        put(ifAny: reference.arxiv)
        put(ifAny: reference.doi)
        put(reference.citation)
        put(byKey: reference.facts) { $0.put($1) }
    }

    public mutating func put(_ level: ConfidenceLevel) {
        switch level {
        case .stated: put(0)
        case .inferred: put(1)
        case .converted: put(2)
        case .notStated: put(3)
        }
        put(level.fraction ?? 0)
    }

    private mutating func put(_ mixing: KineticMixing) {
        switch mixing {
        case .none: put(0)
        case .natural: put(1)
        case .running: put(2)
        case .ratio(let ratio):
            put(3)
            put(ratio)
        case .fixed(let epsilon):
            put(4)
            put(epsilon)
        }
    }
}

extension PreparedReader {
    mutating func card() throws(Fault) -> Card {
        var card = Card(
            stem: try text(), title: try text(), summary: try text(), kind: try oneOf(), confidenceLevel: try level(),
            statistic: try textIfAny(), kineticMixing: try mixing(), assumptions: try texts(),
            references: try all { reader throws(Fault) in try reader.reference() }, method: try oneOf(),
            methodNote: try textIfAny(), status: try oneOf())
        card.facts = try textsByKey()
        return card
    }

    public mutating func reference() throws(Fault) -> Reference {
        var reference = Reference(
            texkey: try textIfAny(), arxiv: try textIfAny(), doi: try textIfAny(), citation: try text())
        reference.facts = try textsByKey()
        return reference
    }

    public mutating func level() throws(Fault) -> ConfidenceLevel {
        let (tag, fraction) = (try count(), try double())
        switch tag {
        case 0: return .stated(fraction)
        case 1: return .inferred(fraction)
        case 2: return .converted(fraction)
        case 3: return .notStated
        default: throw .unusableValue
        }
    }

    private mutating func mixing() throws(Fault) -> KineticMixing {
        switch try count() {
        case 0: .none
        case 1: .natural
        case 2: .running
        case 3: .ratio(try double())
        case 4: .fixed(try double())
        default: throw .unusableValue
        }
    }

    private mutating func texts() throws(Fault) -> [String] { try all { reader throws(Fault) in try reader.text() } }

    private mutating func textsByKey() throws(Fault) -> [String: String] {
        try byKey { reader throws(Fault) in try reader.text() }
    }
}
