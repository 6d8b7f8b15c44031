import ConstraintKit

/// NA64μ: muons on a target, missing energy and momentum, Z′ → invisible.
///
/// The bundled curves are reconstructed, and a document of the collaboration's own numbers takes their place as it is.
/// Above 2m_μ part of the Z′ decay visibly; the curves include that as far as their publication does.
public struct NA64MuBound: Constraint {
    public static let stems = ["na64mu-2024", "na64mu-1e11-mot", "na64mu-1e12-mot"]

    private let curve: CurveConstraint

    public init(_ document: Document, _ conventions: Conventions) throws {
        curve = try CurveConstraint(document, conventions)
    }

    public func boundary(at mass: Mass) -> Boundary { curve.boundary(at: mass) }

    public func boundaries(along row: MassRow) -> BoundaryRow { curve.boundaries(along: row) }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([NA64MuBound.self]) }
