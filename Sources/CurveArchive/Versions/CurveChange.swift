import ConstraintKit
import CurveFormats

/// How a document differs from one version to the next.
public struct CurveChange: Sendable, Hashable {
    /// The greatest shift of one limit.
    public struct Shift: Sendable, Hashable {
        /// The limit's name in its document.
        public var limit: String
        /// |log₁₀ g′_new/g′_old| where it is greatest [dex]; for an edge in mass, the same of masses.
        public var dex: Double
        /// Where that is [MeV].
        public var massInMeV: Double
        /// The fraction of the masses with a limit before that still have one.
        public var kept: Double
    }

    /// One for each limit that both versions have.
    public var shifts: [Shift]
    /// What only the old version has: limits, tables, their columns, and parameters by name.
    public var missing: [String]
    /// What only the new version has, by name.
    public var added: [String]
    /// Facts that decide, and are others now: of the card, and of single limits.
    public var facts: [OtherFact]
    /// Facts that only tell, and are others now: title, summary, what is to be cited, how the numbers were read.
    public var told: [OtherFact]
    /// Parameters whose value is another now.
    public var parameters: [OtherValue]

    /// A fact that is another now, in the words of answers; none where nothing was said.
    public struct OtherFact: Sendable, Hashable {
        /// The limit that it is said of; nil for the whole document.
        public var limit: String?
        /// The key of ``CardField``.
        public var key: String
        public var before, after: [String]
    }

    public struct OtherValue: Sendable, Hashable {
        public var name: String
        public var before, after: Double
    }

    /// The greatest shift of all, but for limits that turned round, of which the facts tell.
    public var greatest: Shift? { shifts.filter { !hasTurned($0) }.max { $0.dex < $1.dex } }

    /// Whether a limit excludes another side now: no line of it was there before.
    func hasTurned(_ shift: Shift) -> Bool {
        facts.contains { $0.limit == shift.limit && $0.key == CardField.excludedSide.key }
    }

    /// Whether nothing that is compared is another.
    public var isWithoutDifference: Bool {
        (greatest?.dex ?? 0) == 0 && missing.isEmpty && added.isEmpty && facts.isEmpty && told.isEmpty
            && parameters.isEmpty
    }

    public init(from old: Document, to new: Document) {
        shifts = []
        facts = Self.otherFacts(CardField.deciding, from: old.card, to: new.card)
        told = Self.otherFacts(CardField.telling, from: old.card, to: new.card)
        var gone: [String] = []
        for (index, limit) in old.limits.enumerated() {
            guard let now = Self.counterpart(of: index, in: old, new) else {
                gone.append(limit.name)
                continue
            }
            facts += Self.otherFacts(from: limit, to: now)
            shifts.append(limit.region.shift(to: now.region, name: limit.name))
        }
        missing = gone + Self.names(of: old).subtracting(Self.names(of: new)).sorted()
        let arrived = new.limits.enumerated().filter { Self.counterpart(of: $0.offset, in: new, old) == nil }
        added = arrived.map(\.element.name) + Self.names(of: new).subtracting(Self.names(of: old)).sorted()
        parameters = old.parameters.sorted { $0.key < $1.key }.compactMap { name, before in
            guard let after = new.parameters[name], after != before else { return nil }
            return OtherValue(name: name, before: before, after: after)
        }
    }

    /// The limit of the same name; an only limit may have been renamed.
    private static func counterpart(of index: Int, in old: Document, _ new: Document) -> Limit? {
        let name = old.limits[index].name
        // Several of one name are told apart by their order.
        let before = old.limits[..<index].count { $0.name == name }
        let same = new.limits.filter { $0.name == name }
        if before < same.count { return same[before] }
        return old.limits.count == 1 && new.limits.count == 1 ? new.limits[0] : nil
    }

    /// Tables, their columns with units, and parameters.
    private static func names(of document: Document) -> Set<String> {
        var names = Set(document.parameters.keys)
        for (name, table) in document.tables {
            names.insert(name)
            names.formUnion(table.columns.map { "\(name).\($0.name)" + ($0.unit.isEmpty ? "" : " [\($0.unit)]") })
        }
        return names
    }

    private static func otherFacts(_ fields: [CardField], from old: Card, to new: Card) -> [OtherFact] {
        fields.compactMap { field in
            guard field.parts.map({ $0.value(old) }) != field.parts.map({ $0.value(new) }) else { return nil }
            // A title is no line of a card that has it above.
            let isTitle = field.key == CardField.title.key
            return OtherFact(
                limit: nil, key: field.key, before: isTitle ? [old.title] : field.lines(old),
                after: isTitle ? [new.title] : field.lines(new))
        }
    }

    private static func otherFacts(from old: Limit, to new: Limit) -> [OtherFact] {
        func other(_ field: CardField, _ text: (Limit) -> String) -> OtherFact? {
            let (before, after) = (text(old), text(new))
            return before == after
                ? nil : OtherFact(limit: old.name, key: field.key, before: [before], after: [after])
        }
        return [
            other(.kind) { $0.kind.rawValue }, other(.confidenceLevel) { $0.confidenceLevel.words },
            other(.excludedSide) { $0.region.side },
        ].compactMap(\.self)
    }
}

extension Region {
    /// Which side of its line it covers, in the words of ``ExcludedSide`` as far as they go.
    fileprivate var side: String {
        switch self {
        case .above: ExcludedSide.above.rawValue
        case .below: ExcludedSide.below.rawValue
        case .inside: ExcludedSide.inside.rawValue
        case .outside: ExcludedSide.outside.rawValue
        case .between: "between two edges"
        case .belowMass: "below a mass"
        }
    }
}
