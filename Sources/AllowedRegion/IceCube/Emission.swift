import IceCubeFit
import Scenarios
import Transport

/// A spectrum of the sources made ready for one fit after another: the solver, and the index where it is fixed.
struct Emission: Sendable {
    let solver: any TransportSolver
    /// The same where it is of no power law.
    let shaped: ShapedSolver?
    /// γ; nil: profiled. Where no index of the spectrum follows γ, some one.
    let gamma: Double?
    /// Whether it is no power law.
    let isShape: Bool
    /// Whether γ means anything.
    let hasIndex: Bool
    /// Of a fit: γ is searched where all of the spectrum's indices can be had.
    let precision: FitPrecision

    /// - Parameters:
    ///   - spectrum: nil: a power law.
    ///   - gamma: γ where the spectrum does not say it; nil: profiled.
    init(
        _ spectrum: SpectrumFamily?, gamma: Double?, _ choice: SolverChoice, _ narrow: NarrowLineSolver
    ) throws {
        precision = FitPrecision(of: spectrum)
        guard let spectrum, spectrum.powerLawIndex == nil else {
            (solver, shaped) = (try choice.solver(narrow), nil)
            (self.gamma, isShape, hasIndex) = (spectrum?.powerLawIndex ?? gamma, false, true)
            return
        }
        let shaped = try choice.solver(narrow, spectrum: spectrum)
        (solver, self.shaped) = (shaped, shaped)
        (isShape, hasIndex) = (true, spectrum.hasIndex)
        self.gamma = spectrum.hasIndex ? gamma : spectrum.referenceIndex
    }
}

extension FitPrecision {
    /// The usual one, with γ searched where all of a spectrum's indices can be had: in the usual range, or where that leaves next to
    /// nothing in all of it, with as many nodes to a unit of γ.
    fileprivate init(of spectrum: SpectrumFamily?) {
        self.init()
        guard let spectrum, spectrum.hasIndex else { return }
        let (usual, usable) = (indexRange, spectrum.indices)
        indexRange = usual.clamped(to: usable)
        guard !usual.overlaps(usable) || indexRange.upperBound - indexRange.lowerBound < 0.1 else { return }
        indexRange = usable
        let share = (usable.upperBound - usable.lowerBound) / (usual.upperBound - usual.lowerBound)
        indexNodes = Int((Double(indexNodes) * max(share, 1)).rounded(.up))
    }
}
