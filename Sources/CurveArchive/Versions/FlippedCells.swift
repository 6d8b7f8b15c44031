import ConstraintKit

/// The cells of the plane where a bound says another thing than it did, by more than its edges may move.
public struct FlippedCells: Sendable, Hashable {
    /// What a bound says at a cell.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case excluded
        case preferred
        case allowed
        /// It says nothing.
        case silent

        /// Which turn concerns a reader most: that away from what was allowed.
        var rank: Int {
            switch self {
            case .allowed: 0
            case .silent: 1
            case .preferred: 2
            case .excluded: 3
            }
        }
    }

    public struct Cell: Sendable, Hashable {
        public var massInMeV: Double
        public var coupling: Double
        public var from, to: Verdict
    }

    /// How many there are, of ``total``.
    public var count = 0
    /// The cells of the grid.
    public var total = 0
    /// A few of each kind in turn.
    public var examples: [Cell] = []

    /// Cells by the side of the grid: it spans all masses and couplings that either version speaks about.
    static let side = 200
    static let mostExamples = 8
}

/// Makes the bound of a document; nil where this program has nothing to make it with, so that its points are all that can
/// be compared.
public typealias BoundMaker = @Sendable (Document, Conventions) throws -> (any CouplingBound)?

/// How far the edges of a bound may move before cells count as flipped.
struct FlipTolerance {
    /// [dex] of g′
    var coupling: Double
    /// [dex] of m: a tenth, as far as a steep edge read from a figure may be off. Farther out a curve speaks about masses
    /// about which it did not.
    var mass = 0.04
}

extension FlippedCells {
    /// What flips from one version to the next under those conventions under which most does: those without mixing, and
    /// those that either version asks for.
    /// - Parameter old: nil where there is none: then all that the new version says is new.
    /// - Throws: what the new version's bound throws; one of the old that can't be made says nothing.
    init(
        from old: Document?, to new: Document, _ tolerance: FlipTolerance, _ make: BoundMaker
    ) throws {
        var mixings: [KineticMixing] = []
        for mixing in [.none, old?.card.kineticMixing ?? .none, new.card.kineticMixing] where !mixings.contains(mixing)
        {
            mixings.append(mixing)
        }
        let masses = try ComparedMasses(of: [old, new].compactMap(\.self))
        for mixing in mixings {
            let conventions = Conventions(kineticMixing: mixing)
            guard let after = try make(new, conventions) else { continue }
            let before: (any CouplingBound)?
            do { before = try old.flatMap { try make($0, conventions) } } catch { before = nil }
            let found = try VerdictComparison(before, after, masses, tolerance).cells
            if found.count > count || total == 0 { self = found }
        }
    }
}
