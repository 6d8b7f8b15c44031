import AllowedRegion
import ConstraintKit
import Drawing
import IceCubeFit
import Reproduction

/// The paper's three figures, from our numbers.
struct ReproductionFigures {
    let reproduction: Reproduction
    var style = FigureStyle()

    var all: [Figure] {
        [
            fig1.map { Figure(name: "fig1", $0, style: style) }, Figure(name: "fig2", fig2),
            Figure(name: "fig3", fig3, style: style),
        ].compactMap(\.self)
    }

    /// (A, γ), the least over m and g′ below NA64μ.
    private var fig1: Chart? {
        guard let pair = FitPair(.amplitude, .gamma) else { return nil }
        var chart = ContourChart(answer: reproduction.belowNA64, pair: pair).chart
        let published = PublishedPoint.collaborationFit
        chart.points += [PublishedPoint.p1, .p2].map { .init(name: $0.name, place: SIMD2($0.amplitude, $0.gamma)) }
        chart.points.append(.init(name: "IceCube 2020", place: SIMD2(published.amplitude, published.gamma)))
        return chart
    }

    /// R at (1.5, 2.5) with the bounds that the paper draws.
    private var fig2: FigureScene {
        let published = PublishedPoint.p1
        let points = [published].compactMap { point -> MapFigure.MarkedPoint? in
            guard let mass = try? Mass(inMeV: point.mass), let coupling = try? Coupling(point.coupling) else {
                return nil
            }
            return .init(name: point.name, mass: mass, coupling: coupling)
        }
        return FigureScene(reproduction.map, options: .init(style: style, points: points))
    }

    /// The flux at (1.4, 2.6) without a Z′ and with two.
    private var fig3: Chart {
        func curve(_ coupling: Double?, _ label: String, _ dash: FigureScene.Dash, _ colour: String)
            -> SpectrumChart.Curve
        {
            .init(
                spectra: reproduction.fluxes.filter {
                    $0.channel == .cascades && $0.point?.coupling.value == coupling
                },
                label: label, dash: dash, colour: colour)
        }
        return SpectrumChart(
            dataSets: reproduction.dataSets,
            curves: [
                curve(nil, "no Z′", .dashed, "#2e8b3d"),
                curve(PublishedPoint.p1.coupling, "6.5 MeV, g′ = 5e-4", .dotDashed, "#1f5fbf"),
                curve(PublishedPoint.projected.coupling, "6.5 MeV, g′ = 1e-4", .solid, "#c0392b"),
            ],
            notes: ["Lines: (ν_e + ν_τ)/2 at (A, γ) = (1.4, 2.6)."]
        ).chart
    }
}
