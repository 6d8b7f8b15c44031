import Assessment
import ConstraintKit

/// Everything a scenario says about one point: what its bounds say, whose members it has too, and IceCube's data.
@dynamicMemberLookup
public struct PointAssessment: Sendable {
    public var point: PointVerdicts
    public var iceCube: IceCubeAnswer

    public init(_ point: PointVerdicts, iceCube: IceCubeAnswer) {
        self.point = point
        self.iceCube = iceCube
    }

    public subscript<Value>(dynamicMember path: KeyPath<PointVerdicts, Value>) -> Value { point[keyPath: path] }
}
