import AllowedRegion
import Assessment
import Documents
import IceCubeFit
import Scenarios

/// The answer of `fit`: the best fit, how good it is, and against what.
public struct FitReport: Sendable {
    let answer: FitAnswer
    let inputs: RunInputs
    let written: WrittenFiles?

    /// - Parameters:
    ///   - inputs: what the fit was made from.
    ///   - written: the files; nil: there are none.
    public init(_ answer: FitAnswer, inputs: RunInputs = RunInputs(), written: WrittenFiles? = nil) {
        self.answer = answer
        self.inputs = inputs
        self.written = written
    }

    public var text: String {
        var parts = [(heading + found).joined(separator: "\n"), comparisons.joined(separator: "\n")]
        if !answer.contours.isEmpty { parts.append(regions.joined(separator: "\n")) }
        if let combined = answer.combined { parts.append(CombinationWording.paragraph(combined)) }
        let remarks = Wording.remarks(provisionalData: answer.provisionalData, other: answer.other)
        let caveats = remarks + answer.caveats.map(Wording.sentence)
        if !caveats.isEmpty { parts.append(caveats.joined(separator: "\n")) }
        if let written { parts.append(written.sentence) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    // MARK: Text

    private var sign: String { answer.fit.treatment.statistic.sign }
    private var difference: String { answer.fit.treatment.statistic == .chi2 ? "Δ\(sign)" : "Δ(\(sign))" }

    private var heading: [String] {
        let data = answer.fit.dataSets.map(\.markedTitle).joined(separator: ", ")
        var lines = ["Scenario \(answer.scenario.name), data points: \(answer.fit.pointCount) of \(data)."]
        if let injected = answer.injected, let forecast = answer.request.forecast {
            lines.append(
                "Forecast: what \(NumberText.trimmed(forecast.exposure)) times today's exposure should show if "
                    + Self.text(of: injected, answer.injectedSpectrumValues) + " is true.")
        }
        let ranges = FitParameter.allCases.filter { !answer.global.best.value(of: $0).isNaN }.map {
            $0.text(answer.request.space.range(of: $0))
        }
        lines.append("Searched: \(ranges.joined(separator: ", ")).")
        if !answer.restrictedBy.isEmpty {
            lines.append("g′ stays below \(answer.restrictedBy.map(\.card.title).joined(separator: ", ")).")
            lines += OwnDocuments(answer.restrictedBy).sentences
        }
        return lines.map(PlainText.clean)
    }

    private static func text(of injected: FitAnswer.Injected, _ values: [SpectrumValue]) -> String {
        let model =
            switch injected {
            case .mediator(let point): [point.text]
            case .withoutMediator(let fit):
                ["no Z′", FitParameter.amplitude.text(fit.amplitude)]
                    + [FitParameter.gamma.textIfKnown(fit.gamma)].compactMap(\.self)
            }
        return (model + [Wording.values(values)].compactMap(\.self)).joined(separator: ", ")
    }

    private var found: [String] {
        let global = answer.global
        var lines = [
            "", "Best fit: \(global.best.text), \(sign) = \(NumberText.fixed(global.best.chi2, decimals: 3))",
        ]
        lines += global.minima.dropFirst().prefix(3).map {
            "    also: \($0.text), \(sign) = \(NumberText.fixed($0.chi2, decimals: 3))"
        }
        lines += Wording.sentences(answer.spectrumValues)
        if let verdict = answer.verdicts.map(Self.sentence) { lines.append(verdict) }
        if !global.atEdge.isEmpty {
            lines.append(
                "\(global.atEdge.map(\.sign).joined(separator: " and ")) at the end of the range searched: "
                    + "the data want another one")
        }
        if global.isAtRestriction { lines.append("g′ is as large as the bound allows: the data want a larger one") }
        lines.append(
            "solver \(answer.solver), error of the ratio about \(NumberText.short(answer.estimatedError, digits: 2))")
        return lines
    }

    /// Whether the scenario's bounds leave the best fit.
    private static func sentence(_ verdicts: PointVerdicts) -> String {
        let titles = verdicts.excludedBy.map(\.bound.card.markedTitle)
        switch verdicts.standing {
        case .excluded:
            return PlainText.clean("This best fit is excluded in the scenario, by \(titles.joined(separator: ", ")).")
        case .allowed: return "No bound of the scenario excludes this best fit."
        case .unconstrained: return "No deciding bound of the scenario speaks at this best fit."
        }
    }

    private var comparisons: [String] {
        let free = answer.global.withoutMediator
        var lines = [
            "\(difference) against the best fit without a Z′ ("
                + [
                    FitParameter.amplitude.text(free.amplitude), FitParameter.gamma.textIfKnown(free.gamma),
                    Wording.values(answer.freeSpectrumValues), NumberText.fixed(free.chi2, decimals: 3),
                ].compactMap(\.self).joined(separator: ", ") + "): "
                + NumberText.signed(answer.deltaFromFreeFit, decimals: 3),
            "\(difference) against the paper's fixed (1.4, 2.6) without a Z′, which is no fit "
                + "(\(NumberText.fixed(answer.fit.standardModelChi2, decimals: 3))): "
                + NumberText.signed(answer.deltaFromFixedPoint, decimals: 3),
        ]
        if answer.injected == nil, let ratio = answer.ratio {
            lines.append("R = \(NumberText.fixed(ratio, decimals: 3)), the paper's ratio to that fixed point")
        }
        if let local = answer.localDeviations {
            lines.append(
                "\(NumberText.short(local, digits: 2))σ to two sides, local and only if Wilks' theorem held for two parameters: it does "
                    + "not, since m means nothing at g′ = 0; pseudo-experiments give the true one (mutau scan, method toys)"
            )
        }
        if answer.fit.treatment.statistic == .chi2, answer.injected == nil { lines += goodness }
        return lines
    }

    /// χ² of limits follows no distribution with a number of degrees of freedom; only toy experiments give one.
    private var goodness: [String] {
        let limits = answer.fit.limitCount
        guard limits > 0 else { return [] }
        return [
            "No p-value: \(limits) of \(answer.fit.pointCount) points are one-sided limits, with which χ² has no number of "
                + "degrees of freedom"
        ]
    }

    private var regions: [String] {
        let isOfNarrowLines = answer.solver == "grid" && answer.surveySolver == "narrow-line"
        let heading = "Regions and profiles take lines as narrow, which they are not at the best fit:"
        return (isOfNarrowLines ? [heading] : []) + regionsOfContours
    }

    private var regionsOfContours: [String] {
        answer.contours.map { contour in
            let level = Wording.percent(contour.confidenceLevel)
            guard let extents = contour.extents else { return "\(level) region: smaller than a step of the grid" }
            let open = contour.openEnds.map(\.sign)
            return "\(level) region of (\(contour.pair.first.sign), \(contour.pair.second.sign)): "
                + "\(contour.pair.first.text(extents.first)), \(contour.pair.second.text(extents.second))"
                + (open.isEmpty ? "" : ", open at the end of the range of \(open.joined(separator: " and "))")
        }
    }
}
