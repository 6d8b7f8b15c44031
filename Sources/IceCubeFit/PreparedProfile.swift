import Physics

/// The profile over γ for many mediators: the work all of them share is done at a few spectral indices.
///
/// What interaction leaves of the flux in a segment is a smooth function of γ, because sources at different redshifts
/// differ by (1+z)^−γ only. So each mediator costs one spectrum at each of a few Chebyshev points of the range, instead
/// of one, and a preparation, at each γ that a minimiser asks for; and the points show which valley is the deepest.
public struct PreparedProfile: Sendable {
    let fits: [PreparedFit]
    let interpolation: ChebyshevNodes
    let minimiser: BrentMinimiser

    init(precision: FitPrecision, fitAtIndex: (Double) throws(FitError) -> PreparedFit) throws(FitError) {
        interpolation = ChebyshevNodes(range: precision.indexRange, count: precision.indexNodes)
        var fits: [PreparedFit] = []
        for node in interpolation.nodes { fits.append(try fitAtIndex(node)) }
        self.fits = fits
        minimiser = BrentMinimiser(tolerance: precision.indexTolerance)
    }

    /// The least χ² over γ, and over A where it is not given.
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A; nil: profiled over A ≥ 0.
    /// - Throws: ``FitError``
    public func profile(_ mediator: Mediator?, amplitude: Double? = nil) throws(FitError) -> Fit {
        if let amplitude, !(amplitude >= 0 && amplitude < .infinity) { throw .unusableAmplitude(amplitude) }
        var remaining: [[Double]] = []
        for fit in fits { remaining.append(try fit.remaining(mediator)) }
        var valley = Valley(profile: self, remaining: remaining, amplitude: amplitude)
        return valley.lowestPoint()
    }
}

/// χ² of one mediator along γ.
private struct Valley {
    let profile: PreparedProfile
    /// N_th with interaction over N_th without, at each node for each point.
    let remaining: [[Double]]
    let amplitude: Double?
    private var weights: [Double]
    private var predictions: [Double]

    init(profile: PreparedProfile, remaining: [[Double]], amplitude: Double?) {
        self.profile = profile
        self.remaining = remaining
        self.amplitude = amplitude
        weights = [Double](repeating: 0, count: remaining.count)
        predictions = [Double](repeating: 0, count: remaining[0].count)
    }

    mutating func lowestPoint() -> Fit {
        let nodes = profile.interpolation.nodes
        var lowest = (node: 0, fit: fit(at: nodes[0]))
        for node in nodes.indices.dropFirst() {
            let fit = fit(at: nodes[node])
            if fit.chi2 < lowest.fit.chi2 { lowest = (node, fit) }
        }
        let bracket = nodes[max(lowest.node - 1, 0)]...nodes[min(lowest.node + 1, nodes.count - 1)]
        let minimiser = profile.minimiser
        let inside = minimiser.minimum(in: bracket) { fit(at: $0).chi2 }
        var best = lowest.fit
        if inside.y < best.chi2 { best = fit(at: inside.x) }
        best.isIndexAtEdge = best.gamma == nodes[0] || best.gamma == nodes[nodes.count - 1]
        return best
    }

    private mutating func fit(at gamma: Double) -> Fit {
        let fit = profile.fits[0]
        profile.interpolation.weights(at: gamma, into: &weights)
        for point in predictions.indices {
            var left = 0.0
            for node in weights.indices { left += weights[node] * remaining[node][point] }
            // Between nodes a polynomial may dip below nothing by its error.
            predictions[point] = max(left, 0) * fit.points[point].freePrediction(index: gamma)
        }
        let amplitude = amplitude ?? fit.chiSquare.bestAmplitude(predictions: predictions)
        return Fit(
            chi2: fit.chiSquare.value(amplitude: amplitude, predictions: predictions), amplitude: amplitude,
            gamma: gamma, profiled: self.amplitude == nil ? [.amplitude, .index] : .index)
    }
}
