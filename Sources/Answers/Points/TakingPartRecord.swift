import Assessment
import Documents

/// A bound of an answer, at which confidence level it stands and on what terms it takes part.
struct TakingPartRecord: Record {
    let bound: Bound

    static let fields: [Field<TakingPartRecord>] = BoundFields.all.filter {
        [
            "stem", "role", "confidence_level", "confidence_level_basis", "confidence_level_sides", "kinetic_mixing",
        ].contains($0.property.name)
            || ConditionFields.names.contains($0.property.name)
    }.map { $0.of(\.bound) }
}
