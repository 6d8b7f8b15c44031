import AllowedRegion
import Documents
import Drawing
import IceCubeFit
import Scenarios

/// All files of a fit: figures of spectrum, profiles and regions, and the numbers behind them.
public struct FitFiles: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there are no figures; nil where there are. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines of the figures whose label found no place.
    public let unlabelled: [String]

    /// - Parameters:
    ///   - inputs: what the fit was made from.
    ///   - areDrawn: whether there are to be figures.
    ///   - style: of the figures.
    public init(
        _ answer: FitAnswer, inputs: RunInputs = RunInputs(), areDrawn: Bool = true, style: FigureStyle = .init()
    ) throws {
        let figures = areDrawn ? Self.figures(answer, style: style) : []
        let drawn = areDrawn ? DrawnFigures(figures) : .none
        let report = FitReport(answer, inputs: inputs)
        let texts = [
            ("fit.json", try report.bytes(as: .json)), ("fit.txt", try report.bytes(as: .text)),
            ("profiles.csv", try report.bytes(as: .csv)),
            ("contours.csv", Array(try ContourPointRecord.all(answer.contours).csv.utf8)),
        ]
        files = drawn.files + texts
        figureError = drawn.error
        unlabelled = figures.flatMap(\.unlabelled)
    }

    static func figures(_ answer: FitAnswer, style: FigureStyle = .init()) -> [Figure] {
        let spectrum = Figure(name: "spectrum", SpectrumChart(answer).chart, style: style)
        let profiles = FitParameter.allCases.compactMap { parameter in
            ProfileChart(answer, parameter).map {
                Figure(name: "profile-\(parameter.rawValue)", $0.chart, size: .half, style: style)
            }
        }
        let contours = answer.request.planes.map {
            Figure(name: "contours-\($0.name)", ContourChart(answer: answer, pair: $0).chart, style: style)
        }
        return [spectrum] + profiles + contours
    }
}

extension SpectrumChart {
    /// The best fit, and the best without a Z′.
    init(_ answer: FitAnswer) {
        self.init(
            dataSets: answer.fit.dataSets,
            curves: [
                .init(spectra: answer.spectra.filter { $0.point != nil }, label: "best fit", dash: .solid),
                .init(
                    spectra: Array(answer.spectra.filter { $0.point == nil }.prefix(1)), label: "best without a Z′",
                    dash: .dashed, colour: "#333333"),
            ],
            notes: ["Best fit: \(answer.global.best.text)."])
    }
}

extension FigureSize {
    /// For a figure that shows one curve.
    static let half = FigureSize(width: 12, height: 8.4, fontSize: 9)
}
