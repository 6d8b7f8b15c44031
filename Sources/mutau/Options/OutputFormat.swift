import ArgumentParser

/// The form of an answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
}

struct FormatOptions: ParsableArguments {
    @Option(help: "The form of the answer.")
    var format: OutputFormat = .text
}
