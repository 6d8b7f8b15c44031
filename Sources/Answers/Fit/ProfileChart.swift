import AllowedRegion
import Drawing
import IceCubeFit
import NumericalMethods

/// The least χ² over the other three parameters, along one.
struct ProfileChart {
    let answer: FitAnswer
    let parameter: FitParameter
    let profile: [FourParameterPoint]

    /// - Returns: nil where the answer has no profile of the parameter.
    init?(_ answer: FitAnswer, _ parameter: FitParameter) {
        guard let profile = answer.global.profiles[parameter], profile.count > 1 else { return nil }
        self.answer = answer
        self.parameter = parameter
        self.profile = profile
    }

    /// The Δχ² of one parameter at the usual levels.
    private static let levels = [0.683, 0.9, 0.95, 0.99].compactMap { level in
        deviations(ofProbability: 1 - level).map { (label: Wording.percent(level), height: $0 * $0) }
    }

    var chart: Chart {
        let best = answer.global.surveyedLeast
        let range = answer.request.space.range(of: parameter)
        let free = answer.global.withoutMediator.chi2 - answer.global.best.chi2
        let highest = min(max(profile.map { $0.chi2 - best }.max() ?? 1, 4), 12)
        // The line without a Z′ has its place below the frame where it comes near.
        let top = 1.1 * (free < 1.25 * highest ? max(free, highest) : highest)
        var chart = Chart(
            x: ChartAxis(range: range, isLogarithmic: parameter.isLogarithmic, title: parameter.axisTitle),
            y: ChartAxis(
                range: 0...top, isLogarithmic: false,
                title: answer.fit.treatment.statistic.differenceTitle))
        func level(_ height: Double, _ label: String, _ colour: String, _ dash: FigureScene.Dash) -> Chart.Line {
            .init(
                parts: [[SIMD2(range.lowerBound, height), SIMD2(range.upperBound, height)]], label: label,
                colour: colour,
                width: 0.7, dash: dash)
        }
        for (label, height) in Self.levels where height < highest {
            chart.lines.append(level(height, label, "#777777", .dotted))
        }
        if free > 0, free < top { chart.lines.append(level(free, "without a Z′", "#00734d", .dashed)) }
        chart.lines.append(
            .init(
                parts: [profile.map { SIMD2($0.value(of: parameter), $0.chi2 - best) }], label: "", colour: "#0060a8",
                width: 1.8))
        let others = FitParameter.allCases.filter { $0 != parameter }.map(\.sign).joined(separator: ", ")
        chart.notes = [
            "The least over \(others) at each value. Dotted: the levels of one parameter, as if Wilks’ theorem held, which "
                + "it does not where g′ → 0 and m means nothing."
        ]
        return chart
    }
}
