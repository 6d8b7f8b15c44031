import ConstraintKit
import IceCubeFit
import Physics

/// The fits of points that each have a γ of their own.
///
/// A structure of all that a point needs: threads that hold it touch no reference count from point to point.
struct FitsAtOwnIndex: Sendable {
    let likelihood: FitLikelihood
    /// Those of the transport and the spectrum.
    private let indices: ClosedRange<Double>
    private let crossSection: CrossSection
    private let amplitude: Double?
    private let hasIndex: Bool
    private let ratio: FitRatio?

    /// - Parameter indices: those that there may be.
    /// - Throws: what the transport or the fit refuses.
    init(_ comparison: IceCubeComparison, _ indices: ClosedRange<Double>) throws {
        likelihood = try FitLikelihood(comparison.tabulatedFit(indices), indices: indices)
        self.indices = comparison.indices
        (crossSection, amplitude) = (comparison.crossSection, comparison.amplitude)
        (hasIndex, ratio) = (comparison.hasIndex, comparison.fit.ratio)
    }

    /// How many numbers there has to be room for where a point is worked on.
    var memorySize: Int { likelihood.memorySize }

    /// - Parameters:
    ///   - own: A in place of the scenario's.
    ///   - memory: for ``memorySize`` numbers.
    /// - Throws: ``FitError``
    @inline(__always)
    func answer(
        _ mediator: Mediator, amplitude own: Double?, gamma: Double, in memory: UnsafeMutablePointer<Double>
    ) throws(FitError) -> FitLikelihood.Answer {
        // Before γ is looked at: no universe would make it an amplitude.
        try PointFits.check(own)
        return try likelihood.answer(
            mediator, amplitude: own ?? amplitude, gamma: try PointFits.usable(gamma, indices), in: memory)
    }

    /// Writes the fit at a point.
    /// - Parameter memory: for ``memorySize`` numbers.
    /// - Throws: ``FitError``
    @inline(__always)
    func fit(
        mass: Mass, coupling: Coupling, amplitude own: Double?, gamma: Double, into places: FitPlaces, at place: Int,
        in memory: UnsafeMutablePointer<Double>
    ) throws(FitError) {
        let mediator = Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
        let answer = try answer(mediator, amplitude: own, gamma: gamma, in: memory)
        places.write(
            chi2: answer.chi2, amplitude: answer.amplitude, gamma: hasIndex ? gamma : .nan,
            ratio: ratio?.of(chi2: answer.chi2) ?? .nan, withoutMediator: answer.withoutMediator, at: place)
    }
}
