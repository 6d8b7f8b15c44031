import IceCubeFit

// What a plan says for some of the methods.

extension ScanPlan {
    /// How many combinations the values of parameters on a grid have.
    static func product(_ parameters: [ScanParameter]) throws(ScanPlanError) -> Int {
        var product = 1
        for count in parameters.compactMap(\.count) {
            let (next, overflow) = product.multipliedReportingOverflow(by: count)
            guard !overflow, next <= greatestRows else {
                throw .tooMany(what: "points", found: overflow ? .max : next, limit: greatestRows)
            }
            product = next
        }
        return product
    }

    /// Rows that are kept together where the plan does not say.
    static func usualBlock(_ method: Method, rows: Int, _ parameters: [ScanParameter]) -> Int {
        switch method {
        case .toys: return 256
        // Each takes as long as hundreds of points.
        case .profile: return 16
        case .grid, .random, .ensemble:
            // Points of one universe take a microsecond, and a block some milliseconds of the disk: the block of 10⁴ costs a few per
            // cent more than one of all, that of 10³ nearly half as much again.
            return min(max(rows / (parameters.contains(where: \.variesTheUniverse) ? 1000 : 100), 1000), 100_000)
        }
    }

    static func profile(_ top: PlanSection, _ parameters: [ScanParameter]) throws(ScanPlanError) -> ProfilePlan {
        let dimension = parameters.count { $0.count == nil }
        guard dimension > 0 else {
            throw top.wrong(
                "method", expected: "grid: no parameter is without a count, and none is left to be profiled")
        }
        return try ProfilePlan(top, dimension: dimension)
    }

    static func toys(_ top: PlanSection) throws(ScanPlanError) -> ToyPlan {
        guard let section = try top.section("toys", keys: ["model", "widths", "limits"]) else {
            return ToyPlan(model: .withoutMediator, recipe: .init())
        }
        let limits: ToyRecipe.Limits? = try section.word("limits")
        let recipe = ToyRecipe(
            widths: try section.word("widths") ?? ToyRecipe.Widths.asMeasured, limits: limits ?? .kept)
        return ToyPlan(model: try model(section), recipe: recipe, choosesLimits: limits != nil)
    }

    private static func model(_ section: PlanSection) throws(ScanPlanError) -> ToyPlan.Model {
        guard let text = try section.text("model") else { return .withoutMediator }
        switch text {
        case "without-mediator": return .withoutMediator
        case "best-fit": return .bestFit
        default:
            let words = text.split(whereSeparator: \.isWhitespace)
            let numbers = words.compactMap { Double($0) }
            guard words.count == 2, numbers.count == 2, numbers.allSatisfy({ $0 > 0 && $0.isFinite }) else {
                throw section.wrong(
                    "model", expected: "without-mediator, best-fit, or a mass in MeV and a coupling: 6.5 4.5e-4")
            }
            return .point(massMeV: numbers[0], coupling: numbers[1])
        }
    }
}
