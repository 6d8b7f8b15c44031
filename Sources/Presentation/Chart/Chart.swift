/// Lines, areas, measurements and points between two axes, in the manner of the map.
struct Chart: Sendable {
    var x: ChartAxis
    var y: ChartAxis
    /// From the bottom up.
    var areas: [Area] = []
    var lines: [Line] = []
    var measurements: [Measurement] = []
    var points: [Point] = []
    /// Sentences below the axes.
    var notes: [String] = []

    /// A filled area; lines inside others bound holes.
    struct Area: Sendable {
        var outlines: [[SIMD2<Double>]]
        var colour: String
        var opacity: Double
    }

    /// A line, with the text that stands beside it.
    struct Line: Sendable {
        var parts: [[SIMD2<Double>]]
        var label: String
        /// Where the label may stand; nil: anywhere along the line.
        var labelParts: [[SIMD2<Double>]]?
        var labelManner = LabelRequest.Manner.besideLine
        var colour: String
        var width = 1.5
        var dash = FigureScene.Dash.solid
    }

    /// A value with errors, or a limit.
    struct Measurement: Sendable {
        var x: ClosedRange<Double>
        /// Where in the range of x it stands.
        var middle: Double
        var value: Value
        var colour: String

        enum Value: Sendable {
            case between(Double, lower: Double, upper: Double)
            case below(Double)
        }
    }

    struct Point: Sendable {
        var name: String
        var place: SIMD2<Double>
    }
}
