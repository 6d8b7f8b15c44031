/// A bound that is computed where its document says so, and taken from the document's curve where it does not.
///
/// A document whose card gives ``Method/computed`` holds the parameters of a formula, and so does one that is
/// ``Method/reconstructed`` from stated numbers and draws no curve. Any other means that somebody supplied a curve under the
/// same stem, and the curve is taken as it is: a published limit replaces our recast of it without a line of code.
public struct ComputedOrSupplied<Formula: Constraint>: Constraint {
    enum Basis {
        case formula(Formula)
        case curve(CurveConstraint, stem: String)
    }

    let basis: Basis

    public static var stems: [String] { Formula.stems }

    /// - Throws: what the formula throws on its parameters; ``DocumentError/noLimit(stem:)`` where a curve is missing.
    public init(_ document: Document, _ conventions: Conventions) throws {
        let method = document.card.method
        if method == .computed || (method == .reconstructed && document.ownLimits.isEmpty) {
            basis = .formula(try Formula(document, conventions))
        } else {
            basis = .curve(try CurveConstraint(document, conventions), stem: document.card.stem)
        }
    }

    public func boundary(at mass: Mass) throws -> Boundary {
        switch basis {
        case .formula(let formula): try formula.boundary(at: mass)
        case .curve(let curve, _): curve.boundary(at: mass)
        }
    }

    public func boundaries(along row: MassRow) throws -> BoundaryRow {
        switch basis {
        case .formula(let formula): try formula.boundaries(along: row)
        case .curve(let curve, _): curve.boundaries(along: row)
        }
    }
}

// The formula answers for what it is. A curve in its place follows no charges and no conventions, and remarks nothing; what
// else it is the conformances decide.
extension ComputedOrSupplied {
    private var formula: Formula? { if case .formula(let formula) = basis { formula } else { nil } }

    public var adaptedBound: (any AdaptedBound)? { formula?.adaptedBound }
    public var chargedBound: (any ChargedBound)? { formula?.chargedBound }
    public var leptonMixingBound: (any LeptonMixingBound)? { formula?.leptonMixingBound }
    public var neutrinoNumberBound: (any NeutrinoNumberBound)? { formula?.neutrinoNumberBound }
    public var remarkingBound: (any RemarkingBound)? { formula?.remarkingBound }

    public var likelihoodBound: (any LikelihoodBound)? {
        if let formula { formula.likelihoodBound } else { self as? any LikelihoodBound }
    }

    public var massBound: (any MassBound)? {
        switch basis {
        case .formula(let formula): formula.massBound
        case .curve(let curve, _): curve.massEdge == nil ? nil : self as? any MassBound
        }
    }

    public var undecidedBound: (any UndecidedBound)? {
        if let formula { formula.undecidedBound } else { self as? any UndecidedBound }
    }
}

extension ComputedOrSupplied: LikelihoodBound where Formula: LikelihoodBound {
    /// - Throws: ``DocumentError/noLikelihood(stem:)`` where a curve was supplied: it draws a line and says no more.
    public func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        switch basis {
        case .formula(let formula): return try formula.logLikelihood(at: mass, coupling: coupling)
        case .curve(_, let stem): throw DocumentError.noLikelihood(stem: stem)
        }
    }

    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        switch basis {
        case .formula(let formula): formula.logLikelihood(at: mass)
        case .curve(_, let stem): { _ in throw DocumentError.noLikelihood(stem: stem) }
        }
    }
}
