import ConstraintKit
import CurveArchive
import Files
import PluginLoading
import RealModule

/// One bound of a scenario: its card, the part it plays, and what answers for it at each mass.
///
/// An object, since every verdict holds its bound: a million of them would copy and count its twenty parts each.
public final class Bound: Sendable {
    /// Whether a bound decides about a point or only informs.
    public enum Role: Sendable, Hashable {
        /// It is observed and decides the standing of a point.
        case decides
        /// It is one of several predictions that exclude one another, and not the one that counts.
        case alternative(group: String)
        /// A projection, preference or hint, or a limit whose card lacks what it takes to decide: it informs.
        case informs
    }

    public let card: Card
    public let role: Role
    /// The group of predictions that exclude one another to which it belongs, whether it counts or not.
    public let alternatives: String?
    /// The place where its document was found.
    public let origin: CurveOrigin
    /// Whether its document stands in place of one that the program carries.
    public let replacesBundled: Bool
    /// SHA-256 of the document.
    public var sha256: SHA256 { SHA256(of: contents) }
    /// An assumption of its derivation that the scenario does not share, though the bound stands; nil where all are shared.
    public let caveat: String?
    /// Whether it may decide, and what the scenario's conventions did to it.
    public let conditions: BoundConditions
    let constraint: any CouplingBound
    /// The same as what it is besides, found once: to ask at each point would take longer than most answers.
    let undecidedBound: (any UndecidedBound)?
    let remarkingBound: (any RemarkingBound)?
    /// Whether code of this program computes it or its document draws it, so that it goes smoothly between its knots.
    let isOfThisProgram: Bool
    /// The code that computes it, where it is not the program's own.
    public let code: PluginCode?
    /// Why it says nothing at any mass; nil where it speaks.
    public let silence: Silence?
    /// The document it was made from.
    private let contents: [UInt8]
    /// The regions that its document expected to exclude; none where it states only what was observed.
    let expectedRegions: [Region]
    /// The regions as its document draws them, before anything is rescaled.
    let documentRegions: [Region]
    /// The least mass that is not excluded, where the bound is an edge in mass.
    public let massEdge: Mass?

    init(
        card: Card, role: Role, alternatives: String? = nil, origin: CurveOrigin, replacesBundled: Bool = false,
        contents: [UInt8], caveat: String?, silence: Silence? = nil, conditions: BoundConditions = .init(),
        constraint: any CouplingBound, code: PluginCode? = nil, expectedRegions: [Region] = [],
        documentRegions: [Region] = [], isOfThisProgram: Bool = false
    ) {
        self.card = constraint.adaptedBound?.adapted(card) ?? card
        self.role = role
        if case .alternative(let group) = role { self.alternatives = group } else { self.alternatives = alternatives }
        self.origin = origin
        self.replacesBundled = replacesBundled
        self.contents = contents
        self.caveat = caveat
        self.silence = silence
        self.conditions = conditions
        self.constraint = constraint
        self.isOfThisProgram = isOfThisProgram
        undecidedBound = constraint.undecidedBound
        remarkingBound = constraint.remarkingBound
        self.code = code
        self.expectedRegions = expectedRegions
        self.documentRegions = documentRegions
        massEdge = silence == nil ? constraint.massBound?.massEdge : nil
    }

    private func answer(at mass: Mass) throws -> Boundary {
        try silence.map { .silent($0) } ?? constraint.boundary(at: mass)
    }

    /// The verdict on a point.
    ///
    /// A bound that throws or answers nonsense has failed; its failure is reported and never decides anything.
    public func verdict(at mass: Mass, coupling: Coupling) -> BoundVerdict {
        let boundary: Boundary
        do {
            boundary = try answer(at: mass)
        } catch {
            return BoundVerdict(bound: self, verdict: .failed(BoundFailure(error)), isAtTheLimit: false)
        }
        var verdict = verdict(from: boundary, at: mass, coupling: coupling)
        do { try elaborate(&verdict, at: mass, coupling: coupling) } catch {
            return BoundVerdict(bound: self, verdict: .failed(BoundFailure(error)), isAtTheLimit: false)
        }
        return verdict
    }

    /// What the bound says at a mass; nil where it fails or answers nonsense, which every report then says.
    package func boundary(at mass: Mass) -> Boundary? {
        do {
            let boundary = try answer(at: mass)
            return boundary.isWellFormed ? boundary : nil
        } catch { return nil }
    }

