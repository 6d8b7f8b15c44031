import AllowedRegion
import Assessment
import CurveArchive
import Documents

/// One line for each of many points, for `check --points`.
public struct AssessmentRecord: Record {
    private let assessment: PointAssessment

    public init(_ assessment: PointAssessment) { self.assessment = assessment }

    public static let fields: [Field<AssessmentRecord>] =
        [
            Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.assessment.mass.inMeV },
            Field("coupling", "Gauge coupling g′.") { $0.assessment.coupling.value },
            Field("standing", words: Standing.allCases.map(\.rawValue), "What the bounds that decide say together.") {
                $0.assessment.standing.rawValue
            },
            Field("excluded_by", "Stems of the deciding bounds that exclude the point, the strongest first.") {
                $0.assessment.excludedBy.map(\.bound.card.stem)
            },
        ]
        + IceCubeRecord.fields.filter { ["chi2", "delta_chi2", "R", "amplitude", "gamma"].contains($0.property.name) }
        .map { $0.of { IceCubeRecord(answer: $0.assessment.iceCube) } }
}

/// Many points as a stream: a line each, of CSV below a header, or of JSON as `check` gives a point.
public struct AssessmentStream {
    private let isJSON: Bool
    private let lines = RecordLines<AssessmentRecord>()
    private let missing: MissingBounds

    /// - Parameters:
    ///   - format: people read a stream as CSV.
    ///   - missing: the bounds that take no part because they are not at hand.
    public init(as format: AnswerFormat, missing: MissingBounds = .none) {
        isJSON = format == .json
        self.missing = missing
    }

    /// What stands before the first point.
    public var header: String { isJSON ? "" : lines.header }

    /// A point, with its line end.
    public func line(_ assessment: PointAssessment) throws -> String {
        isJSON
            ? try AssessmentReport(assessment, missing: missing).json.compact + "\n"
            : try lines.line(AssessmentRecord(assessment))
    }
}
