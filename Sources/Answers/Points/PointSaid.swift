import AllowedRegion
import Assessment
import Documents

/// What a scenario says of a point, without what each of its bounds does: the beginning of every answer about points.
struct PointSaid: Sendable {
    let assessment: PointAssessment
    /// Stems of the deciding bounds that exclude the point, the strongest first.
    let excludedBy: [String]
    fileprivate let bounds: SpeakingBounds

    init(_ assessment: PointAssessment) {
        self.assessment = assessment
        excludedBy = assessment.point.excludedBy.map(\.bound.card.stem)
        bounds = SpeakingBounds(assessment.point)
    }

    static let fields: [Field<PointSaid>] = [
        PointFields.mass { $0.assessment.mass.inMeV }, PointFields.coupling { $0.assessment.coupling.value },
        PointFields.standing { $0.assessment.standing }, PointFields.excludedBy { $0.excludedBy },
        PointFields.deciding { $0.bounds.deciding }, PointFields.speaking { $0.bounds.speaking },
        PointFields.limiting { $0.assessment.limiting },
        Field("excluded_if", "Stems of alternatives that would exclude the point if they counted.") {
            $0.assessment.excludedIf.map(\.bound.card.stem)
        },
        PointFields.failed { $0.assessment.failedBounds.map(\.bound.card.stem) },
        Field("tested_next_by", "Stems of projections that reach the point.") {
            $0.assessment.testedNextBy.map(\.bound.card.stem)
        },
    ]
}
