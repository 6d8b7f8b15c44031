/// A figure to be drawn: its name as a file, and what stands where.
public struct Figure: Sendable {
    /// Without the end that tells the format.
    public let name: String
    /// Lines whose label found no place; empty for any figure fit to print.
    public let unlabelled: [String]
    private let script: FigureScript

    package init(name: String, _ scene: FigureScene) {
        self.name = name
        unlabelled = scene.unlabelled
        script = FigureScript(scene: scene)
    }

    /// The gnuplot commands that write the figure to standard output; the same for the same data.
    public func script(for format: FigureFormat) -> String { script.text(for: format) }

    /// The file of gnuplot commands, data included, that draws the figure again in all formats: its name and its text.
    package var commandFile: (name: String, bytes: [UInt8]) {
        ("\(name).gnuplot", Array(script.files(named: name).utf8))
    }
}

/// Several figures in several formats as files.
package struct DrawnFigures {
    package let files: [(name: String, bytes: [UInt8])]
    /// Why there are no figures; nil where there are.
    package let error: GnuplotError?

    /// None, because none are wanted.
    package static let none = DrawnFigures(files: [], error: nil)

    private init(files: [(name: String, bytes: [UInt8])], error: GnuplotError?) {
        (self.files, self.error) = (files, error)
    }

    /// As many at a time as there are formats, each by a gnuplot of its own.
    package init(_ figures: [Figure], formats: [FigureFormat] = FigureFormat.allCases) {
        var files: [(name: String, bytes: [UInt8])] = []
        var failure: GnuplotError?
        do throws(GnuplotError) {
            let gnuplot = try Gnuplot()
            for figure in figures {
                let drawn = try gnuplot.run(formats.map { figure.script(for: $0) })
                files += zip(formats, drawn).map { ("\(figure.name).\($0.fileExtension)", $1) } + [figure.commandFile]
            }
        } catch {
            failure = error
        }
        self.files = files
        error = failure
    }
}
