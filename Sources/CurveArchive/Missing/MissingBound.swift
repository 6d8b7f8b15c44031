import ConstraintKit

/// A bound that somebody may expect and that the program does not carry: what its publication states of it.
public struct MissingBound: Sendable, Hashable {
    /// The name it has, or would have, as a document.
    public let stem: String
    /// A short name for people.
    public let title: String
    public let reference: Reference
    /// Another publication, which made of the experiment the limit that is meant; nil where the first did so itself.
    public let interpretation: Reference?
    /// What the publication states, in a sentence or two.
    public let statement: String
    /// Where it speaks and what it limits there; empty where not even its masses are at hand.
    public let reach: [Reach]
    /// What keeps its reach from being an exclusion without a doubt; nil where nothing does.
    public let caution: String?
    /// Where the numbers of ``statement`` and ``reach`` come from.
    public let basis: Basis
    /// Why it is not in here.
    public let why: String
    /// Whether it speaks only of a Z′ that mixes with the photon.
    public let needsMixing: Bool
    /// The mixing that is granted; what needs mixing states nothing without.
    public internal(set) var granted: KineticMixing = .none

    /// The number at arXiv of its publication, or else of the one that interprets it.
    public var arxiv: String? { reference.arxiv ?? interpretation?.arxiv }

    /// Masses, and the couplings that are stated for them.
    public struct Reach: Sendable, Hashable {
        /// [MeV]; from 0 where the publication states no least mass.
        public let masses: ClosedRange<Double>
        /// The least and the greatest of the limits on g′ along these masses; nil where none is at hand. It is not stated at
        /// which mass each holds.
        public let couplings: ClosedRange<Double>?
        /// The least ε of a dark photon that is excluded along these masses by its visible decays, and the greatest, infinite
        /// where a larger one is excluded too; nil where none is at hand.
        public let mixings: ClosedRange<Double>?

        public init(
            masses: ClosedRange<Double>, couplings: ClosedRange<Double>?, mixings: ClosedRange<Double>? = nil
        ) {
            self.masses = masses
            self.couplings = couplings
            self.mixings = mixings
        }
    }

    /// Where numbers come from.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The publication was read, or its abstract.
        case stated
        /// A curve of the publication was read as others had digitised it.
        case digitised
        /// From memory.
        case recalled
    }

    public init(
        stem: String, title: String, reference: Reference, interpretation: Reference? = nil, statement: String,
        reach: [Reach], caution: String? = nil, basis: Basis, why: String, needsMixing: Bool = false
    ) {
        self.stem = stem
        self.title = title
        self.reference = reference
        self.interpretation = interpretation
        self.statement = statement
        self.reach = reach
        self.caution = caution
        self.basis = basis
        self.why = why
        self.needsMixing = needsMixing
    }
}
