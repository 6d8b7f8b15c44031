/// The region between two open curves: up along one and back along the other, their ends joined.
///
/// Either curve may be the edge at low mass or the lower edge; they need not cover the same masses.
public struct Band: Sendable, Hashable {
    /// The edges as their publication gives them.
    public let edges: [Curve]
    /// The line around the band.
    public let contour: Contour

    /// - Throws: ``CurveError/contourTooSmall(points:)`` where the edges have fewer than three points together.
    public init(_ first: Curve, _ second: Curve) throws(CurveError) {
        edges = [first, second]
        contour = try Contour(first.knots + second.knots.reversed())
    }
}
