import NumericalMethods
import Physics

/// χ² at any (m, g′, A, γ), made ready for very many: what all of them share is done once.
///
/// As in ``FitScan`` a mediator's spectra are found at a few Chebyshev points in γ, and what interaction leaves in each segment is
/// interpolated between them.
public struct FitLikelihood: Sendable {
    private let fits: PreparedFits
    /// nil: γ is fixed.
    private let interpolation: ChebyshevNodes?
    /// 1/N_th without interaction, node after node [(cm⁻² s⁻¹ sr⁻¹)⁻¹].
    private let inverseFree: [Double]

    /// - Parameters:
    ///   - fit: of the data.
    ///   - indices: the γ that may be asked for.
    /// - Throws: ``FitError``
    public init(_ fit: IceCubeFit, indices: ClosedRange<Double>) throws(FitError) {
        let (usual, width) = (FitPrecision().indexRange, indices.upperBound - indices.lowerBound)
        if width > 0 {
            // As many to a unit of γ as serve the usual range.
            let share = max(1, width / (usual.upperBound - usual.lowerBound))
            let count = Int((Double(fit.precision.indexNodes) * share).rounded(.up))
            let nodes = ChebyshevNodes(range: indices, count: count)
            interpolation = nodes
            fits = try fit.prepared(indices: nodes.nodes)
        } else {
            interpolation = nil
            fits = try fit.prepared(indices: [indices.lowerBound])
        }
        inverseFree = fits.flatFreePredictions.map { 1 / $0 }
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    ///   - gamma: γ, one of those that may be asked for.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double, gamma: Double) throws(FitError) -> Double {
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        var chi2 = 0.0
        try fits.lendPredictions(mediator) { fluxes in
            chi2 =
                interpolation.map { value(fluxes, $0, amplitude: amplitude, gamma: gamma) }
                ?? fits.chiSquare.value(amplitude: amplitude, predictions: fluxes)
        }
        return chi2
    }

    private func value(
        _ fluxes: UnsafeBufferPointer<Double>, _ interpolation: ChebyshevNodes, amplitude: Double, gamma: Double
    ) -> Double {
        let (points, nodes) = (fits.points.count, interpolation.nodes.count)
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: nodes + 2 * points) { memory in
            guard let weights = memory.baseAddress else { return .nan }
            let (left, free) = (weights + nodes, weights + nodes + points)
            interpolation.weights(at: gamma, into: weights)
            fits.fillFree(free, index: gamma)
            for point in 0..<points { left[point] = 0 }
            inverseFree.withUnsafeBufferPointer { inverse in
                for node in 0..<nodes {
                    let (weight, first) = (weights[node], node * points)
                    for point in 0..<points { left[point] += weight * fluxes[first + point] * inverse[first + point] }
                }
            }
            // Between nodes a polynomial may dip below nothing by its error.
            for point in 0..<points { left[point] = free[point] * max(left[point], 0) }
            return fits.chiSquare.value(
                amplitude: amplitude, predictions: UnsafeBufferPointer(start: left, count: points))
        }
    }
}
