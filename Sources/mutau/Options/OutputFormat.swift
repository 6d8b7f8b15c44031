import ArgumentParser
import Documents

/// The form of an answer: those that every answer has.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv

    var ofAnswer: AnswerFormat {
        switch self {
        case .text: .text
        case .json: .json
        case .csv: .csv
        }
    }
}

struct FormatOptions: ParsableArguments {
    @Option(help: "The form of the answer.")
    var format: OutputFormat = .text
}

extension Console {
    /// Writes an answer in the form that was asked for.
    static func write(_ answer: some Answer, as options: FormatOptions) throws {
        try write(answer, as: options.format.ofAnswer)
    }
}
