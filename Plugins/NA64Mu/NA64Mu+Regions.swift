import ConstraintKit

extension NA64MuBound: RegionBound {
    public var regions: [Region] { curve.regions }
}