    /// What the bound says along a row of masses; a mass at which it fails or answers nonsense is nil, and the first
    /// reason comes with it.
    func boundaries(along row: MassRow) -> (boundaries: [Boundary?], failure: BoundFailure?) {
        if let silence { return (row.map { _ in .silent(silence) }, nil) }
        var failure: BoundFailure?
        func usable(_ answer: Result<Boundary, some Error>) -> Boundary? {
            switch answer {
            case .success(let boundary) where boundary.isWellFormed: return boundary
            case .success: failure = failure ?? .notWellFormed
            case .failure(let error): failure = failure ?? BoundFailure(error)
            }
            return nil
        }
        if let plugin = constraint as? PluginBound {
            return (plugin.answers(along: row).map(usable), failure)
        }
        do {
            let answer = try constraint.boundaries(along: row)
            if answer.count == row.count { return (answer.map { usable(Result<_, Never>.success($0)) }, failure) }
        } catch {
            // One bad mass must not cost the others: each is asked for alone.
        }
        return (row.map { mass in usable(Result { try constraint.boundary(at: mass) }) }, failure)
    }

    /// Whether the code of a plugin computes it.
    package var isPlugin: Bool { constraint is PluginBound }

    /// Whether what it says may depend on the angles by which neutrinos mix. Of code from elsewhere nobody knows.
    package var followsLeptonMixing: Bool {
        !isOfThisProgram || constraint.leptonMixingBound?.followsLeptonMixing == true
    }

    /// Whether it may go with the scenario's confidence level: curves, which are converted, and code that says so of its card.
    package var mayFollowLevel: Bool { card.method != .computed || constraint is any AdaptedBound }

    /// Asks a bound that wants rows for all masses of one, each of which will be wanted alone.
    package func remember(along row: MassRow) { (constraint as? any RowBound)?.remember(along: row) }

    func verdict(from boundary: Boundary, at mass: Mass, coupling: Coupling) -> BoundVerdict {
        guard boundary.isWellFormed else {
            return BoundVerdict(bound: self, verdict: .failed(.notWellFormed), isAtTheLimit: false)
        }
        switch boundary {
        case .silent(let silence):
            return BoundVerdict(bound: self, verdict: .silent(silence), isAtTheLimit: false)
        case .excludes(let excluded):
            return BoundVerdict(
                bound: self, Exclusion(by: excluded, massEdge: massEdge, at: mass, coupling: coupling))
        case .prefers(let bands):
            return preference(from: bands, at: mass, coupling: coupling)
        }
    }

    private func preference(from bands: [PreferredInterval], at mass: Mass, coupling: Coupling) -> BoundVerdict {
        var pull: Double?
        if let likelihood = constraint.likelihoodBound {
            do {
                pull = (-2 * min(0, try likelihood.logLikelihood(at: mass, coupling: coupling))).squareRoot()
            } catch DocumentError.noLikelihood {
                // A curve was supplied in place of the formula: the band stands, without a pull.
                pull = nil
            } catch {
                return BoundVerdict(bound: self, verdict: .failed(BoundFailure(error)), isAtTheLimit: false)
            }
        }
        let widest = CouplingIntervals(union: bands.map(\.couplings))
        let isAtTheLimit = widest.contains { $0.hasEdge(at: coupling.value) }
        let isInside = isAtTheLimit || widest.contains { $0.contains(coupling.value) }
        let limit = widest.compactMap { $0.nearestEdge(to: coupling.value) }
            .min { abs(dex(from: $0, to: coupling.value)) < abs(dex(from: $1, to: coupling.value)) }
        let distance = limit.map { abs(dex(from: $0, to: coupling.value)) }
        return BoundVerdict(
            bound: self, verdict: isInside ? .preferred(pull: pull) : .disfavoured(pull: pull), limit: limit,
            isAtTheLimit: isAtTheLimit, marginInDex: distance.map { isInside ? $0 : -$0 })
    }
}

extension Bound {
    /// The least coupling excluded at a mass [MeV]; nil where none is or nothing is said.
    public func lowestExcluded(atMass mass: Double) -> Double? {
        guard let mass = try? Mass(inMeV: mass), case .excludes(let intervals)? = boundary(at: mass) else { return nil }
        return intervals.first?.lower
    }
}
