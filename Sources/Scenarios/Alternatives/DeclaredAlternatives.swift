import ConstraintKit
import CurveArchive
import CurveFormats

/// Which bounds are alternatives of each other, as their documents declare.
public struct DeclaredAlternatives: Sendable {
    /// A bound that can't hold beside the others of its group.
    public struct Member: Sendable, Hashable {
        public let stem: String
        public let group: String
        /// What it is called where one of the group is chosen: its stem where the document gives no shorter name.
        public let shortName: String
    }

    /// In order of their stems, those of documents given for one run after them.
    public private(set) var members: [Member]

    /// None.
    public static let none = DeclaredAlternatives(members: [])

    private init(members: [Member]) { self.members = members }

    /// Those that a catalogue holds, and documents given for one run.
    public init(in catalogue: Catalogue, given: [CatalogueEntry] = []) {
        self.init(
            facts: catalogue.stems.map { ($0, catalogue.facts(of: $0)) }
                + given.map { ($0.stem, $0.document.card.facts) })
    }

    /// What concerns some bounds: where none of them declares a group, no other document is read.
    public init(of stems: [String], in catalogue: Catalogue, given: [CatalogueEntry] = []) {
        let own = Self(
            facts: stems.map { ($0, catalogue.facts(of: $0)) } + given.map { ($0.stem, $0.document.card.facts) })
        self = own.members.isEmpty ? own : Self(in: catalogue, given: given)
    }

    private init(facts: [(stem: String, facts: [String: String])]) {
        members = []
        for (stem, facts) in facts {
            guard let group = facts[CardField.alternatives.key] else { continue }
            let member = Member(stem: stem, group: group, shortName: facts[CardField.shortName.key] ?? stem)
            members.removeAll { $0.stem == stem }
            members.append(member)
        }
    }

    /// The members of a group.
    public func members(of group: String) -> [Member] { members.filter { $0.group == group } }

    /// The group that a bound declares; nil where it declares none.
    public func group(of stem: String) -> String? { members.first { $0.stem == stem }?.group }
}

/// Why a bound can't be put among alternatives.
public enum AlternativesError: Error, Sendable, Hashable {
    /// A document names a group that no other has, and that is spelled nearly as another: a slip of the pen.
    case unknownGroup(stem: String, group: String, nearest: String)
}
