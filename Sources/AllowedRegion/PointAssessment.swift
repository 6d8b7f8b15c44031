import Assessment
import ConstraintKit

/// Everything a scenario says about one point: what its bounds say, whose members it has too, and IceCube's data.
@dynamicMemberLookup
public struct PointAssessment: Sendable {
    public var point: PointVerdicts
    /// nil where the spectrum is left out.
    public var iceCube: IceCubeAnswer?
    /// What each way to combine the bounds says; nil where none but the union was asked for.
    public var combinations: PointCombinations?

    /// By the way to combine the bounds that the scenario takes.
    public var standing: Standing { combinations?.standing ?? point.standing }

    public init(_ point: PointVerdicts, iceCube: IceCubeAnswer?) {
        self.point = point
        self.iceCube = iceCube
    }

    public subscript<Value>(dynamicMember path: KeyPath<PointVerdicts, Value>) -> Value { point[keyPath: path] }
}
