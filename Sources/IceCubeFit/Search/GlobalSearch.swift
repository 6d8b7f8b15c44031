import ConstraintKit
import Physics
import RealModule
import Transport

/// The best fit over (m, g′, A, γ): a survey of the whole grid, then an optimiser from its several lowest places.
public struct GlobalSearch: Sendable {
    public let space: FitSpace
    public let restriction: CouplingRestriction
    private let fit: IceCubeFit
    /// nil: what surveys is what answers, and nothing is left to be refined.
    private let refining: IceCubeFit?
    private let crossSection: CrossSection
    private let setting: SearchSetting

    /// - Parameters:
    ///   - fit: answers for the points in the end.
    ///   - surveying: the same fit with a solver that answers faster and nearly as well; nil: `fit` itself.
    ///   - refining: the same for the last steps to a minimum, at which `fit` then says χ²; nil: `fit` itself.
    ///   - space: where to search.
    ///   - crossSection: the normalisation of the interaction.
    ///   - restriction: the couplings that may be taken.
    /// - Throws: ``FitError``
    public init(
        _ fit: IceCubeFit, surveying: IceCubeFit? = nil, refining: IceCubeFit? = nil, space: FitSpace,
        crossSection: CrossSection,
        restriction: CouplingRestriction = .none
    ) throws(FitError) {
        self.fit = fit
        self.refining = surveying == nil ? refining : refining ?? fit
        self.space = space
        self.crossSection = crossSection
        self.restriction = restriction
        setting = try SearchSetting(surveying ?? fit, space: space, crossSection: crossSection)
    }

    /// Searches.
    /// - Parameters:
    ///   - profiled: the parameters to give a profile of.
    ///   - planes: those in which the survey is asked for; m and g′ are always surveyed.
    ///   - progress: told the fraction done from time to time, from any thread.
    ///   - shouldStop: asked from time to time, from any thread; ``FitError/stopped`` ends the search then.
    /// - Throws: ``FitError``
    public func run(
        profiles profiled: [FitParameter] = [], planes: [FitPair] = FitPair.all,
        progress: @Sendable (Double) -> Void = { _ in }, shouldStop: @Sendable () -> Bool = { false }
    ) throws(FitError) -> GlobalFit {
        let share = profiled.isEmpty ? 1 : 0.6
        // A profile begins where the survey over one of m and g′ is lowest.
        let begun = profiled.flatMap { [FitPair(.mass, $0), FitPair(.coupling, $0)].compactMap(\.self) }
        let survey = try setting.survey(
            Set(planes + begun), restriction, progress: { progress(share * $0) }, shouldStop: shouldStop)
        let minima = try minima(of: survey)
        guard let best = minima.first else { throw .nothingAllowed }
        let profiles = try ProfileSearch(setting: setting, restriction: restriction, precision: fit.precision)
            .profiles(
                profiled, survey, progress: { progress(share + (1 - share) * $0) }, shouldStop: shouldStop)
        return GlobalFit(
            space: space, minima: minima, atEdge: FitParameter.allCases.filter { isAtEdge($0, best) },
            isAtRestriction: isAtRestriction(best), survey: survey,
            surveyedLeast: try surveyedLeast(survey, at: best), profiles: profiles,
            withoutMediator: try fitWithoutMediator())
    }

    private func surveyedLeast(_ survey: FitSurvey, at best: FourParameterPoint) throws(FitError) -> Double {
        var search = LocalSearch(setting, restriction, precision: fit.precision)
        let there = try search.point(mass: best.mass.inMeV, coupling: best.coupling.value)
        return survey.profile(.mass).reduce(there?.chi2 ?? .infinity, min)
    }

    /// The local minimum that a point leads to, by the fast solver; nil where a restriction leaves no coupling there.
    /// - Throws: ``FitError``
    public func minimum(near point: FourParameterPoint) throws(FitError) -> FourParameterPoint? {
        var search = LocalSearch(setting, restriction, precision: fit.precision)
        let step = (mass: 0.3 * setting.gridStep.mass, coupling: 0.3 * setting.gridStep.coupling)
        return try search.minimum(mass: point.mass.inMeV, coupling: point.coupling.value, step: step)
    }

