/// Everything that is drawn, in places on the page: what the script is written from.
package struct FigureScene: Sendable {
    package let layout: FigureLayout
    package var theme = FigureTheme.light
    /// What the widths of all lines are multiplied by.
    package var lineScale = 1.0
    package let axes: Axes
    /// Values as colours, beneath everything.
    package var image: ColourImage?
    /// Filled areas, from the bottom up.
    package var fills: [Fill] = []
    /// Lines, from the bottom up.
    package var strokes: [Stroke] = []
    package var labels: [Label] = []
    package var points: [Point] = []
    /// Lines whose label found no place.
    package var unlabelled: [String] = []
    /// The lines of print below the axis.
    package let notes: [String]

    package init(
        layout: FigureLayout, axes: Axes, image: ColourImage? = nil, fills: [Fill] = [], strokes: [Stroke] = [],
        labels: [Label] = [], points: [Point] = [], unlabelled: [String] = [], notes: [String]
    ) {
        self.layout = layout
        self.axes = axes
        self.image = image
        self.fills = fills
        self.strokes = strokes
        self.labels = labels
        self.points = points
        self.unlabelled = unlabelled
        self.notes = notes
    }

    /// What is written along the edges of the plot area.
    package struct Axes: Sendable {
        package var x: Axis
        package var y: Axis

        package init(x: Axis, y: Axis) {
            self.x = x
            self.y = y
        }
    }

    package struct Axis: Sendable {
        /// As gnuplot takes it, in quotes.
        package var title: String
        /// Whether the title runs along its axis; only that of y can.
        package var isTurned = false
        /// As gnuplot takes them, `'label' place level`.
        package var ticks: [String]

        package init(title: String, isTurned: Bool = false, ticks: [String]) {
            self.title = title
            self.isTurned = isTurned
            self.ticks = ticks
        }
    }

    package struct Fill: Sendable {
        package var areas: [PageLine]
        package var colour: String
        /// 0: invisible, 1: solid.
        package var opacity: Double

        package init(areas: [PageLine], colour: String, opacity: Double) {
            self.areas = areas
            self.colour = colour
            self.opacity = opacity
        }
    }

    package struct Stroke: Sendable {
        package var lines: [PageLine]
        package var colour: String
        /// [pt]
        package var width: Double
        package var dash: Dash = .solid

        package init(lines: [PageLine], colour: String, width: Double, dash: Dash = .solid) {
            self.lines = lines
            self.colour = colour
            self.width = width
            self.dash = dash
        }

        package func widened(by factor: Double) -> Stroke {
            Stroke(lines: lines, colour: colour, width: factor * width, dash: dash)
        }
    }

    package enum Dash: Sendable {
        case solid, dashed, dotted, dotDashed
    }

    package struct Label: Sendable {
        package var text: String
        package var colour: String
        package var place: PlacedLabel

        package init(text: String, colour: String, place: PlacedLabel) {
            self.text = text
            self.colour = colour
            self.place = place
        }
    }

    package struct Point: Sendable {
        package var name: String
        package var place: PagePoint

        package init(name: String, place: PagePoint) {
            self.name = name
            self.place = place
        }
    }
}
