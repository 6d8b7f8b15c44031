/// A scan as jobs of Slurm: an array, a task for each shard, and one that puts the blocks together when all have ended well.
///
/// The scripts can be read, changed and submitted by hand. A task that is told that its time is up (USR1) gives up
/// the block it is at and is queued again; one that was preempted, and queued again by Slurm, goes on with the blocks that are missing.
public struct SlurmJobs: Sendable {
    /// What the user asks of Slurm.
    public struct Request: Sendable {
        /// Parts of the scan; more than an array holds are put together.
        public var shards: Int
        /// `HH:MM:SS`, as sbatch takes it; nil: the partition's own.
        public var time: String?
        public var partition: String?
        public var account: String?
        public var cores: Int
        /// `4G`, as sbatch takes it; nil: the partition's own.
        public var memory: String?

        public init(
            shards: Int, time: String? = nil, partition: String? = nil, account: String? = nil, cores: Int = 1,
            memory: String? = nil
        ) {
            (self.shards, self.time, self.partition, self.account) = (shards, time, partition, account)
            (self.cores, self.memory) = (cores, memory)
        }
    }

    /// The tasks of the array.
    public let tasks: Int
    public let array: String
    public let merge: String

    /// Seconds before the end of its time at which a task is told to end.
    public static let warning = 60

    /// - Parameters:
    ///   - program: its path on the nodes.
    ///   - plan: the path of the plan.
    ///   - folder: of the scan.
    ///   - options: what the tasks are told besides, as the folder was begun with it: `--ignore-own`.
    ///   - name: of the jobs.
    ///   - greatestArray: the most tasks that the array may have.
    public init(
        _ request: Request, program: String, plan: String, folder: String, options: [String] = [], name: String,
        greatestArray: Int
    ) {
        let tasks = min(request.shards, greatestArray)
        self.tasks = tasks
        func directives(_ more: [String]) -> String {
            let common = [
                "--job-name=\(Self.directive(name))", "--ntasks=1", "--open-mode=append",
                request.partition.map { "--partition=\($0)" }, request.account.map { "--account=\($0)" },
                request.memory.map { "--mem=\($0)" },
            ].compactMap(\.self)
            return (common + more).map { "#SBATCH \($0)\n" }.joined()
        }
        func log(_ name: String) -> String { "--output=" + Self.directive("\(folder)/logs/", behind: name) }
        let run = "\(Self.quoted(program)) scan"
        let what = (["\(Self.quoted(plan)) --output \(Self.quoted(folder))"] + options).joined(separator: " ")
        array =
            "#!/bin/sh\n"
            + directives(
                [
                    "--array=1-\(tasks)", "--cpus-per-task=\(request.cores)", request.time.map { "--time=\($0)" },
                    "--signal=B:USR1@\(Self.warning)", "--requeue", log("%a.log"),
                ].compactMap(\.self)) + """
                # The shell hears that the time is up, and tells the program, which gives up the block it is at and ends with code 75.
                child=
                late=
                trap 'late=1; [ -z "$child" ] || kill -USR1 "$child" 2>/dev/null' USR1
                trap '[ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM
                \(run) run \(what) --shard "$SLURM_ARRAY_TASK_ID/\(tasks)" &
                child=$!
                wait "$child"
                code=$?
                # A signal ends the wait, not the program.
                while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
                # Not where it was told by TERM alone: what is preempted Slurm queues again by itself, and what is cancelled shall end.
                if [ "$code" -eq 75 ] && [ -n "$late" ]; then scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"; fi
                exit "$code"

                """
        // The time of a part: a site may demand that one is named.
        merge =
            "#!/bin/sh\n"
            + directives(
                ["--cpus-per-task=1", request.time.map { "--time=\($0)" }, log("merge.log")].compactMap(\.self))
            + "exec \(run) merge \(what)\n"
    }

    /// As one word of a directive of sbatch, which replaces `%a` and its like.
    /// - Parameter pattern: what stands behind it and is to be replaced.
    private static func directive(_ text: String, behind pattern: String = "") -> String {
        let whole = text.replacing("%", with: "%%") + pattern
        let isPlain = whole.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'\\#".utf8.contains($0) }
        return isPlain ? whole : "\"" + whole.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// As one word of a shell.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "/._-+".unicodeScalars.contains($0)
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
