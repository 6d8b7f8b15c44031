/// χ² as a function of the amplitude, eq. (11), for predictions that are proportional to it.
struct ChiSquare: Sendable {
    let points: [DataPoint]

    /// χ²(A).
    /// - Parameters:
    ///   - amplitude: A, zero or above.
    ///   - predictions: N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], as many as there are points.
    func value(amplitude: Double, predictions: UnsafeBufferPointer<Double>) -> Double {
        points.withUnsafeBufferPointer { points in
            var sum = 0.0
            for index in points.indices { sum += points[index].chi2(at: amplitude * predictions[index]) }
            return sum
        }
    }

    /// The A ≥ 0 of least χ², exactly; where χ² does not depend on A, zero.
    ///
    /// χ²(A) is convex, and a parabola between the A at which one of the predictions passes its N_obs. Newton's method
    /// goes to the vertex of the parabola it stands on, and has arrived when that is where it stands. The bracket keeps it
    /// from going to and fro between two parabolas.
    ///
    /// - Parameter start: an A near it, zero or above; what is found does not depend on it.
    func bestAmplitude(predictions: UnsafeBufferPointer<Double>, from start: Double = 0) -> Double {
        if start > 0, let near = vertex(near: start, predictions: predictions) { return near }
        var (lower, upper) = (0.0, Double.infinity)
        var amplitude = 0.0
        for _ in 0..<Self.maximumSteps {
            let parabola = parabola(amplitude: amplitude, predictions: predictions)
            let vertex = parabola.linear / parabola.quadratic
            guard vertex.isFinite, vertex != amplitude else { return amplitude }
            if vertex > amplitude { lower = amplitude } else { upper = amplitude }
            let isBracketed = vertex > lower && vertex < upper
            let next = isBracketed ? vertex : lower + (upper - lower) / 2
            guard next > lower, next < upper else { return amplitude }
            amplitude = next
        }
        return amplitude
    }

    /// The vertex above zero that Newton's method comes to from nearby in a few steps; nil where it does not.
    private func vertex(near start: Double, predictions: UnsafeBufferPointer<Double>) -> Double? {
        var amplitude = start
        for _ in 0..<8 {
            let parabola = parabola(amplitude: amplitude, predictions: predictions)
            let vertex = parabola.linear / parabola.quadratic
            guard vertex > 0, vertex < .infinity else { return nil }
            if vertex == amplitude { return amplitude }
            amplitude = vertex
        }
        return nil
    }

    /// ``value(amplitude:predictions:)`` of an array.
    func value(amplitude: Double, predictions: [Double]) -> Double {
        predictions.withUnsafeBufferPointer { value(amplitude: amplitude, predictions: $0) }
    }

    /// ``bestAmplitude(predictions:)`` of an array.
    func bestAmplitude(predictions: [Double]) -> Double {
        predictions.withUnsafeBufferPointer { bestAmplitude(predictions: $0) }
    }

    /// χ²(A) = quadratic A² − 2 linear A + const. on the piece that holds an amplitude.
    private func parabola(
        amplitude: Double, predictions: UnsafeBufferPointer<Double>
    ) -> (quadratic: Double, linear: Double) {
        points.withUnsafeBufferPointer { points in
            var (quadratic, linear) = (0.0, 0.0)
            for index in points.indices {
                let weighted = points[index].weight(at: amplitude * predictions[index]) * predictions[index]
                quadratic += weighted * predictions[index]
                linear += weighted * points[index].observed
            }
            return (quadratic, linear)
        }
    }

    /// Halving a bracket that many times leaves nothing between two neighbouring numbers, and every other step is to a
    /// vertex; three or four steps are usual.
    private static let maximumSteps = 200
}
