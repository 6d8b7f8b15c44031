import AllowedRegion
import CurveArchive
import Documents

/// Many points as a stream: each a line of JSON, as `check` gives a point.
public struct AssessmentStream: Sendable {
    private let missing: MissingBounds

    /// - Parameter missing: the bounds that take no part because they are not at hand.
    public init(missing: MissingBounds = .none) { self.missing = missing }

    /// A point, with its line end.
    /// - Parameter input: what its row has besides.
    public func line(_ assessment: PointAssessment, input: [JSONValue.Member] = []) throws -> String {
        guard case .object(let members) = try AssessmentReport(assessment, missing: missing).json else { return "" }
        return Self.line(members, input)
    }

    /// A row that is no point.
    public func line(invalid reason: String, input: [JSONValue.Member] = []) -> String {
        Self.line([.init("standing", "invalid"), .init("reason", .text(reason))], input)
    }

    private static func line(_ members: [JSONValue.Member], _ input: [JSONValue.Member]) -> String {
        let all = members + (input.isEmpty ? [] : [.init("input", .object(input))])
        return JSONValue.object(all).compact + "\n"
    }
}
