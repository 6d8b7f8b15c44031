import Answers
import ArgumentParser
import Scan

struct ScanStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how far a scan is: what is missing, damaged or failed, and the time left.",
        discussion: "Every block is read and verified.")

    @OptionGroup var scan: ScanOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let folder = try scan.setting.opened(begins: false)
        let jobs = try SubmittedJobs.read(in: folder)
        let tasks = try jobs.isEmpty ? nil : Slurm().states(jobs)
        try Console.write(ScanStatusReport(folder.status(), tasks: tasks), as: format)
    }
}
