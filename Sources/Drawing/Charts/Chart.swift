/// Lines, areas, measurements and points between two axes, in the manner of the map.
package struct Chart: Sendable {
    package var x: ChartAxis
    package var y: ChartAxis
    /// From the bottom up.
    package var areas: [Area] = []
    package var lines: [Line] = []
    package var measurements: [Measurement] = []
    package var points: [Point] = []
    /// Sentences below the axes.
    package var notes: [String] = []

    package init(
        x: ChartAxis, y: ChartAxis, areas: [Area] = [], lines: [Line] = [], measurements: [Measurement] = [],
        points: [Point] = [], notes: [String] = []
    ) {
        self.x = x
        self.y = y
        self.areas = areas
        self.lines = lines
        self.measurements = measurements
        self.points = points
        self.notes = notes
    }

    /// Its notes as lines of print.
    package func lines(ofNotesIn size: FigureSize) -> [String] {
        TextMetrics.lines(
            of: notes.joined(separator: " "), fontSize: size.noteFontSize, width: FigureLayout.noteWidth(of: size))
    }

    /// A filled area; lines inside others bound holes.
    package struct Area: Sendable {
        package var outlines: [[SIMD2<Double>]]
        /// nil: that of the paper.
        package var colour: String?
        package var opacity: Double

        package init(outlines: [[SIMD2<Double>]], colour: String?, opacity: Double) {
            self.outlines = outlines
            self.colour = colour
            self.opacity = opacity
        }
    }

    /// A line, with the text that stands beside it.
    package struct Line: Sendable {
        package var parts: [[SIMD2<Double>]]
        package var label: String
        /// Where the label may stand; nil: anywhere along the line.
        package var labelParts: [[SIMD2<Double>]]?
        package var labelManner = LabelRequest.Manner.besideLine
        package var colour: String
        package var width = 1.5
        package var dash = FigureScene.Dash.solid

        package init(
            parts: [[SIMD2<Double>]], label: String, labelParts: [[SIMD2<Double>]]? = nil,
            labelManner: LabelRequest.Manner = .besideLine, colour: String, width: Double = 1.5,
            dash: FigureScene.Dash = .solid
        ) {
            self.parts = parts
            self.label = label
            self.labelParts = labelParts
            self.labelManner = labelManner
            self.colour = colour
            self.width = width
            self.dash = dash
        }
    }

    /// A value with errors, or a limit.
    package struct Measurement: Sendable {
        package var x: ClosedRange<Double>
        /// Where in the range of x it stands.
        package var middle: Double
        package var value: Value
        package var colour: String

        package init(x: ClosedRange<Double>, middle: Double, value: Value, colour: String) {
            self.x = x
            self.middle = middle
            self.value = value
            self.colour = colour
        }

        package enum Value: Sendable {
            case between(Double, lower: Double, upper: Double)
            case below(Double)
        }
    }

    package struct Point: Sendable {
        package var name: String
        package var place: SIMD2<Double>

        package init(name: String, place: SIMD2<Double>) {
            self.name = name
            self.place = place
        }
    }
}
