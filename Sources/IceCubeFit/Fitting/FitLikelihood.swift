import Physics
import Transport

/// χ² at any (m, g′, A, γ), made ready for very many: what all of them share is done once.
///
/// No class: whoever asks millions of times from several threads then counts references once, and not at each of its properties.
public struct FitLikelihood: Sendable {
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
        return try withMemory { memory throws(FitError) in
            if let mediator {
                try fill(memory, mediator, gamma)
            } else {
                guard indices.contains(gamma) else { throw .unusableIndex(gamma) }
                fluxes.fillFree(memory, index: gamma)
                try requireNumbers(memory)
            }
            return chiSquare.value(amplitude: amplitude, predictions: UnsafeBufferPointer(start: memory, count: count))
        }
    }

    /// χ² with and without a mediator.
    /// - Parameters:
    ///   - amplitude: A, zero or above; nil: profiled over A ≥ 0.
    ///   - gamma: γ, one of those that may be asked for.
    /// - Throws: ``FitError``
    public func answer(_ mediator: Mediator, amplitude: Double?, gamma: Double) throws(FitError) -> Answer {
        try withMemory { memory throws(FitError) in
            try answer(mediator, amplitude: amplitude, gamma: gamma, in: memory)
        }
    }

    /// How many numbers there has to be room for where an answer is worked on.
    public var memorySize: Int { 2 * count }

    /// The same where the memory is taken once for very many.
    /// - Parameter memory: for ``memorySize`` numbers.
    public func answer(
        _ mediator: Mediator, amplitude: Double?, gamma: Double, in memory: UnsafeMutablePointer<Double>
    ) throws(FitError) -> Answer {
        if let amplitude, !(amplitude >= 0 && amplitude < .infinity) { throw .unusableAmplitude(amplitude) }
        try fill(memory, mediator, gamma)
        let predictions = UnsafeBufferPointer(start: UnsafePointer(memory), count: count)
        let free = UnsafeBufferPointer(start: UnsafePointer(memory + count), count: count)
        let best = amplitude ?? chiSquare.bestAmplitude(predictions: predictions, from: usualAmplitude)
        let bestFree = amplitude ?? chiSquare.bestAmplitude(predictions: free, from: usualAmplitude)
        return Answer(
            chi2: chiSquare.value(amplitude: best, predictions: predictions), amplitude: best,
            withoutMediator: chiSquare.value(amplitude: bestFree, predictions: free))
    }

    /// Writes N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹], eq. (13), and behind them the same without interaction.
    @inline(__always)
    private func fill(
        _ memory: UnsafeMutablePointer<Double>, _ mediator: Mediator, _ gamma: Double
    ) throws(FitError) {
        guard indices.contains(gamma) else { throw .unusableIndex(gamma) }
        do { try fluxes.fill(memory, mediator, free: memory + count, index: gamma) } catch { throw .transport(error) }
        try requireNumbers(memory)
    }

    /// - Throws: where what is predicted for a point is no number.
    private func requireNumbers(_ memory: UnsafeMutablePointer<Double>) throws(FitError) {
        // Of a sum that is none, one of the terms is none.
        var sum = 0.0
        for place in 0..<count { sum += memory[place] }
        guard sum < .infinity else {
            let place = (0..<count).first { !(memory[$0] < .infinity) } ?? 0
            throw points[place].unusable(memory[place])
        }
    }

    private func withMemory<Value>(
        _ body: (UnsafeMutablePointer<Double>) throws(FitError) -> Value
    ) throws(FitError) -> Value {
        var result: Result<Value, FitError> = .failure(.nothingAllowed)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: memorySize) { memory in
            guard let first = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            do throws(FitError) { result = .success(try body(first)) } catch { result = .failure(error) }
        }
        return try result.get()
    }
}
