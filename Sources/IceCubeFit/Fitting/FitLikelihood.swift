import Physics
import Transport

/// χ² at any (m, g′, A, γ), made ready for very many: what all of them share is done once.
///
/// A class, so that passing it on counts one reference.
public final class FitLikelihood: Sendable {
    private let points: [FitPoint]
    private let chiSquare: ChiSquare
    private let fluxes: any FluxesAlongIndex
    private let count: Int
    private let indices: ClosedRange<Double>
    /// Where the search for the best A begins, so that it is short.
    private let usualAmplitude: Double

    /// χ² at a point, and the same without a mediator at its A and γ, or the A that is best without one.
    public struct Answer: Sendable {
        public var chi2: Double
        /// A, given or best.
        public var amplitude: Double
        public var withoutMediator: Double
    }

    /// - Parameters:
    ///   - fit: of the data.
    ///   - indices: the γ that may be asked for.
    /// - Throws: ``FitError``
    public init(_ fit: IceCubeFit, indices: ClosedRange<Double>) throws(FitError) {
        for gamma in [indices.lowerBound, indices.upperBound] where !FitPrecision.usableIndices.contains(gamma) {
            throw .unusableIndex(gamma)
        }
        points = fit.segmentPoints
        chiSquare = ChiSquare(points: fit.terms)
        let bins = fit.segmentPoints.map { $0.projected(fit.solver.setting) }
        let fluxes: any FluxesAlongIndex
        do { fluxes = try fit.solver.projected(bins, along: indices) } catch { throw .transport(error) }
        (self.fluxes, count, self.indices) = (fluxes, bins.count, fluxes.indices)
        let gamma = (indices.lowerBound + indices.upperBound) / 2
        var free = [Double](repeating: 0, count: bins.count)
        free.withUnsafeMutableBufferPointer { free in
            if let first = free.baseAddress { fluxes.fillFree(first, index: gamma) }
        }
        usualAmplitude = chiSquare.bestAmplitude(predictions: free)
    }

    /// Does on all cores what many mediators share, where there is anything; what is found does not depend on it.
    /// - Parameters:
    ///   - count: of the mediators.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - mediator: each of them; nil: none.
    public func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?) {
        fluxes.prepare(count: count, shouldStop: shouldStop, mediator)
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
        func take(_ predictions: UnsafeBufferPointer<Double>, _ free: UnsafeBufferPointer<Double>) {
            chi2 = chiSquare.value(amplitude: amplitude, predictions: predictions)
        }
        if let mediator {
            try lend(mediator, index: gamma, take)
        } else {
            try lend(index: gamma, take) { fluxes, free throws(TransportError) in
                self.fluxes.fillFree(free, index: gamma)
                fluxes.update(from: free, count: count)
            }
        }
        return chi2
    }

    /// χ² with and without a mediator.
    /// - Parameters:
    ///   - amplitude: A, zero or above; nil: profiled over A ≥ 0.
    ///   - gamma: γ, one of those that may be asked for.
    /// - Throws: ``FitError``
    public func answer(_ mediator: Mediator, amplitude: Double?, gamma: Double) throws(FitError) -> Answer {
        if let amplitude, !(amplitude >= 0 && amplitude < .infinity) { throw .unusableAmplitude(amplitude) }
        var answer = Answer(chi2: 0, amplitude: 0, withoutMediator: 0)
        try lend(mediator, index: gamma) { predictions, free in
            func best(_ predictions: UnsafeBufferPointer<Double>) -> Double {
                amplitude ?? chiSquare.bestAmplitude(predictions: predictions, from: usualAmplitude)
            }
            answer.amplitude = best(predictions)
            answer.chi2 = chiSquare.value(amplitude: answer.amplitude, predictions: predictions)
            answer.withoutMediator = chiSquare.value(amplitude: best(free), predictions: free)
        }
        return answer
    }

    /// Lends N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13), and without interaction.
    @inline(__always)
    private func lend(
        _ mediator: Mediator, index gamma: Double,
        _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void
    ) throws(FitError) {
        try lend(index: gamma, body) { fluxes, free throws(TransportError) in
            try self.fluxes.fill(fluxes, mediator, free: free, index: gamma)
        }
    }

    /// - Parameter fill: writes both. Not told a mediator that may be none: of a type of another module that costs as much as a bin.
    @inline(__always)
    private func lend(
        index gamma: Double, _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void,
        _ fill: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) throws(TransportError) -> Void
    ) throws(FitError) {
        guard indices.contains(gamma) else { throw .unusableIndex(gamma) }
        var failure: FitError?
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { memory in
            memory.initialize(repeating: 0)
            guard let predictions = memory.baseAddress else { return }
            let free = predictions + count
            do throws(TransportError) {
                try fill(predictions, free)
            } catch {
                failure = .transport(error)
                return
            }
            // Of a sum that is none, one of the terms is none.
            var sum = 0.0
            for place in 0..<count { sum += predictions[place] }
            guard sum < .infinity else {
                let place = (0..<count).first { !(predictions[$0] < .infinity) } ?? 0
                failure = points[place].unusable(predictions[place])
                return
            }
            body(UnsafeBufferPointer(start: predictions, count: count), UnsafeBufferPointer(start: free, count: count))
        }
        if let failure { throw failure }
    }
}
