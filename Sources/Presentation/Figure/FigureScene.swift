/// Everything that is drawn, in places on the page: what the script is written from.
struct FigureScene: Sendable {
    let layout: FigureLayout
    let axes: Axes
    var ratio: RatioImage?
    /// Filled areas, from the bottom up.
    var fills: [Fill] = []
    /// Lines, from the bottom up.
    var strokes: [Stroke] = []
    var labels: [Label] = []
    var points: [Point] = []
    /// Lines whose label found no place.
    var unlabelled: [String] = []
    /// The lines of print below the axis.
    let notes: [String]

    /// What is written along the edges of the plot area.
    struct Axes: Sendable {
        var x: Axis
        var y: Axis
    }

    struct Axis: Sendable {
        /// As gnuplot takes it, in quotes.
        var title: String
        /// Whether the title runs along its axis; only that of y can.
        var isTurned = false
        /// As gnuplot takes them, `'label' place level`.
        var ticks: [String]
    }

    struct Fill: Sendable {
        var areas: [PageLine]
        var colour: String
        /// 0: invisible, 1: solid.
        var opacity: Double
    }

    struct Stroke: Sendable {
        var lines: [PageLine]
        var colour: String
        /// [pt]
        var width: Double
        var dash: Dash = .solid

        func widened(by factor: Double) -> Stroke {
            Stroke(lines: lines, colour: colour, width: factor * width, dash: dash)
        }
    }

    enum Dash: Sendable {
        case solid, dashed, dotted, dotDashed
    }

    struct Label: Sendable {
        var text: String
        var colour: String
        var place: PlacedLabel
    }

    struct Point: Sendable {
        var name: String
        var place: PagePoint
    }
}

/// R on a regular grid of the page; nil where it is 1 or more.
struct RatioImage: Sendable {
    /// `values[row][column]`, rows by rising coupling.
    var values: [[Double?]]
    /// The places of the first and last column and row [pt].
    var first: PagePoint
    var last: PagePoint
    /// The lower end of the colours, a round number.
    var floor: Double
}
