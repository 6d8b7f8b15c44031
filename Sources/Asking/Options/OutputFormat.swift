import ArgumentParser
import Documents

/// The form of an answer: those that every answer has.
package enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv

    package var ofAnswer: AnswerFormat {
        switch self {
        case .text: .text
        case .json: .json
        case .csv: .csv
        }
    }
}

package struct FormatOptions: ParsableArguments {
    package init() {}

    @Option(help: "The form of the answer.")
    package var format: OutputFormat = .text
}

extension Console {
    /// Writes an answer in the form that was asked for.
    package static func write(_ answer: some Answer, as options: FormatOptions) throws {
        try write(answer, as: options.format.ofAnswer)
    }
}
