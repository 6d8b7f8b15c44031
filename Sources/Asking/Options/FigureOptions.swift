import ArgumentParser
import Drawing

/// Whether figures are drawn, which takes gnuplot.
package struct FigureOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "Draw all figures, or none. Where gnuplot is missing all else is written, and the exit code is \(ExitStatus.noProgram)."
        ))
    package var figures = FigureChoice.all

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
