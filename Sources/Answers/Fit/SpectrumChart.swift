import AllowedRegion
import Drawing
import IceCubeFit
import Transport

/// The measured spectra with the fluxes that models predict for them.
struct SpectrumChart {
    /// A model's flux in the channels it is drawn for.
    struct Curve {
        var spectra: [FittedSpectrum]
        var label: String
        var dash: FigureScene.Dash
        /// nil: that of its channel.
        var colour: String?
    }

    var dataSets: [DataSet]
    var curves: [Curve]
    var notes: [String] = []

    static func colour(of channel: Channel) -> String {
        switch channel {
        case .cascades: FigureColours.spectra[0]
        case .tracks: FigureColours.spectra[1]
        case .allFlavours: FigureColours.spectra[2]
        }
    }

    var chart: Chart {
        var chart = Chart(x: energyAxis, y: fluxAxis)
        for dataSet in dataSets { chart.measurements += dataSet.defaultSegments.map { measurement($0, of: dataSet) } }
        for curve in curves {
            for spectrum in curve.spectra {
                let name = curve.spectra.count > 1 ? "\(curve.label), \(spectrum.channel.sign)" : curve.label
                chart.lines.append(
                    .init(
                        parts: [zip(spectrum.energies, spectrum.fluxes).map { SIMD2($0, $1) }], label: name,
                        labelParts: spectrum.point == nil ? nil : spectrum.ownParts,
                        colour: curve.colour ?? Self.colour(of: spectrum.channel), dash: curve.dash))
            }
        }
        chart.notes =
            notes + [
                "Crosses: \(dataSets.map(\.markedTitle).joined(separator: "; ")); arrows: upper limits. Flux per flavour, ν and ν̄."
            ]
        return chart
    }

    private var segments: [Segment] { dataSets.flatMap(\.defaultSegments) }

    private var energyAxis: ChartAxis {
        let energies =
            curves.flatMap { $0.spectra.flatMap(\.energies) } + segments.flatMap { [$0.lowerEdge, $0.upperEdge] }
        return ChartAxis(
            range: (energies.min() ?? 1e3)...(energies.max() ?? 1e8), isLogarithmic: true, title: AxisTitle.energy)
    }

    /// From half the least measured value, though not more than four decades, to twice the greatest.
    private var fluxAxis: ChartAxis {
        let values = segments.map { segment in
            switch segment.measurement {
            case .flux(let flux, _, let plus): (flux, flux + plus)
            case .upperLimit(let limit): (limit, limit)
            }
        }
        let top = 2 * (values.map(\.1).max() ?? 1e-7)
        let bottom = 0.4 * (values.map(\.0).filter { $0 > 0 }.min() ?? 1e-10)
        return ChartAxis(
            range: max(bottom, top * 1e-4)...top, isLogarithmic: true, title: AxisTitle.energyFlux)
    }

    private func measurement(_ segment: Segment, of dataSet: DataSet) -> Chart.Measurement {
        let value: Chart.Measurement.Value =
            switch segment.measurement {
            case .flux(let flux, let minus, let plus): .between(flux, lower: flux - minus, upper: flux + plus)
            case .upperLimit(let limit): .below(limit)
            }
        return .init(
            x: segment.lowerEdge...segment.upperEdge,
            middle: (segment.lowerEdge * segment.upperEdge).squareRoot(), value: value,
            colour: Self.colour(of: dataSet.channel))
    }
}

extension FittedSpectrum {
    /// Where the Z′ makes a difference that can be seen: elsewhere all lines are one.
    fileprivate var ownParts: [[SIMD2<Double>]] {
        visiblyDifferentParts(of: fluxes, from: freeFluxes, along: energies)
    }
}

/// Where a line can be told from another, so that its label may stand there.
func visiblyDifferentParts(of values: [Double], from others: [Double], along x: [Double]) -> [[SIMD2<Double>]] {
    let visibleDifference = 0.1
    var parts: [[SIMD2<Double>]] = []
    var isOpen = false
    for ((x, value), other) in zip(zip(x, values), others) {
        let differs = abs(value - other) > visibleDifference * abs(other)
        if differs {
            if isOpen { parts[parts.count - 1].append(SIMD2(x, value)) } else { parts.append([SIMD2(x, value)]) }
        }
        isOpen = differs
    }
    return parts.filter { $0.count > 1 }
}
