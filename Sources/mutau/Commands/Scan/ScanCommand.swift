import ArgumentParser

struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Compute many points or pseudo-experiments in parts, on one machine or a cluster.",
        discussion: """
            A plan is a YAML file: 'mutau scan plan' shows what it costs, 'run' computes it or a part of it, 'merge' puts all parts \
            together. What is done stays done: the same command goes on where an earlier one ended.
            """,
        subcommands: [
            ScanPlanCommand.self, ScanRunCommand.self, ScanMergeCommand.self, ScanStatusCommand.self,
            ScanExtendCommand.self, ScanSubmitCommand.self, ScanCancelCommand.self,
        ])
}

/// Which scan.
struct ScanOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The plan, a YAML file.", valueName: "plan"))
    var plan: String

    @Option(
        help: ArgumentHelp(
            "The folder of the scan; beside the plan, with its name and '-scan' behind, where none is named.",
            valueName: "folder"))
    var output: String?

    @OptionGroup var places: PlaceOptions

    var setting: ScanSetting { get throws { try ScanSetting(plan, folder: output, places) } }
}
