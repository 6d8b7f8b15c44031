import Answers
import ArgumentParser
import Scan

struct ScanExtendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend", abstract: "Add points, pseudo-experiments or steps to a scan.",
        discussion: """
            Full blocks stay, and 'mutau scan run' computes what is new: the scan is then that of a longer plan, to the last bit. \
            A last block that is not full is computed anew with what is added to it. The plan's file stays as it is.
            """)

    @OptionGroup var scan: ScanOptions

    @Option(
        help: ArgumentHelp("So many more; of an ensemble steps of each walker, in whole blocks.", valueName: "n"))
    var more: Int

    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard more >= 1 else { throw ValidationError("--more is \(more), and should be 1 or above") }
    }

    func run() throws {
        var folder = try scan.setting.opened(begins: false)
        let again = try folder.extend(by: more)
        let merged = ["scan.npz", "scan.vot"].filter { fileExists("\(folder.path)/\($0)") }
        try Console.write(ScanExtendAnswer(folder.plan, folder: folder.path, anew: again, merged: merged), as: output)
    }
}
