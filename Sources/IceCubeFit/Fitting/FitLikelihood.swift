import NumericalMethods
import Physics
import Transport

/// χ² at any (m, g′, A, γ), made ready for very many: what all of them share is done once.
///
/// What interaction leaves of the flux in a segment is a smooth function of γ, as ``FitScan`` says. It is found at the four of some
/// even γ that are nearest, and the cubic through them is taken: to 1e-5, which is less than a table of narrow lines is good to.
public struct FitLikelihood: Sendable {
    /// One where γ is fixed, else four or more at even steps.
    private let fits: [PreparedFit]
    private let indices: ClosedRange<Double>
    private let free: FreeIntegrals
    private let freeShares: [Double]
    /// 1/N_th without interaction of each of ``fits``, point by point [(cm⁻² s⁻¹ sr⁻¹)⁻¹].
    private let inverseFree: [[Double]]

    /// What is left between two sources of the farthest and the nearest goes with γ as 7^−γ at most: its cubic over such steps
    /// is good to 1e-5 at the ends of the range and 4e-6 inside.
    private static let step = 0.06

    /// - Parameters:
    ///   - fit: of the data.
    ///   - indices: the γ that may be asked for.
    /// - Throws: ``FitError``
    public init(_ fit: IceCubeFit, indices: ClosedRange<Double>) throws(FitError) {
        let width = indices.upperBound - indices.lowerBound
        let count = width > 0 ? max(Int((width / Self.step).rounded(.up)) + 1, 4) : 1
        var fits: [PreparedFit] = []
        for node in 0..<count {
            let isLast = node == count - 1
            let gamma = isLast ? indices.upperBound : indices.lowerBound + width * Double(node) / Double(count - 1)
            fits.append(try fit.prepared(index: gamma))
        }
        self.fits = fits
        self.indices = indices
        free = fit.solver.freeIntegrals(bins: fit.segmentPoints.map(\.bin), indices: indices)
        freeShares = fit.segmentPoints.map(\.freeShare)
        inverseFree = fits.map { $0.freePredictions.map { 1 / $0 } }
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    ///   - gamma: γ, one of those that may be asked for.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double, gamma: Double) throws(FitError) -> Double {
        guard fits.count > 1 else { return try fits[0].chi2(mediator, amplitude: amplitude) }
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        guard indices.contains(gamma) else { throw .unusableIndex(gamma) }
        let offset = (gamma - indices.lowerBound) / (indices.upperBound - indices.lowerBound) * Double(fits.count - 1)
        let stencil = CubicStencil(offset: offset, count: fits.count)
        let points = freeShares.count
        var (chi2, failure) = (0.0, FitError?.none)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * points) { memory in
            guard let left = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            do throws(FitError) {
                for place in 0..<4 {
                    let node = stencil.first + place
                    try fits[node].lendPredictions(mediator) { fluxes in
                        let weight = stencil.weights[place]
                        inverseFree[node].withUnsafeBufferPointer { inverse in
                            for point in 0..<points { left[point] += weight * fluxes[point] * inverse[point] }
                        }
                    }
                }
            } catch {
                failure = error
                return
            }
            let without = left + points
            free.fill(without, index: gamma)
            // Between nodes a polynomial may dip below nothing by its error.
            for point in 0..<points { left[point] = freeShares[point] * without[point] * max(left[point], 0) }
            chi2 = fits[0].chiSquare.value(
                amplitude: amplitude, predictions: UnsafeBufferPointer(start: left, count: points))
        }
        if let failure { throw failure }
        return chi2
    }
}
