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
        var predictions: [[Double]] = []
        for fit in fits { predictions.append(try fit.predictions(mediator)) }
        var valley = Valley(profile: self, predictions: predictions, amplitude: amplitude)
        return valley.lowestPoint()
    }
}

/// χ² of one mediator along γ.
private struct Valley {
    let profile: PreparedProfile
    /// N_th at A = 1 at each node for each point.
    let predictions: [[Double]]
    /// N_th with interaction over N_th without, likewise.
    let remaining: [[Double]]
    let amplitude: Double?
    private var weights: [Double]
    private var interpolated: [Double]

    init(profile: PreparedProfile, predictions: [[Double]], amplitude: Double?) {
        self.profile = profile
        self.predictions = predictions
        self.amplitude = amplitude
        remaining = zip(predictions, profile.fits).map { predictions, fit in
            zip(predictions, fit.freePredictions).map { $0 / $1 }
        }
        weights = [Double](repeating: 0, count: predictions.count)
        interpolated = [Double](repeating: 0, count: predictions[0].count)
    }

    mutating func lowestPoint() -> Fit {
        let nodes = profile.interpolation.nodes
        var lowest = (node: 0, fit: fit(predictions[0], gamma: nodes[0]))
        for node in nodes.indices.dropFirst() {
            let fit = fit(predictions[node], gamma: nodes[node])
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
        profile.interpolation.weights(at: gamma, into: &weights)
        for point in interpolated.indices {
            var left = 0.0
            for node in weights.indices { left += weights[node] * remaining[node][point] }
            // Between nodes a polynomial may dip below nothing by its error.
            interpolated[point] = max(left, 0) * profile.fits[0].points[point].freePrediction(index: gamma)
        }
        return fit(interpolated, gamma: gamma)
    }

    private func fit(_ predictions: [Double], gamma: Double) -> Fit {
        let chiSquare = profile.fits[0].chiSquare
        let best = amplitude ?? chiSquare.bestAmplitude(predictions: predictions)
        return Fit(
            chi2: chiSquare.value(amplitude: best, predictions: predictions), amplitude: best, gamma: gamma,
            profiled: amplitude == nil ? [.amplitude, .index] : .index)
    }
}
