import ConstraintKit
import NumericalMethods

/// Profiles of one parameter: at each of its values the best fit over the other three, not on the grid only.
struct ProfileSearch: Sendable {
    let setting: SearchSetting
    let restriction: CouplingRestriction
    let precision: FitPrecision

    /// - Throws: ``FitError``
    func profiles(
        _ parameters: [FitParameter], _ survey: FitSurvey, progress: @Sendable (Double) -> Void,
        shouldStop: @Sendable () -> Bool
    ) throws(FitError) -> [FitParameter: [FourParameterPoint]] {
        var starts: [Start] = []
        for parameter in Set(parameters).sorted(by: { $0.rawValue < $1.rawValue }) {
            starts += self.starts(parameter, survey)
        }
        let work = starts
        let found = try Parallel.map(work.count, progress: progress) { number throws(FitError) in
            if shouldStop() { throw .stopped }
            return try point(from: work[number])
        }
        var profiles: [FitParameter: [FourParameterPoint]] = [:]
        for (start, point) in zip(work, found) {
            if let point { profiles[start.parameter, default: []].append(point) }
        }
        return profiles
    }

    /// A value of a parameter, and where its best fit is on the grid.
    private struct Start: Sendable {
        var parameter: FitParameter
        var value: Double
        var mass: Int
        var coupling: Int
    }

    private func starts(_ parameter: FitParameter, _ survey: FitSurvey) -> [Start] {
        func lowest(_ other: FitParameter, _ number: Int) -> Int? {
            guard let pair = FitPair(parameter, other) else { return nil }
            let plane = survey.profile(pair)
            let (rows, others) = (setting.space.count(of: pair.second), 0..<setting.space.count(of: other))
            func chi2(_ index: Int) -> Double {
                pair.first == parameter ? plane[number * rows + index] : plane[index * rows + number]
            }
            return others.min { chi2($0) < chi2($1) }
        }
        return setting.space.values(of: parameter).enumerated().compactMap { number, value in
            let mass = parameter == .mass ? number : lowest(.mass, number)
            let coupling = parameter == .coupling ? number : lowest(.coupling, number)
            guard let mass, let coupling else { return nil }
            return Start(parameter: parameter, value: value, mass: mass, coupling: coupling)
        }
    }

    private func point(from start: Start) throws(FitError) -> FourParameterPoint? {
        let (masses, couplings) = (setting.space.values(of: .mass), setting.space.values(of: .coupling))
        func neighbours(_ values: [Double], _ number: Int) -> ClosedRange<Double> {
            values[max(number - 1, 0)]...values[min(number + 1, values.count - 1)]
        }
        switch start.parameter {
        case .mass:
            var search = LocalSearch(setting, restriction, precision: precision)
            return try search.minimum(
                along: .coupling, at: start.value, from: couplings[start.coupling],
                in: neighbours(couplings, start.coupling))
        case .coupling:
            var search = LocalSearch(setting, restriction, precision: precision)
            return try search.minimum(
                along: .mass, at: start.value, from: masses[start.mass], in: neighbours(masses, start.mass))
        case .amplitude, .gamma:
            var search = LocalSearch(
                setting, restriction, precision: precision,
                amplitude: start.parameter == .amplitude ? start.value : nil,
                gamma: start.parameter == .gamma ? start.value : nil)
            return try search.minimum(
                mass: masses[start.mass], coupling: couplings[start.coupling], step: setting.gridStep)
        }
    }
}
