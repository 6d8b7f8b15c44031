import ConstraintKit
import NumericalMethods
import RealModule

/// Looks for minima of χ² in (ln m, ln g′), A and γ being profiled or one of them fixed.
///
/// What lies outside the ranges, or is not allowed, stands for the nearest coupling and mass that are: so the search comes
/// to rest on an edge where χ² falls towards it.
struct LocalSearch: ~Copyable {
    private let space: FitSpace
    private let restriction: CouplingRestriction
    private let precision: FitPrecision
    private var evaluation: MediatorEvaluation
    /// The range of A; one value where it is fixed.
    private let amplitudes: ClosedRange<Double>
    /// nil: profiled.
    private let gamma: Double?

    init(
        _ setting: SearchSetting, _ restriction: CouplingRestriction, precision: FitPrecision,
        amplitude: Double? = nil, gamma: Double? = nil
    ) {
        space = setting.space
        self.restriction = restriction
        self.precision = precision
        evaluation = MediatorEvaluation(setting)
        amplitudes = amplitude.map { $0...$0 } ?? setting.space.amplitudes
        self.gamma = gamma
    }

    /// The point at or nearest to a mass and coupling; nil where a restriction leaves no coupling at that mass.
    mutating func point(mass: Double, coupling: Double) throws(FitError) -> FourParameterPoint? {
        let mass = min(max(mass, space.masses.lowerBound), space.masses.upperBound)
        guard let typed = try? Mass(inMeV: mass),
            let coupling = restriction.ranges(at: typed, in: space.couplings).nearest(to: coupling),
            let mediator = evaluation.setting.mediator(mass: mass, coupling: coupling)
        else { return nil }
        try evaluation.load(mediator)
        let best: IndexPoint
        if let gamma {
            let (chi2, amplitude) = evaluation.profile(gamma: gamma, amplitudes: amplitudes)
            best = IndexPoint(chi2: chi2, amplitude: amplitude, gamma: gamma)
        } else {
            best = evaluation.best(amplitudes: amplitudes)
        }
        return FourParameterPoint(
            mass: mediator.mass, coupling: mediator.coupling, amplitude: best.amplitude, gamma: best.gamma,
            chi2: best.chi2)
    }

    /// A local minimum near a mass and a coupling, by Nelder and Mead's simplex, begun anew where it ended: a simplex
    /// that collapsed early goes on.
    /// - Parameter step: sides of the first simplex in ln m and ln g′.
    mutating func minimum(
        mass: Double, coupling: Double, step: (mass: Double, coupling: Double)
    ) throws(FitError) -> FourParameterPoint? {
        let simplex = NelderMead(tolerance: precision.chi2Tolerance, size: precision.parameterTolerance)
        var place = [Double.log(mass), Double.log(coupling)]
        var last = Double.infinity
        for round in 0..<Self.rounds {
            let scale = round == 0 ? 1 : 0.3
            let found = try simplex.minimum(from: place, steps: [scale * step.mass, scale * step.coupling]) {
                x throws(FitError) in try point(mass: Double.exp(x[0]), coupling: Double.exp(x[1]))?.chi2 ?? .infinity
            }
            place = found.x
            guard last - found.y > precision.chi2Tolerance else { break }
            last = found.y
        }
        return try point(mass: Double.exp(place[0]), coupling: Double.exp(place[1]))
    }

    private static let rounds = 4

    /// The lowest point with one of mass and coupling given and the other in a range.
    /// - Parameters:
    ///   - parameter: the one that varies.
    ///   - fixed: the value of the other.
    ///   - start: a value of the one that varies, which the answer is at least as good as.
    mutating func minimum(
        along parameter: FitParameter, at fixed: Double, from start: Double, in range: ClosedRange<Double>
    ) throws(FitError) -> FourParameterPoint? {
        let minimiser = BrentMinimiser(tolerance: precision.parameterTolerance)
        let found = try minimiser.minimum(in: Double.log(range.lowerBound)...Double.log(range.upperBound)) {
            x throws(FitError) in try point(parameter, Double.exp(x), fixed: fixed)?.chi2 ?? .infinity
        }
        let points = [
            try point(parameter, Double.exp(found.x), fixed: fixed), try point(parameter, start, fixed: fixed),
        ]
        return points.compactMap(\.self).min { $0.chi2 < $1.chi2 }
    }

    /// - Returns: nil where the coupling is the fixed one and not allowed: another does not stand for it.
    private mutating func point(
        _ parameter: FitParameter, _ value: Double, fixed: Double
    ) throws(FitError) -> FourParameterPoint? {
        guard parameter == .mass else { return try point(mass: fixed, coupling: value) }
        guard let point = try point(mass: value, coupling: fixed), abs(point.coupling.value / fixed - 1) < 1e-12 else {
            return nil
        }
        return point
    }
}
