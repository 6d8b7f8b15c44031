import Answers
import ArgumentParser
import Scan

struct ScanMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put all blocks of a scan together, and say what they tell.",
        discussion: """
            All rows go to 'scan.npz' in the scan's folder, an array for each column, which \
            numpy.load reads.
            """)

    @OptionGroup var scan: ScanOptions
    @Flag(help: "Write them as a VOTable too, 'scan.vot', its rows in binary.") var votable = false
    @OptionGroup var format: FormatOptions

    func run() throws {
        let setting = try scan.setting
        let folder = try setting.opened(begins: false)
        let progress = ProgressBar(label: "merge")
        let file = folder.mergedPath
        try folder.merge(into: file) { progress.update($0) }
        // One of before would be that of another scan, once this was extended.
        let table = "\(folder.path)/scan.vot"
        if votable || fileExists(table) { try folder.mergeVOTable(into: table) { progress.update($0) } }
        progress.finish()
        var result = ScanResult(folder.plan, file: file, provisionalData: setting.provisionalData)
        result.toys = try (setting.work as? ToyWork).map { try ToySummary(folder, $0) }
        result.ensemble = try EnsembleSummary(folder)
        result.profile = try ProfileSummary(folder)
        result.points = try RowSummary(folder)
        try Console.write(result, as: format)
    }
}
