/// χ² over the whole grid of four parameters, kept as its least value over all but two of them, for each two.
///
/// Over A it is exact where A is not one of the two. Over γ it is exact, not only on the grid, in the plane of m and g′.
public struct FitSurvey: Sendable {
    public let space: FitSpace
    /// The least χ² for each pair, in the order of ``FitPair/all``.
    private let planes: [[Double]]
    /// The least χ² over A and γ in the plane of m and g′, also at the couplings next to those that a restriction allows.
    public let unrestricted: [Double]
    /// A and γ of the least χ² at each point of the plane of m and g′.
    public let amplitude: [Double]
    public let gamma: [Double]
    /// At how many points of the grid χ² is known.
    public let evaluations: Int

    init(
        space: FitSpace, planes: [[Double]], unrestricted: [Double], amplitude: [Double], gamma: [Double],
        evaluations: Int
    ) {
        self.space = space
        self.planes = planes
        self.unrestricted = unrestricted
        self.amplitude = amplitude
        self.gamma = gamma
        self.evaluations = evaluations
    }

    /// The least χ² over the other two parameters, all values of the second for the first of the first, and so on;
    /// infinite where a restriction leaves nothing. Empty where the pair was not asked for.
    public func profile(_ pair: FitPair) -> [Double] {
        guard let index = FitPair.all.firstIndex(of: pair) else { return [] }
        return planes[index]
    }

    /// The least χ² over the other three parameters, for each value of one. Empty where it was not asked for with m, or of m with g′.
    public func profile(_ parameter: FitParameter) -> [Double] {
        let partner: FitParameter = parameter == .mass ? .coupling : .mass
        guard let pair = FitPair(parameter, partner) else { return [] }
        let plane = profile(pair)
        guard !plane.isEmpty else { return [] }
        let (rows, columns) = (space.count(of: pair.second), space.count(of: pair.first))
        return parameter == pair.first
            ? (0..<columns).map { column in plane[column * rows..<(column + 1) * rows].reduce(.infinity, min) }
            : (0..<rows).map { row in (0..<columns).reduce(.infinity) { min($0, plane[$1 * rows + row]) } }
    }

    /// The points of the plane of m and g′ that none of their eight neighbours is below, the lowest first.
    var localMinima: [(mass: Int, coupling: Int)] {
        guard let pair = FitPair(.mass, .coupling) else { return [] }
        let plane = profile(pair)
        let (columns, rows) = (space.counts.mass, space.counts.coupling)
        var found: [(mass: Int, coupling: Int)] = []
        for column in 0..<columns {
            for row in 0..<rows {
                let here = plane[column * rows + row]
                guard here < .infinity else { continue }
                let isLowest = (max(column - 1, 0)...min(column + 1, columns - 1)).allSatisfy { column in
                    (max(row - 1, 0)...min(row + 1, rows - 1)).allSatisfy { plane[column * rows + $0] >= here }
                }
                if isLowest { found.append((column, row)) }
            }
        }
        return found.sorted { plane[$0.mass * rows + $0.coupling] < plane[$1.mass * rows + $1.coupling] }
    }
}
