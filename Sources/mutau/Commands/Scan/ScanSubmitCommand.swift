import Answers
import ArgumentParser
import Files
import Foundation
import Scan

struct ScanSubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Submit a scan to Slurm: an array of jobs, and one that puts the parts together.",
        discussion: """
            The scripts stay in the scan's folder, 'array.sh' and \
            'merge.sh', and can be changed and submitted by hand; --dry-run only writes them. The nodes need this program at the same \
            path, and the folder.
            """)

    @OptionGroup var scan: ScanOptions

    @Option(help: ArgumentHelp("How many parts; more than an array of jobs holds are put together.", valueName: "n"))
    var shards: Int

    @Option(help: ArgumentHelp("Of each job, as sbatch takes it: 01:00:00.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Of Slurm.", valueName: "name")) var partition: String?
    @Option(help: ArgumentHelp("Of Slurm.", valueName: "name")) var account: String?
    @Option(help: ArgumentHelp("For each job.", valueName: "n")) var cores = 1
    @Option(help: ArgumentHelp("Of each job, as sbatch takes it: 2G.", valueName: "size")) var memory: String?
    @Flag(help: "Write the scripts, and submit nothing.") var dryRun = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard shards >= 1, shards <= ScanPlan.greatestBlockCount else {
            throw ValidationError("--shards is \(shards), and should be from 1 to \(ScanPlan.greatestBlockCount)")
        }
        guard (1...4096).contains(cores) else {
            throw ValidationError("--cores is \(cores), and should be from 1 to 4096")
        }
        for text in [time, partition, account, memory].compactMap(\.self)
        where text.isEmpty || !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) {
            throw ValidationError("'\(ErrorText.clipped(text))' is no word for sbatch")
        }
        if let time {
            guard let seconds = SlurmWords.seconds(of: time) else {
                throw ValidationError("--time is '\(time)', and should be as sbatch takes it: 01:00:00")
            }
            guard seconds > Double(SlurmJobs.warning) else {
                throw ValidationError(
                    "--time is \(time), and tasks end \(SlurmJobs.warning) s before it: none would compute anything")
            }
        }
        if let memory, !SlurmWords.isSize(memory) {
            throw ValidationError("--memory is '\(memory)', and should be as sbatch takes it: 2G")
        }
    }

    func run() throws {
        let setting = try scan.setting
        let folder = try setting.opened(begins: true)
        let slurm = Slurm()
        let parts = folder.plan.greatestShards
        if shards > parts { Console.warn("the plan has work for \(parts) parts: as many are made") }
        if !dryRun { try Self.refuse(second: slurm, folder) }
        let greatest = try dryRun ? 1000 : slurm.greatestArray()
        func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path(percentEncoded: false) }
        let place = absolute(folder.path)
        let jobs = SlurmJobs(
            .init(
                shards: min(shards, parts), time: time, partition: partition, account: account, cores: cores,
                memory: memory),
            program: Bundle.main.executablePath ?? "mutau", plan: absolute(scan.plan), folder: place,
            options: scan.places.words, name: place.split(separator: "/").last.map(String.init) ?? "scan",
            greatestArray: greatest)
        do { _ = try makeDirectories("\(place)/logs") } catch {
            throw ErrorReport(
                "'\(ErrorText.whole(place))/logs' can't be made: \(error.text)", code: ExitStatus.cannotCreate)
        }
        let array = (path: "\(place)/array.sh", bytes: Array(jobs.array.utf8))
        let merge = (path: "\(place)/merge.sh", bytes: Array(jobs.merge.utf8))
        let scripts = [FileRecord(array.path, array.bytes), FileRecord(merge.path, merge.bytes)]
        for script in [array, merge] { try replaceFile(at: script.path, with: script.bytes) }
        guard !dryRun else {
            return try Console.write(ScanSubmitAnswer(tasks: jobs.tasks, jobs: nil, scripts: scripts), as: output)
        }
        let arrayJob = try slurm.submit(array.path)
        try SubmittedJobs.write([arrayJob], in: folder)
        let mergeJob = try slurm.submit(merge.path, after: arrayJob)
        try SubmittedJobs.write([arrayJob, mergeJob], in: folder)
        let submitted = ScanSubmitAnswer.Jobs(array: arrayJob, merge: mergeJob)
        try Console.write(ScanSubmitAnswer(tasks: jobs.tasks, jobs: submitted, scripts: scripts), as: output)
    }

    /// Others would compute the same blocks, and the jobs that are noted would be forgotten: neither `status` nor `cancel` would know them.
    private static func refuse(second slurm: Slurm, _ folder: ScanFolder) throws {
        let jobs = try SubmittedJobs.read(in: folder)
        // What is completing has ended: its node is being tidied up.
        let tasks = try jobs.isEmpty ? 0 : slurm.states(jobs).filter { $0.key != "COMPLETING" }.values.reduce(0, +)
        guard tasks == 0 else {
            throw ErrorReport(
                "the scan is at the scheduler already, with the jobs \(ErrorText.list(jobs)) (\(tasks) tasks): wait for them, or end "
                    + "them with 'mutau scan cancel'", code: ExitStatus.unavailable)
        }
    }
}
