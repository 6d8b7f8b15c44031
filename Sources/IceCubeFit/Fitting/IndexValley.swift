import NumericalMethods

/// χ² of one mediator along γ, and its lowest point.
struct IndexValley {
    private let scan: FitScan
    private let interpolation: ChebyshevNodes
    /// N_th at A = 1 at each node for each point.
    private let predictions: [[Double]]
    /// N_th with interaction over N_th without, node after node.
    private let remaining: [Double]
    private var weights: [Double]
    private var interpolated: [Double]

    init(scan: FitScan, interpolation: ChebyshevNodes, predictions: [[Double]]) {
        self.scan = scan
        self.interpolation = interpolation
        self.predictions = predictions
        remaining = zip(predictions, scan.fits.freePredictions).flatMap { predictions, free in
            zip(predictions, free).map { $0 / $1 }
        }
        weights = [Double](repeating: 0, count: predictions.count)
        interpolated = [Double](repeating: 0, count: predictions[0].count)
    }

    mutating func lowestPoint() -> Fit {
        let nodes = interpolation.nodes
        var lowest = (node: 0, fit: scan.fit(predictions[0], gamma: nodes[0]))
        for node in nodes.indices.dropFirst() {
            let fit = scan.fit(predictions[node], gamma: nodes[node])
            if fit.chi2 < lowest.fit.chi2 { lowest = (node, fit) }
        }
        let bracket = nodes[max(lowest.node - 1, 0)]...nodes[min(lowest.node + 1, nodes.count - 1)]
        let minimiser = scan.minimiser
        let inside = minimiser.minimum(in: bracket) { fit(at: $0).chi2 }
        // The minimiser never evaluates an end of the range: a node there is the answer if it is better.
        var best = lowest.fit
        if inside.y < best.chi2 { best = fit(at: inside.x) }
        best.profiled.insert(.index)
        best.isIndexAtEdge = best.gamma == nodes[0] || best.gamma == nodes[nodes.count - 1]
        return best
    }

    private mutating func fit(at gamma: Double) -> Fit {
        interpolation.weights(at: gamma, into: &weights)
        scan.fits.fillFree(&interpolated, index: gamma)
        for point in interpolated.indices {
            var left = 0.0
            for node in weights.indices { left += weights[node] * remaining[node * interpolated.count + point] }
            // Between nodes a polynomial may dip below nothing by its error.
            interpolated[point] *= max(left, 0)
        }
        return scan.fit(interpolated, gamma: gamma)
    }
}