    /// The best fit without a Z′ in the ranges of A and γ, ``GlobalFit/withoutMediator``.
    /// - Throws: ``FitError``
    public func fitWithoutMediator() throws(FitError) -> Fit {
        var evaluation = MediatorEvaluation(setting)
        try evaluation.load(nil)
        let best = evaluation.best(amplitudes: space.amplitudes)
        return Fit(
            chi2: try fit.chi2(nil, amplitude: best.amplitude, gamma: best.gamma), amplitude: best.amplitude,
            gamma: best.gamma, profiled: [.amplitude, .index],
            isIndexAtEdge: best.gamma == space.indices.lowerBound || best.gamma == space.indices.upperBound)
    }

    /// How many of the survey's local minima the optimiser starts from.
    private static let starts = 6

    private func minima(of survey: FitSurvey) throws(FitError) -> [FourParameterPoint] {
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        var search = LocalSearch(setting, restriction, precision: fit.precision)
        var found: [FourParameterPoint] = []
        for start in survey.localMinima.prefix(Self.starts) {
            let point = try search.minimum(
                mass: masses[start.mass], coupling: couplings[start.coupling], step: setting.gridStep)
            if let point, !found.contains(where: { $0.isNear(point) }) { found.append(point) }
        }
        return try refined(found).sorted { $0.chi2 < $1.chi2 }
    }

    /// What was found with the fast solver, optimised and evaluated with the one that answers.
    private func refined(_ points: [FourParameterPoint]) throws(FitError) -> [FourParameterPoint] {
        guard let refining else { return try points.map(answered) }
        let exact = try SearchSetting(refining, space: space, crossSection: crossSection)
        var search = LocalSearch(exact, restriction, precision: fit.precision)
        var refined: [FourParameterPoint] = []
        for point in points {
            let near = try search.minimum(
                mass: point.mass.inMeV, coupling: point.coupling.value,
                step: (0.1 * exact.gridStep.mass, 0.1 * exact.gridStep.coupling))
            guard let near, !refined.contains(where: { $0.isNear(near) }) else { continue }
            refined.append(try answered(near))
        }
        return refined
    }

    /// With the χ² of the solver that answers.
    private func answered(_ point: FourParameterPoint) throws(FitError) -> FourParameterPoint {
        var point = point
        let mediator = Mediator(mass: point.mass, coupling: point.coupling, crossSection: crossSection)
        point.chi2 = try fit.chi2(mediator, amplitude: point.amplitude, gamma: point.gamma)
        return point
    }

    private func isAtEdge(_ parameter: FitParameter, _ point: FourParameterPoint) -> Bool {
        let (range, value) = (space.range(of: parameter), point.value(of: parameter))
        let reach = 1e-6 * (parameter.isLogarithmic ? value : range.upperBound - range.lowerBound)
        return value - range.lowerBound < reach || range.upperBound - value < reach
    }

    private func isAtRestriction(_ point: FourParameterPoint) -> Bool {
        func lies(at edge: Double) -> Bool {
            guard edge != space.couplings.lowerBound, edge != space.couplings.upperBound else { return false }
            return abs(point.coupling.value / edge - 1) < 1e-6
        }
        return restriction.ranges(at: point.mass, in: space.couplings).contains { range in
            lies(at: range.lowerBound) || lies(at: range.upperBound)
        }
    }
}

extension SearchSetting {
    /// The steps of the grid in ln m and ln g′.
    var gridStep: (mass: Double, coupling: Double) {
        func step(_ range: ClosedRange<Double>, _ count: Int) -> Double {
            Double.log(range.upperBound / range.lowerBound) / Double(count - 1)
        }
        return (step(space.masses, space.counts.mass), step(space.couplings, space.counts.coupling))
    }
}

extension FourParameterPoint {
    /// Whether both stand for one minimum: next to one another, or on one valley so flat in the coupling, as where lines
    /// are black, that no data could tell its ends apart.
    fileprivate func isNear(_ other: FourParameterPoint) -> Bool {
        abs(Double.log(mass.inMeV / other.mass.inMeV)) < 0.01
            && (abs(Double.log(coupling.value / other.coupling.value)) < 0.03 || abs(chi2 - other.chi2) < 0.01)
    }
}
