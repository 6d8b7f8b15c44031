import ConstraintKit
import RealModule

extension BoundVerdict {
    /// The relative error of the curve, where the point lies so near to its boundary that the curve itself could be on the
    /// other side of it; nil elsewhere. The verdict stands.
    public var errorOfCurveNearby: Double? {
        guard let error = bound.card.curveError, massLimit == nil, let margin = marginInDex, margin.isFinite,
            abs(margin) <= Double.log10(1 + error)
        else { return nil }
        switch verdict {
        case .excluded, .allowed: return error
        case .preferred, .disfavoured, .silent, .failed: return nil
        }
    }
}
