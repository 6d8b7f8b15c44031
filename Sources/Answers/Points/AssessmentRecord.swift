import AllowedRegion
import Documents

/// One line for each of many points, for `check --points`.
public struct AssessmentRecord: Sendable {
    private let assessment: Assessment

    public init(_ assessment: Assessment) { self.assessment = assessment }

    /// The header of the CSV file.
    public static let header = CSVText.record([
        "mass_MeV", "coupling", "standing", "excluded_by", "chi2", "delta_chi2", "R", "amplitude", "gamma",
    ])

    /// The record, with its line end; the stems that exclude the point are separated by spaces.
    public var csv: String {
        let answer = assessment.iceCube
        return CSVText.record(
            [
                NumberText.exact(assessment.mass.inMeV), NumberText.exact(assessment.coupling.value),
                assessment.standing.rawValue,
                CSVText.text(assessment.excludedBy.map(\.bound.card.stem).joined(separator: " ")),
            ]
                + [
                    answer.chi2, answer.deltaChi2, answer.ratio, answer.amplitude,
                    answer.spectrum == nil ? answer.gamma : nil,
                ].map { value in
                    value.flatMap { $0.isFinite ? NumberText.exact($0) : nil } ?? ""
                })
    }

    /// The point on one line of JSON, as `check` gives it.
    public var json: String { AssessmentReport(assessment).json.compact }
}
