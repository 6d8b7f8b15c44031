import ConstraintKit

/// What someone says of a bound: a file of itself, a catalogue or a user of a file. Nothing need be said.
public struct CardStatements: Sendable, Hashable {
    public var stem: String?
    public var title: String?
    public var summary: String?
    public var kind: Kind?
    public var confidenceLevel: ConfidenceLevel?
    public var statistic: String?
    public var mixing: KineticMixing?
    public var assumptions: [String] = []
    public var references: [Reference] = []
    public var method: Method?
    public var methodNote: String?
    public var status: Status?
    /// Further facts of ``CardField/all`` by key, as they are written.
    public var facts: [String: String] = [:]

    public init() {}

    /// The same, with what another says where this is silent.
    func completed(by other: CardStatements) -> CardStatements {
        var all = self
        for field in CardField.all { field.complete(&all, other) }
        return all
    }

    /// Takes from another file what is not yet said, and what can be said more than once.
    mutating func merge(_ other: CardStatements) {
        var rest = other
        assumptions += other.assumptions.filter { !assumptions.contains($0) }
        references += other.references.filter { !references.contains($0) }
        (rest.assumptions, rest.references) = ([], [])
        self = completed(by: rest)
    }

    /// The kinetic mixing that holds once the user has spoken; without a word from anyone there is none.
    func settledMixing(_ options: ImportOptions) -> KineticMixing { options.mixing ?? mixing ?? .none }

    /// The card, from the user's options first, then the file, then the limits themselves.
    /// - Parameter missing: receives what nobody says.
    func card(
        file: String, options: ImportOptions, limits: [Limit], missing: inout [MissingItem]
    ) throws(CurveFormatError) -> Card? {
        let principal = limits.first { $0.kind == .observed } ?? limits.first
        let said = options.card.completed(by: self)
        let stem = said.stem ?? stemOfFile(named: file)
        if let stem, !Card.isStem(stem) { throw .badStem(stem) }
        let kind = said.kind ?? principal?.kind
        let level = said.confidenceLevel ?? principal?.confidenceLevel
        if stem == nil { missing.append(.stem) }
        // Where there are curves, what they lack has been noted for each of them.
        if kind == nil, missing.isEmpty { missing.append(.kind(table: file)) }
        if level == nil, missing.allSatisfy({ $0 == .kind(table: file) }) {
            missing.append(.confidenceLevel(table: file))
        }
        guard let stem, let kind, let level else { return nil }
        var card = Card(
            stem: stem, title: said.title ?? stem, summary: said.summary ?? "", kind: kind, confidenceLevel: level,
            statistic: said.statistic, kineticMixing: said.mixing ?? .none, assumptions: said.assumptions,
            references: said.references, method: said.method ?? .notStated, methodNote: said.methodNote,
            status: said.status ?? .unvalidated)
        card.facts = said.facts
        return card
    }

    /// What a file says and the user says otherwise, but for what each curve is told of by itself.
    func overruled(by options: ImportOptions, file: String) -> [CurveWarning] {
        var own = ImportOptions()
        own.card = self
        let ofCurves = [CardField.kind, .confidenceLevel, .excludedSide].map(\.key)
        return CardField.deciding.filter { !$0.isRepeated && !ofCurves.contains($0.key) }.compactMap { field in
            guard let said = field.texts(own).first, let given = field.texts(options).first, said != given else {
                return nil
            }
            return .overruled(table: file, field: field.key, said: said, given: given)
        }
    }
}
