import NumericalMethods

/// What there is without interaction, along γ.
protocol FreePredictions {
    /// Writes N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    func fillFree(_ predictions: UnsafeMutablePointer<Double>, index gamma: Double)
}

/// χ² of one mediator along γ, and its lowest point.
///
/// All that depends on the mediator stands in memory that the caller lends: very many are asked for one after another.
struct IndexValley<Free: FreePredictions> {
    private let likelihood: AmplitudeFit
    private let minimiser: BrentMinimiser
    private let nodes: [Double]
    private let interpolation: ChebyshevNodes
    private let pointCount: Int
    /// N_th at A = 1, node after node.
    private let predictions: UnsafePointer<Double>
    /// N_th with interaction over N_th without, node after node.
    private let remaining: UnsafeMutablePointer<Double>
    private let weights: UnsafeMutablePointer<Double>
    private let interpolated: UnsafeMutablePointer<Double>
    private let free: UnsafeMutablePointer<Double>
    private let freePredictions: Free
    /// The best A where it was sought last: the next is near it.
    private var lastAmplitude = 0.0

    /// The numbers that an initialiser needs room for.
    static func size(nodes: Int, points: Int) -> Int { nodes * points + nodes + 2 * points }

    /// - Parameters:
    ///   - predictions: N_th at A = 1 of each point, node after node.
    ///   - freeAtNodes: the same without interaction.
    ///   - freePredictions: the same at any γ.
    ///   - memory: for ``size(nodes:points:)`` numbers.
    init(
        _ likelihood: AmplitudeFit, _ minimiser: BrentMinimiser, _ interpolation: ChebyshevNodes,
        predictions: UnsafePointer<Double>, freeAtNodes: UnsafePointer<Double>, _ freePredictions: Free,
        memory: UnsafeMutablePointer<Double>
    ) {
        (self.likelihood, self.minimiser, self.interpolation) = (likelihood, minimiser, interpolation)
        (self.predictions, self.freePredictions) = (predictions, freePredictions)
        nodes = interpolation.nodes
        pointCount = likelihood.chiSquare.points.count
        let count = nodes.count * pointCount
        remaining = memory
        weights = memory + count
        interpolated = weights + nodes.count
        free = interpolated + pointCount
        for place in 0..<count { remaining[place] = predictions[place] / freeAtNodes[place] }
    }

    mutating func lowestPoint() -> Fit {
        var lowest = (node: 0, fit: fit(predictions, gamma: nodes[0]))
        for node in nodes.indices.dropFirst() {
            let fit = fit(predictions + node * pointCount, gamma: nodes[node])
            if fit.chi2 < lowest.fit.chi2 { lowest = (node, fit) }
        }
        let bracket = nodes[max(lowest.node - 1, 0)]...nodes[min(lowest.node + 1, nodes.count - 1)]
        let inside = minimiser.minimum(in: bracket) { fit(at: $0).chi2 }
        // The minimiser never evaluates an end of the range: a node there is the answer if it is better.
        var best = lowest.fit
        if inside.y < best.chi2 { best = fit(at: inside.x) }
        best.profiled.insert(.index)
        best.isIndexAtEdge = best.gamma == nodes[0] || best.gamma == nodes[nodes.count - 1]
        return best
    }

    private mutating func fit(at gamma: Double) -> Fit {
        interpolation.weights(at: gamma, into: weights)
        freePredictions.fillFree(free, index: gamma)
        for point in 0..<pointCount { interpolated[point] = 0 }
        // Point by point in the inner loop: the compiler takes several at once.
        for node in nodes.indices {
            let (weight, row) = (weights[node], remaining + node * pointCount)
            for point in 0..<pointCount { interpolated[point] += weight * row[point] }
        }
        // Between nodes a polynomial may dip below nothing by its error.
        for point in 0..<pointCount { interpolated[point] = free[point] * max(interpolated[point], 0) }
        return fit(interpolated, gamma: gamma)
    }

    private mutating func fit(_ predictions: UnsafePointer<Double>, gamma: Double) -> Fit {
        let fit = likelihood.fit(
            UnsafeBufferPointer(start: predictions, count: pointCount), gamma: gamma, from: lastAmplitude)
        lastAmplitude = fit.amplitude
        return fit
    }
}
