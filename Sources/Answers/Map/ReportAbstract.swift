import AllowedRegion
import Assessment
import ConstraintKit
import Documents

/// What one would write of a map into an abstract: a sentence for each finding.
struct ReportAbstract {
    private let map: RegionMap
    private let shares: BoundShares

    init(_ map: RegionMap, shares: BoundShares) { (self.map, self.shares) = (map, shares) }

    var sentences: [String] { [allowed, preferred, excluders, best].compactMap(\.self) }

    private var allowed: String {
        let deciding = map.bounds.count { $0.bound.role == .decides }
        let plane =
            "the plane of \(Self.span(map.grid.masses.map(\.inMeV))) MeV and g′ = "
            + "\(Self.span(map.grid.couplings.map(\.value))) (\(map.grid.masses.count) × \(map.grid.couplings.count) "
            + "points, even in the logarithms)"
        let scenario = "In the scenario “\(map.scenario.name)”"
        guard deciding > 0 else { return "\(scenario), no bound decides in \(plane)." }
        let way: String
        switch map.scenario.combination {
        case .union: way = "the union of \(Counted.text(deciding, "deciding bound")) leaves"
        case .mostSensitive:
            way = "the most sensitive of \(Counted.text(deciding, "deciding bound")) at each mass leaves"
        case .likelihood: way = "the product of the bounds' likelihoods and of IceCube's leaves"
        }
        let silent = map.standings.count { $0 == .unconstrained }
        let share = NumberText.short(100 * Double(silent) / Double(map.standings.count))
        let unconstrained = silent == 0 ? "" : "; of \(share) % of its points no deciding bound says anything"
        return "\(scenario), \(way) \(Self.words(for: map.allowed)) allowed in \(plane)\(unconstrained)."
    }

    private var preferred: String {
        let meaning =
            "IceCube's spectrum has a χ² per degree of freedom below that of the Standard Model at the published flux (R < 1)"
        guard map.preferredByIceCube.pointCount > 0 else { return "Nowhere in this plane \(meaning)." }
        let place = "\(meaning) in \(Self.words(for: map.preferredByIceCube))"
        guard map.bounds.contains(where: { $0.bound.role == .decides }) else { return place + "." }
        let both =
            map.allowedAndPreferred.pointCount > 0
            ? "of this \(Self.words(for: map.allowedAndPreferred)) is allowed" : "none of this is allowed"
        return "\(place); \(both)."
    }

    /// Which bounds exclude the region of R < 1, the three that take most.
    private var excluders: String? {
        let most = shares.ofRegion.prefix(3)
        guard !most.isEmpty else { return nil }
        let names = most.map { stem, share in "\(title(stem)) (\(Wording.percent(Self.rounded(share))))" }
        return
            "Of the region of R < 1, each by itself, \(Self.listed(names)) exclude\(most.count == 1 ? "s" : "") most."
    }

    private var best: String {
        let (mass, coupling) = map.bestPoint
        let (column, chi2) = (map.best / map.grid.couplings.count, map.chi2[map.best])
        let excluders = map.bounds.filter { $0.bound.role == .decides && $0.excludes(coupling, at: column) }
            .map(\.bound.card.title)
        // By another way to combine than the union the point's standing is not that of single bounds.
        let isTold = map.scenario.combination == .union && !excluders.isEmpty
        let standing =
            !isTold
            ? "This point is \(map.standings[map.best].rawValue)"
            : "This point is excluded by \(Self.listed(excluders))"
        return "The least χ² on the grid is \(Self.fixed(chi2)), at m = \(NumberText.short(mass.inMeV)) MeV and "
            + "g′ = \(NumberText.short(coupling.value)), against \(Self.fixed(map.chi2OfFreeFit)) of the best fit without a "
            + "Z′ (Δχ² = \(Self.fixed(chi2 - map.chi2OfFreeFit))). \(standing)."
    }

    private func title(_ stem: String) -> String {
        map.bounds.first { $0.bound.card.stem == stem }?.bound.card.title ?? stem
    }

    // MARK: Words

    private static func words(for region: PlaneRegion) -> String {
        guard let masses = region.massRange, let couplings = region.couplingRange else { return "nothing" }
        let area = region.area < 0.01 ? NumberText.short(region.area, digits: 2) : fixed(region.area)
        return "\(area) dex² (m = \(span(masses)) MeV, g′ = \(span(couplings)))"
    }

    private static func span(_ values: [Double]) -> String {
        "\(NumberText.short(values.first ?? 0))–\(NumberText.short(values.last ?? 0))"
    }

    private static func span(_ range: ClosedRange<Double>) -> String { span([range.lowerBound, range.upperBound]) }

    private static func fixed(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

    /// To a percent; what is there is never rounded to nothing, nor what lacks a little to all.
    private static func rounded(_ share: Double) -> Double {
        share >= 1 ? 1 : min(0.99, max(0.01, (share * 100).rounded() / 100))
    }

    private static func listed(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and \(last)"
    }
}
