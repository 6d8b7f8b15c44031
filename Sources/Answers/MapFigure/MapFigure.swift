import AllowedRegion
import ConstraintKit
import Drawing
import Scenarios

/// The allowed-region map as a figure: R in colour, every limit a labelled line, bands, projections, the region left.
public struct MapFigure: Sendable {
    /// What the figure shows and how large it is.
    public struct Options: Sendable, Hashable {
        public var showsProjections: Bool
        public var size: FigureSize
        /// How it looks; where it says nothing of the size, ``size`` stands.
        public var style: FigureStyle
        /// Points to mark by name, the paper's P1 for instance.
        public var points: [MarkedPoint]

        public init(
            showsProjections: Bool = true, size: FigureSize = .page, style: FigureStyle = .init(),
            points: [MarkedPoint] = []
        ) {
            self.showsProjections = showsProjections
            self.size = size
            self.style = style
            self.points = points
        }
    }

    /// A point with a name.
    public struct MarkedPoint: Sendable, Hashable {
        public var name: String
        public var mass: Mass
        public var coupling: Coupling

        public init(name: String, mass: Mass, coupling: Coupling) {
            self.name = name
            self.mass = mass
            self.coupling = coupling
        }

        func isInside(_ grid: MapGrid) -> Bool {
            let (masses, couplings) = (grid.masses, grid.couplings)
            return mass >= masses[0] && mass <= masses[masses.count - 1] && coupling >= couplings[0]
                && coupling <= couplings[couplings.count - 1]
        }
    }

    private let figure: Figure

    public init(_ map: RegionMap, options: Options = .init()) {
        figure = Figure(name: "map", FigureScene(map, options: options))
    }

    /// The bounds and outlines whose label found no place; empty for any figure fit to print.
    public var unlabelled: [String] { figure.unlabelled }

    /// The gnuplot commands that write the figure to standard output; the same for the same map.
    public func script(for format: FigureFormat) -> String { figure.script(for: format) }

    /// The file of gnuplot commands that draws it again.
    var commandFile: (name: String, bytes: [UInt8]) { figure.commandFile }

    /// Draws the figure in all formats asked for, each by a gnuplot of its own, side by side.
    /// - Returns: the files, in the order of `formats`.
    /// - Throws: ``GnuplotError``
    public func files(
        _ formats: [FigureFormat] = FigureFormat.allCases, by gnuplot: Gnuplot
    ) throws(GnuplotError) -> [[UInt8]] {
        try gnuplot.run(formats.map { script(for: $0) })
    }
}
