/// A figure to be drawn: its name as a file, and what stands where.
public struct Figure: Sendable {
    /// Without the end that tells the format.
    public let name: String
    private let scene: FigureScene

    init(name: String, _ scene: FigureScene) {
        self.name = name
        self.scene = scene
    }

    init(name: String, _ chart: Chart, size: FigureSize = .page) {
        self.init(name: name, FigureScene(chart, size: size))
    }

    /// Lines whose label found no place; empty for any figure fit to print.
    public var unlabelled: [String] { scene.unlabelled }

    /// The gnuplot commands that write the figure to standard output; the same for the same data.
    public func script(for format: FigureFormat) -> String { FigureScript(scene: scene).text(for: format) }
}

/// Several figures in several formats as files.
struct DrawnFigures {
    let files: [(name: String, bytes: [UInt8])]
    /// Why there are no figures; nil where there are.
    let error: GnuplotError?

    /// As many at a time as there are formats, each by a gnuplot of its own.
    init(_ figures: [Figure], formats: [FigureFormat] = FigureFormat.allCases) {
        var files: [(name: String, bytes: [UInt8])] = []
        var failure: GnuplotError?
        do throws(GnuplotError) {
            let gnuplot = try Gnuplot()
            for figure in figures {
                let drawn = try gnuplot.run(formats.map { figure.script(for: $0) })
                files += zip(formats, drawn).map { ("\(figure.name).\($0.fileExtension)", $1) }
            }
        } catch {
            failure = error
        }
        self.files = files
        error = failure
    }
}
