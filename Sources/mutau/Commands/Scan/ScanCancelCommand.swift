import Answers
import ArgumentParser
import Files
import Scan

struct ScanCancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take a scan's jobs away from Slurm. What is done stays.")

    @OptionGroup var scan: ScanOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try scan.setting.opened(begins: false)
        let jobs = try SubmittedJobs.read(in: folder)
        guard !jobs.isEmpty else {
            throw ErrorReport("no jobs of this scan were submitted from here", code: ExitStatus.noInput)
        }
        try Slurm().cancel(jobs)
        try Console.write(ScanCancelAnswer(jobs, folder: folder.path), as: output)
    }
}

/// The numbers of the jobs that were submitted last, in the scan's folder.
enum SubmittedJobs {
    private static func path(_ folder: ScanFolder) -> String { "\(folder.path)/jobs" }

    static func write(_ jobs: [String], in folder: ScanFolder) throws {
        try replaceFile(at: path(folder), with: Array(jobs.map { $0 + "\n" }.joined().utf8))
    }

    /// - Returns: none where none were submitted.
    static func read(in folder: ScanFolder) throws -> [String] {
        let bytes: [UInt8]
        do { bytes = try readFile(path(folder), limit: 4096) } catch {
            if case .unreadable(_, let cause) = error, cause.isMissing { return [] }
            throw error
        }
        let jobs = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard jobs.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            throw ErrorReport(
                "'\(ErrorText.whole(path(folder)))' holds no numbers of jobs: delete it", code: ExitStatus.badData)
        }
        return jobs
    }
}
