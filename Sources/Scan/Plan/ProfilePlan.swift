import NumericalMethods

/// How a plan looks for the least χ² over the parameters that have no grid.
public struct ProfilePlan: Sendable, Hashable {
    /// Places that are looked at first, for each point of the grid.
    public var starts: Int
    /// Of these, so many of the lowest are descended from.
    public var descents: Int
    /// Of χ², at most, for each point of the grid.
    public var evaluations: Int
    /// How well the least χ² is to be known.
    public var tolerance: Double

    static let greatestEvaluations = 10_000_000

    /// - Parameter dimension: how many parameters have no grid.
    init(_ top: PlanSection, dimension: Int) throws(ScanPlanError) {
        let keys = ["starts", "descents", "evaluations", "tolerance"]
        let section = try top.section("profile", keys: keys)
        let usual = SeveralStarts(dimension: dimension)
        starts = try section?.count("starts", in: 1...100_000) ?? max(usual.starts, 4 * dimension)
        descents = try section?.count("descents", in: 1...1000) ?? usual.descents
        evaluations =
            try section?.count("evaluations", in: 1...Self.greatestEvaluations)
            ?? max(starts + 200 * dimension * descents, usual.evaluations)
        guard let section else {
            tolerance = usual.tolerance
            return
        }
        guard evaluations > starts else {
            throw section.wrong("evaluations", expected: "more than the starts, \(starts)")
        }
        tolerance = try section.number("tolerance") ?? usual.tolerance
        guard tolerance > 0 else { throw section.wrong("tolerance", expected: "above zero") }
    }

    /// - Parameter seed: of the plan.
    func search(dimension: Int, seed: UInt64) -> SeveralStarts {
        var search = SeveralStarts(dimension: dimension)
        (search.starts, search.descents, search.evaluations) = (starts, descents, evaluations)
        (search.tolerance, search.seed) = (tolerance, seed)
        return search
    }
}
