import Answers
import ArgumentParser
import Drawing
import Files

/// Whether figures are drawn, which takes gnuplot.
package struct FigureOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "Draw all figures, or none. Where gnuplot is missing all else is written, and the exit code is \(ExitStatus.noProgram)."
        ))
    package var figures = FigureChoice.all

    @Option(
        help: ArgumentHelp(
            "How figures look: size, theme, axes, layers, colours and labels, from a YAML file (Documentation/FigureStyles.md).",
            valueName: "file"), completion: .file())
    package var style: String?

    @Option(
        help: "The width of figures, before what the style says: column, page, slide, or a length in cm.",
        completion: .list(["column", "page", "slide"]))
    package var width: String?

    @Option(
        help: "For white paper or a dark screen, before what the style says: light or dark. (default: light)",
        completion: .list(FigureTheme.allCases.map(\.rawValue)))
    package var theme: String?

    /// The style that the file and the options make together.
    /// - Throws: ``ErrorReport``, and why the file can't be read.
    package func readStyle() throws -> FigureStyle {
        var chosen = FigureStyle()
        if let style {
            let bytes = try readInput(style, limit: FigureStyle.greatestSize)
            do throws(FigureStyleError) { chosen = try FigureStyle(yaml: bytes) } catch {
                throw ErrorReport("\(ErrorText.whole(style)): \(ErrorText.of(error))", code: ExitStatus.badData)
            }
        }
        for (key, text) in [("width", width), ("theme", theme)] {
            guard let text else { continue }
            guard let expected = chosen.set(key, to: text) else { continue }
            throw ValidationError("--\(key) is '\(ErrorText.clipped(text))', and should be \(expected)")
        }
        return chosen
    }

    package var areDrawn: Bool { figures == .all }

    /// Says what of the figures is missing.
    /// - Parameters:
    ///   - error: why there are none; nil where there are, or none were to be drawn.
    ///   - unlabelled: what found no place for its label.
    package func tell(_ error: GnuplotError?, unlabelled: [String]) {
        if let error {
            Console.warn(
                "there are no figures: \(ErrorText.of(error)); --figures none does without, all else is written")
        }
        if !unlabelled.isEmpty {
            Console.warn("no place was left in the figures to label \(ErrorText.list(unlabelled))")
        }
    }

    /// Says which stems of a style name no bound that is known here: a slip of the pen would go by in silence. It is no
    /// error, for a group shares a style, and not everyone has every bound.
    package func tell(unknownOf style: FigureStyle, known: [String]) {
        let names = Set(known)
        for stem in style.stems where !names.contains(stem) {
            let nearest = nearestName(to: stem, among: known).map { "; did you mean '\($0)'?" } ?? ""
            Console.warn("the style speaks of '\(ErrorText.clipped(stem))', as which no bound is known here\(nearest)")
        }
    }

    /// Ends a command whose answer has been given, where its figures could not be drawn.
    /// - Throws: `ExitCode`
    package func end(_ error: GnuplotError?) throws {
        if error != nil { throw ExitCode(ExitStatus.noProgram) }
    }
}

/// Which figures are drawn.
package enum FigureChoice: String, ExpressibleByArgument, CaseIterable {
    case all, none
}
