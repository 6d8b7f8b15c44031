import AllowedRegion
import ConstraintKit
import Drawing
import Foundation
import IceCubeFit

/// The regions of two parameters at the levels asked for.
struct ContourChart {
    let answer: FitAnswer
    let pair: FitPair

    /// From the innermost region outwards, as in the paper: red, then blue.
    private static let colours = ["#c0392b", "#2f6db5", "#4a8f6a", "#7a5fb5"]

    var chart: Chart {
        let space = answer.request.space
        var chart = Chart(x: axis(pair.first) { $0.first }, y: axis(pair.second) { $0.second })
        let contours = answer.contours.filter { $0.pair == pair }.sorted { $0.confidenceLevel < $1.confidenceLevel }
        for (number, contour) in contours.enumerated().reversed() {
            let colour = FigureColours.cycled(Self.colours, number)
            // Paper first, so that the colour of the region around does not shine through.
            chart.areas.append(.init(outlines: contour.areas, colour: nil, opacity: 1))
            chart.areas.append(.init(outlines: contour.areas, colour: colour, opacity: 0.35))
            chart.lines.append(
                .init(
                    parts: contour.lines, label: Wording.percent(contour.confidenceLevel), colour: colour, width: 1.2))
        }
        if pair.first == .mass, pair.second == .coupling { chart.lines += limits(space) }
        let best = answer.global.best
        chart.points = [
            .init(name: "best fit", place: SIMD2(best.value(of: pair.first), best.value(of: pair.second)))
        ]
        chart.notes = notes
        return chart
    }

    /// What the regions span and a quarter more to either side, inside what was searched.
    private func axis(
        _ parameter: FitParameter,
        _ extent: ((first: ClosedRange<Double>, second: ClosedRange<Double>)) -> ClosedRange<Double>
    ) -> ChartAxis {
        let searched = answer.request.space.range(of: parameter)
        let spanned = answer.contours.filter { $0.pair == pair }.compactMap(\.extents).map(extent)
        var range = searched
        if let lower = spanned.map(\.lowerBound).min(), let upper = spanned.map(\.upperBound).max(), lower < upper {
            let margin = 0.25
            let (low, high) =
                parameter.isLogarithmic
                ? (lower * pow(lower / upper, margin), upper * pow(upper / lower, margin))
                : (lower - margin * (upper - lower), upper + margin * (upper - lower))
            range = max(low, searched.lowerBound)...min(high, searched.upperBound)
        }
        return ChartAxis(range: range, isLogarithmic: parameter.isLogarithmic, title: parameter.axisTitle)
    }

    /// The edges of what the bounds exclude that the coupling had to stay below.
    private func limits(_ space: FitSpace) -> [Chart.Line] {
        answer.restrictedBy.map { bound in
            let points = space.values(of: .mass).compactMap { mass -> SIMD2<Double>? in
                guard let edge = bound.lowestExcluded(atMass: mass) else { return nil }
                return SIMD2(mass, edge)
            }
            return .init(parts: [points], label: bound.card.markedTitle, colour: FigureColours.limits[0], dash: .dashed)
        }
    }

    private var notes: [String] {
        let others = FitParameter.allCases.filter { $0 != pair.first && $0 != pair.second }.map(\.sign)
        let statistic = answer.fit.treatment.statistic.sign
        let restricted = answer.restrictedBy.map(\.card.markedTitle)
        return [
            "Regions in which \(statistic) exceeds that of the best fit by less than its quantile for two parameters; "
                + "the least over \(others.joined(separator: " and "))"
                + (restricted.isEmpty ? "." : ", with g′ below \(restricted.joined(separator: ", "))."),
            "As if Wilks’ theorem held, which it does not where g′ → 0 and m means nothing.",
        ]
    }
}
