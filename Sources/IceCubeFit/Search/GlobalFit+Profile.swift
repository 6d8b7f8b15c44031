/// The least over fits that differ in what is no parameter of them.
extension GlobalFit {
    /// The same with regions and profiles that are the least over others too.
    /// - Parameters:
    ///   - others: in the same space and under the same restriction.
    ///   - isLine: whether they lie at even steps of one number: between them is the parabola through three then.
    ///   - withoutMediator: the best of all without a Z′.
    public func profiled(over others: [GlobalFit], isLine: Bool, withoutMediator: Fit) -> GlobalFit {
        let survey = survey.least(others.map(\.survey), isLine: isLine)
        var profiles = profiles
        for (parameter, points) in profiles {
            profiles[parameter] = points.map { point in
                let value = point.value(of: parameter)
                let same = others.map { $0.profiles[parameter]?.first { $0.value(of: parameter) == value } }
                guard let lowest = same.compactMap(\.self).min(by: { $0.chi2 < $1.chi2 }) else { return point }
                var best = lowest.chi2 < point.chi2 ? lowest : point
                best.chi2 = min(best.chi2, LeastOnLine.value(same.map { $0?.chi2 ?? .infinity }, isLine: isLine))
                return best
            }
        }
        return GlobalFit(
            space: space, minima: minima, atEdge: atEdge, isAtRestriction: isAtRestriction, survey: survey,
            // Every region holds the best point.
            surveyedLeast: min(surveyedLeast, survey.profile(.mass).reduce(.infinity, min)), profiles: profiles,
            withoutMediator: withoutMediator)
    }
}

extension FitSurvey {
    /// The least over this and others at each place.
    fileprivate func least(_ others: [FitSurvey], isLine: Bool) -> FitSurvey {
        func least(_ values: (FitSurvey) -> [Double]) -> [Double] {
            let (own, rest) = (values(self), others.map(values))
            return own.indices.map { place in
                min(own[place], LeastOnLine.value(rest.map { $0[place] }, isLine: isLine))
            }
        }
        let lowest = unrestricted.indices.map { place in
            others.reduce(self) { $1.unrestricted[place] < $0.unrestricted[place] ? $1 : $0 }
        }
        return FitSurvey(
            space: space,
            planes: FitPair.all.map { pair in least { $0.profile(pair) } }, unrestricted: least(\.unrestricted),
            amplitude: lowest.indices.map { lowest[$0].amplitude[$0] },
            gamma: lowest.indices.map { lowest[$0].gamma[$0] },
            evaluations: others.reduce(evaluations) { $0 + $1.evaluations })
    }
}

/// The least of values at even steps.
enum LeastOnLine {
    /// - Parameter isLine: whether between the lowest and its neighbours is the parabola through them; else the lowest itself.
    static func value(_ values: [Double], isLine: Bool) -> Double {
        guard let lowest = values.indices.min(by: { values[$0] < values[$1] }) else { return .infinity }
        let middle = values[lowest]
        guard isLine, lowest > 0, lowest < values.count - 1 else { return middle }
        let (left, right) = (values[lowest - 1] - middle, values[lowest + 1] - middle)
        guard left.isFinite, right.isFinite, left + right > 0 else { return middle }
        return middle - (left - right) * (left - right) / (8 * (left + right))
    }
}
