import AllowedRegion
import Documents
import Drawing
import Scenarios

/// All files of `spectrum`: its figures, and the numbers behind them.
public struct SpectrumFiles: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there is no figure; nil where there is one. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines of the figure whose label found no place.
    public let unlabelled: [String]

    /// - Parameters:
    ///   - figure: the same at more energies, which its lines are drawn through; nil: none is drawn.
    ///   - style: of the figures.
    public init(_ report: SpectrumReport, figure: SpectrumReport?, style: FigureStyle = .init()) throws {
        let figures = figure?.figures(style) ?? []
        let drawn = figure == nil ? .none : DrawnFigures(figures)
        let texts = [("spectrum.csv", AnswerFormat.csv), ("spectrum.json", .json), ("spectrum.txt", .text)]
        files = drawn.files + (try texts.map { ($0, try report.bytes(as: $1)) })
        figureError = drawn.error
        unlabelled = figures.flatMap(\.unlabelled)
    }
}

extension SpectrumReport {
    /// The flavours, and the mass states in a figure of their own.
    fileprivate func figures(_ style: FigureStyle) -> [Figure] {
        let states = names.indices.filter { names[$0].hasPrefix("m") && names[$0] != Flavour.muon.rawValue }
        let flavours = names.indices.filter { !states.contains($0) }
        return [("spectrum", flavours), ("spectrum-states", states)].compactMap { name, columns in
            chart(columns).map { Figure(name: name, $0, style: style) }
        }
    }

    /// E²Φ, or the ratio, of some columns, and what arrives without a Z′; nil with fewer than two energies or nothing that
    /// arrives.
    private func chart(_ columns: [Int]) -> Chart? {
        let order = spectrum.energies.indices.sorted { spectrum.energies[$0] < spectrum.energies[$1] }
        let energies = order.map { spectrum.energies[$0] }
        guard let lowest = energies.first, let highest = energies.last, lowest < highest else { return nil }
        let (rows, free) = (values, spectrum.freeStates.map(self.columns))
        func line(_ value: (Int) -> Double) -> [Double] {
            zip(order, energies).map { value($0) * (showsRatio ? 1 : $1 * $1) }
        }
        let lines = columns.map { column in line { rows[$0].values[column] } }
        let freeLines = columns.map { column in line { showsRatio ? 1 : free[$0][column] } }
        let values = (lines + freeLines).joined().filter { $0 > 0 }
        guard let least = values.min(), let greatest = values.max(),
            let leastFree = freeLines.joined().filter({ $0 > 0 }).min()
        else { return nil }
        var chart = Chart(
            x: ChartAxis(range: lowest...highest, isLogarithmic: true, title: AxisTitle.energy),
            y: axis(greatest, max(least / 1.5, leastFree / 5)))
        for (number, column) in columns.enumerated() {
            chart.lines.append(
                .init(
                    parts: [zip(energies, lines[number]).map { SIMD2($0, $1) }], label: Self.signs[names[column]] ?? "",
                    labelParts: visiblyDifferentParts(of: lines[number], from: freeLines[number], along: energies),
                    labelManner: .offLine, colour: FigureColours.cycled(FigureColours.spectra, number)))
        }
        // One line where all are alike without a Z′, as from sources that make them so.
        let areAlike = freeLines.allSatisfy {
            visiblyDifferentParts(of: $0, from: freeLines[0], along: energies).isEmpty
        }
        for (number, column) in columns.enumerated().prefix(areAlike ? 1 : columns.count) {
            chart.lines.append(
                .init(
                    parts: [zip(energies, freeLines[number]).map { SIMD2($0, $1) }],
                    label: (areAlike ? "" : (Self.signs[names[column]] ?? "") + ", ") + "no Z′",
                    labelParts: areAlike
                        ? nil : visiblyDifferentParts(of: freeLines[number], from: lines[number], along: energies),
                    colour: areAlike ? "#333333" : FigureColours.cycled(FigureColours.spectra, number), dash: .dashed))
        }
        chart.notes = [
            "m = \(NumberText.exact(spectrum.mass.inMeV)) MeV, g′ = \(NumberText.exact(spectrum.coupling.value)), "
                + "A = \(NumberText.trimmed(spectrum.amplitude)), "
                + spectrum.sources + ". ν and ν̄ together."
        ]
        return chart
    }

    /// Four decades of flux at most; a ratio from zero. What a resonance takes away, a dip without bottom, needs no room.
    private func axis(_ greatest: Double, _ lowest: Double) -> ChartAxis {
        showsRatio
            ? ChartAxis(range: 0...1.1 * greatest, isLogarithmic: false, title: AxisTitle.fluxRatio)
            : ChartAxis(
                range: max(lowest, greatest * 1e-4)...greatest * 2, isLogarithmic: true,
                title: AxisTitle.energyFlux)
    }

    private static let signs = ["e": "ν_e", "mu": "ν_μ", "tau": "ν_τ", "m1": "ν_1", "m2": "ν_2", "m3": "ν_3"]
}
