import Documents

/// What `scan submit` answers: the scripts that were written, and the jobs that were submitted.
public struct ScanSubmitAnswer: RecordAnswer {
    public static let schemaName = "scan-submit"
    public static let schemaVersion = 1
    public static let meaning = "The scripts of a scan for Slurm, and the jobs that were submitted."

    /// The numbers of the jobs.
    public struct Jobs: Sendable {
        let array: String
        let merge: String

        public init(array: String, merge: String) { (self.array, self.merge) = (array, merge) }
    }

    private let tasks: Int
    private let jobs: Jobs?
    /// A line for each script.
    public let rows: [FileRecord]

    /// - Parameters:
    ///   - tasks: of the array.
    ///   - jobs: nil where nothing was submitted.
    ///   - scripts: the array and the one that puts the parts together.
    public init(tasks: Int, jobs: Jobs?, scripts: [FileRecord]) {
        (self.tasks, self.jobs, rows) = (tasks, jobs, scripts)
    }

    public var text: String {
        guard let jobs else {
            return "Written: " + rows.map(\.path).joined(separator: ", ")
                + ", for an array of \(Counted.text(tasks, "task"))."
        }
        return
            "Submitted: job \(jobs.array) with \(Counted.text(tasks, "task")), and job \(jobs.merge) that puts them together. "
            + "'mutau scan status' tells how far they are."
    }

    public static let fields: [Field<ScanSubmitAnswer>] = [
        Field("tasks", "Of the array of jobs.") { $0.tasks },
        Field("array_job", "Number of the job that computes; null where nothing was submitted.") { $0.jobs?.array },
        Field("merge_job", "Number of the job that puts the parts together; null where nothing was submitted.") {
            $0.jobs?.merge
        },
        Field("files", "The scripts.") { $0.rows },
    ]
}

/// What `scan cancel` answers: the jobs that were taken away.
public struct ScanCancelAnswer: RecordAnswer {
    public static let schemaName = "scan-cancel"
    public static let schemaVersion = 1
    public static let meaning = "The jobs of a scan that were taken away from Slurm."
    private let folder: String
    private let jobs: [String]

    /// - Parameters:
    ///   - jobs: their numbers.
    ///   - folder: of the scan.
    public init(_ jobs: [String], folder: String) { (self.jobs, self.folder) = (jobs, folder) }

    public var rows: [ScanCancelAnswer] { [self] }
    public var text: String { "Cancelled: \(jobs.joined(separator: ", "))." }

    public static let fields: [Field<ScanCancelAnswer>] = [
        Field("folder", "Of the scan.") { $0.folder }, Field("jobs", "Numbers of the jobs.") { $0.jobs },
    ]
}
