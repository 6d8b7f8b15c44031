import ConstraintKit

/// A bound that somebody may expect and that the program does not carry: what its publication states of it.
public struct MissingBound: Sendable, Hashable {
    /// The name it has, or would have, as a document.
    public let stem: String
    /// A short name for people.
    public let title: String
    public let reference: Reference
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

    /// Masses, and the couplings that are stated for them.
    public struct Reach: Sendable, Hashable {
        /// [MeV]; from 0 where the publication states no least mass.
        public let masses: ClosedRange<Double>
        /// The least and the greatest of the limits on g′ along these masses; nil where none is at hand. It is not stated at
        /// which mass each holds.
        public let couplings: ClosedRange<Double>?

        public init(masses: ClosedRange<Double>, couplings: ClosedRange<Double>?) {
            self.masses = masses
            self.couplings = couplings
        }
    }

    /// Where numbers come from.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The publication was read, or its abstract.
        case stated
        /// From memory.
        case recalled
    }

    public init(
        stem: String, title: String, reference: Reference, statement: String, reach: [Reach], caution: String? = nil,
        basis: Basis, why: String
    ) {
        self.stem = stem
        self.title = title
        self.reference = reference
        self.statement = statement
        self.reach = reach
        self.caution = caution
        self.basis = basis
        self.why = why
    }
}

extension MissingBound {
    /// What may be known of it at a mass.
    public enum Statement: Sendable, Hashable {
        /// It says nothing there.
        case none
        /// It may limit the coupling there, and no number is at hand.
        case withoutNumber
        /// Its limits along masses that hold this one lie between these couplings.
        case limits(ClosedRange<Double>)

        /// Whether it may exclude one of the couplings up to this one.
        public func mayExclude(upTo coupling: Double) -> Bool {
            switch self {
            case .none: false
            case .withoutNumber: true
            case .limits(let couplings): couplings.lowerBound <= coupling
            }
        }
    }

    /// What it states of masses. Where several parts of its reach have some, all their limits count.
    /// - Parameter masses: [MeV]
    public func statement(on masses: ClosedRange<Double>) -> Statement {
        guard !reach.isEmpty else { return .withoutNumber }
        let parts = reach.filter { $0.masses.overlaps(masses) }
        guard !parts.isEmpty else { return .none }
        let limits = parts.compactMap(\.couplings)
        guard let first = limits.first else { return .withoutNumber }
        return .limits(
            limits.dropFirst().reduce(first) {
                min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
            })
    }

    /// What it states at a mass.
    public func statement(at mass: Mass) -> Statement { statement(on: mass.inMeV...mass.inMeV) }

    /// Whether it may say anything in a part of the plane.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′
    public func overlaps(masses: ClosedRange<Double>, couplings: ClosedRange<Double>) -> Bool {
        statement(on: masses).mayExclude(upTo: couplings.upperBound)
    }
}
