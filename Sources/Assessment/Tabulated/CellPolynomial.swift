import RealModule

/// Edges of a bound against the mass in a narrow range: for each a polynomial through five masses.
struct CellPolynomial {
    /// From 0 to 1: Chebyshev's, both ends among them.
    static let nodes = (0...4).map { (1 - Double.cos(.pi * Double($0) / 4)) / 2 }
    /// Of barycentric interpolation between them.
    private static let weights: [Double] = [0.5, -1, 1, -1, 0.5]

    /// Node by node.
    private let values: [[Double]]
    private let begin: Double
    private let width: Double

    /// - Parameters:
    ///   - values: of each edge at each of the ``nodes``.
    ///   - begin: the least mass [MeV], at the first node; `end` is the greatest.
    init(_ values: [[Double]], from begin: Double, to end: Double) {
        self.values = values
        self.begin = begin
        width = end - begin
    }

    func values(at mass: Double) -> [Double] { values[0].indices.map { value($0, at: mass) } }

    /// - Parameter place: of the edge.
    func value(_ place: Int, at mass: Double) -> Double {
        let first = values[0][place]
        guard !EdgeSample.isEnd(first) else { return first }
        let share = (mass - begin) / width
        var (sum, total) = (0.0, 0.0)
        for node in Self.nodes.indices {
            let distance = share - Self.nodes[node]
            guard distance != 0 else { return values[node][place] }
            let weight = Self.weights[node] / distance
            sum += weight * values[node][place]
            total += weight
        }
        return sum / total
    }
}
