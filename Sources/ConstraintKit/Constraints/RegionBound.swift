/// A bound that regions of a document give: an answer can say between which of its points a limit lies.
public protocol RegionBound: CouplingBound {
    /// The regions that it rests on, as the document draws them; none where it is computed.
    var regions: [Region] { get }
}

extension CurveConstraint: RegionBound {}

extension ComputedOrSupplied: RegionBound {
    public var regions: [Region] {
        switch basis {
        case .formula: []
        case .curve(let curve, _): curve.regions
        }
    }
}
