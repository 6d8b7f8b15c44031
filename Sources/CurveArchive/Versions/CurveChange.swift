import ConstraintKit

/// How far the limits of a document moved from one version to the next.
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
    /// What only the old version has: limits, tables and parameters by name.
    public var missing: [String]
    /// Limits whose kind is another now.
    public var otherKinds: [OtherKind]
    /// Parameters whose value is another now.
    public var parameters: [OtherValue]

    public struct OtherKind: Sendable, Hashable {
        public var limit: String
        public var before, after: Kind
    }

    public struct OtherValue: Sendable, Hashable {
        public var name: String
        public var before, after: Double
    }

    /// The greatest shift of all.
    public var greatest: Shift? { shifts.max { $0.dex < $1.dex } }

    public init(from old: Document, to new: Document) {
        shifts = []
        otherKinds = []
        missing = []
        // The kind on the card decides what a document's limits are worth.
        if old.card.kind != new.card.kind {
            otherKinds.append(.init(limit: new.card.stem, before: old.card.kind, after: new.card.kind))
        }
        for (index, limit) in old.limits.enumerated() {
            guard let now = Self.counterpart(of: index, in: old, new) else {
                missing.append(limit.name)
                continue
            }
            if limit.kind != now.kind {
                otherKinds.append(.init(limit: limit.name, before: limit.kind, after: now.kind))
            }
            shifts.append(limit.region.shift(to: now.region, name: limit.name))
        }
        missing += old.tables.keys.filter { new.tables[$0] == nil }.sorted()
        missing += old.parameters.keys.filter { new.parameters[$0] == nil }.sorted()
        parameters = old.parameters.sorted { $0.key < $1.key }.compactMap { name, before in
            guard let after = new.parameters[name], after != before else { return nil }
            return OtherValue(name: name, before: before, after: after)
        }
    }

    /// The limit of the same name; an only limit may have been renamed.
    private static func counterpart(of index: Int, in old: Document, _ new: Document) -> Limit? {
        let name = old.limits[index].name
        if let same = new.limits.first(where: { $0.name == name }) { return same }
        return old.limits.count == 1 && new.limits.count == 1 ? new.limits[0] : nil
    }
}
