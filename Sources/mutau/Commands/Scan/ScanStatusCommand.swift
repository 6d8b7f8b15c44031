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
        try Console.write(ScanStatusReport(folder.status(), tasks: Self.tasks(of: jobs)), as: format)
    }

    /// Progress is in the folder: a scheduler that can't be asked, as on another machine, hides the tasks alone.
    /// - Returns: nil where none were submitted, or nobody knows.
    private static func tasks(of jobs: [String]) -> [String: Int]? {
        guard !jobs.isEmpty else { return nil }
        do throws(Slurm.Failure) { return try Slurm().states(jobs) } catch {
            Console.warn("how many tasks are at the scheduler is not known: \(ErrorText.of(error))")
            return nil
        }
    }
}
