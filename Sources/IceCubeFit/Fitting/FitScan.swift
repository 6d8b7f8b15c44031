import NumericalMethods
import Physics
import Transport

/// A fit made ready for very many mediators, with amplitude and index each fixed or profiled.
///
/// What interaction leaves of the flux in a segment is a smooth function of γ, because sources at different redshifts
/// differ by (1+z)^−γ only. So where γ is profiled each mediator costs one spectrum at each of a few Chebyshev points of
/// the range, whose preparation all mediators share, and not one, with its preparation, at each γ that a minimiser asks
/// for; and the points show which valley is the deepest.
///
/// A value without state: threads may share it.
public struct FitScan: Sendable {
    /// A; nil: profiled.
    private(set) var amplitude: Double?
    /// At one index where γ is fixed, else at each point of the interpolation.
    let fits: PreparedFits
    /// nil: γ is fixed.
    let interpolation: ChebyshevNodes?
    let minimiser: BrentMinimiser

    init(_ fit: IceCubeFit, _ solver: any TransportSolver, amplitude: Double?, gamma: Double?) throws(FitError) {
        try Self.check(amplitude)
        self.amplitude = amplitude
        let precision = fit.precision
        interpolation = gamma == nil ? ChebyshevNodes(range: precision.indexRange, count: precision.indexNodes) : nil
        minimiser = BrentMinimiser(tolerance: precision.indexTolerance)
        fits = try fit.prepared(indices: interpolation?.nodes ?? [gamma].compactMap(\.self), solver)
    }

    static func check(_ amplitude: Double?) throws(FitError) {
        if let amplitude, !(amplitude >= 0 && amplitude < .infinity) { throw .unusableAmplitude(amplitude) }
    }

    /// The same at another amplitude.
    /// - Throws: ``FitError/unusableAmplitude(_:)``
    public func with(amplitude: Double) throws(FitError) -> FitScan {
        try Self.check(amplitude)
        var scan = self
        scan.amplitude = amplitude
        return scan
    }

    /// Does on all cores what many mediators share, where there is anything; what is found does not depend on it.
    /// - Parameters:
    ///   - count: of the mediators.
    ///   - progress: told the fraction done from time to time, from any thread; not at all where nothing is shared.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - mediator: each of them; nil: none.
    public func prepare(
        count: Int, progress: @Sendable (Double) -> Void = { _ in }, shouldStop: @Sendable () -> Bool = { false },
        _ mediator: (Int) -> Mediator?
    ) {
        fits.prepare(count: count, progress: progress, shouldStop: shouldStop, mediator)
    }

    /// The best fit for a mediator.
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``
    public func fit(_ mediator: Mediator?) throws(FitError) -> Fit {
        guard let interpolation else { return fit(try fits.predictions(mediator)[0], gamma: fits.indices[0]) }
        var best = Fit(chi2: 0, amplitude: 0, gamma: 0, profiled: [])
        let size = IndexValley<PreparedFits>.size(nodes: fits.indices.count, points: fits.points.count)
        try fits.lendPredictions(mediator) { predictions in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { memory in
                guard let predictions = predictions.baseAddress, let memory = memory.baseAddress else { return }
                fits.flatFreePredictions.withUnsafeBufferPointer { free in
                    guard let free = free.baseAddress else { return }
                    var valley = IndexValley(
                        likelihood, minimiser, interpolation, predictions: predictions, freeAtNodes: free, fits,
                        memory: memory)
                    best = valley.lowestPoint()
                }
            }
        }
        return best
    }

    private var likelihood: AmplitudeFit { AmplitudeFit(chiSquare: fits.chiSquare, amplitude: amplitude) }

    /// The fit at one index, with the amplitude fixed or profiled.
    /// - Parameter predictions: N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    private func fit(_ predictions: [Double], gamma: Double) -> Fit {
        predictions.withUnsafeBufferPointer { likelihood.fit($0, gamma: gamma) }
    }
}

/// χ² of predictions, with the amplitude fixed or profiled.
struct AmplitudeFit {
    let chiSquare: ChiSquare
    /// A; nil: profiled.
    let amplitude: Double?

    /// The fit at one index.
    /// - Parameters:
    ///   - predictions: N_th of each point at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    ///   - start: where the search for the best A begins; what it finds does not depend on it.
    func fit(_ predictions: UnsafeBufferPointer<Double>, gamma: Double, from start: Double = 0) -> Fit {
        let best = amplitude ?? chiSquare.bestAmplitude(predictions: predictions, from: start)
        return Fit(
            chi2: chiSquare.value(amplitude: best, predictions: predictions), amplitude: best, gamma: gamma,
            profiled: amplitude == nil ? .amplitude : [])
    }
}

extension IceCubeFit {
    /// Makes the fit ready for very many mediators.
    /// - Parameters:
    ///   - amplitude: A; nil: profiled over A ≥ 0.
    ///   - gamma: γ; nil: profiled over ``FitPrecision/indexRange``.
    /// - Throws: ``FitError``
    public func scan(amplitude: Double?, gamma: Double?) throws(FitError) -> FitScan {
        try FitScan(self, solver, amplitude: amplitude, gamma: gamma)
    }
}
