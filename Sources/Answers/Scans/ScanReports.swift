import Documents
import Scan

/// The answer of `scan plan`: how much work a plan is, before anyone starts it.
public struct ScanPlanReport: Sendable {
    private let plan: ScanPlan
    /// Before the first row, and not again for the others [s].
    private let preparation: Double
    /// [s], of one row on all cores of this machine.
    private let secondsPerRow: Double
    private let cores: Int
    /// [byte]
    private let bytesPerRow: Int

    public init(
        _ plan: ScanPlan, columns: [ScanColumn], preparation: Double, secondsPerRow: Double, cores: Int
    ) {
        (self.plan, self.preparation, self.secondsPerRow, self.cores) = (plan, preparation, secondsPerRow, cores)
        bytesPerRow = columns.reduce(0) { $0 + $1.size }
    }
}

extension ScanPlanReport: RecordAnswer {
    public static let schemaName = "scan-plan"
    public static let schemaVersion = 1
    public static let meaning = "How much work a scan is, measured on this machine."

    public static let fields: [Field<ScanPlanReport>] = [
        Field("method", words: ScanPlan.Method.allCases.map(\.rawValue), "How its rows are chosen.") {
            $0.plan.method.rawValue
        },
        Field("rows", "Points or pseudo-experiments.") { $0.plan.rows },
        Field("blocks", "Parts that are computed and kept by themselves.") { $0.plan.blockCount },
        Field("rows_per_block", "Of a whole block.") { $0.plan.block },
        Field("core_hours", unit: "h", "Of processor time, by some rows computed now.") {
            $0.secondsPerRow * Double($0.cores * $0.plan.rows) / 3600
        },
        Field("rows_per_second", unit: "1/s", "On all cores of this machine.") { 1 / $0.secondsPerRow },
        Field("preparation_seconds", unit: "s", "Once for each part, before its first row.") { $0.preparation },
        Field("cores", "Of this machine.") { $0.cores },
        Field("bytes", "Of all blocks.") { $0.bytesPerRow * $0.plan.rows },
    ]

    public var rows: [ScanPlanReport] { [self] }

    /// What a row of a profile is.
    private var profiled: String {
        guard let profile = plan.profile else { return "" }
        let count = Counted.text(plan.parameters.count { $0.count == nil }, "parameter")
        return ": in each \(count) profiled by at most \(profile.evaluations) values of χ²"
    }

    /// How often walkers move, which is in whole blocks.
    private var walked: String {
        guard let ensemble = plan.ensemble else { return "" }
        let steps = ensemble.stepsOfBlock * ensemble.thin
        return
            ": each walker of \(Counted.text(ensemble.chains, "chain")) makes \(Counted.text(ensemble.blocks * steps, "step")) "
            + "behind \(ensemble.burnBlocks * steps) of burn-in, as whole blocks of \(steps) have them"
    }

    public var text: String {
        let hours = secondsPerRow * Double(cores * plan.rows) / 3600
        let megabytes = Double(bytesPerRow * plan.rows) / 1e6
        return """
            \(Counted.text(plan.rows, "row")) in \(Counted.text(plan.blockCount, "block")), by the method \(plan.method.rawValue)\(profiled)\(walked).
            \(NumberText.short(1 / secondsPerRow, digits: 3)) rows a second on the \(cores) cores of this machine, measured now: \
            \(NumberText.short(hours, digits: 2)) core-hours in all, and \(NumberText.short(preparation, digits: 2)) s once for each part.
            \(NumberText.short(megabytes, digits: 2)) MB of blocks, and as much again when they are put together.

            """
    }
}

/// The answer of `scan status`.
public struct ScanStatusReport: Sendable {
    private let status: ScanFolder.Status
    /// Tasks at the scheduler, by state; nil where none were submitted, or it can't be asked.
    private let tasks: [String: Int]?

    public init(_ status: ScanFolder.Status, tasks: [String: Int]?) { (self.status, self.tasks) = (status, tasks) }
}

extension ScanStatusReport: RecordAnswer {
    public static let schemaName = "scan-status"
    public static let schemaVersion = 1
    public static let meaning = "How far a scan is."

    public static let fields: [Field<ScanStatusReport>] = [
        Field("blocks", "In all.") { $0.status.blocks },
        Field("done", "Blocks that are whole.") { $0.status.done },
        Field("missing", "Blocks that nobody has computed yet.") { $0.status.missing },
        Field("damaged", "Numbers of blocks that are not whole, or of another scan.") { $0.status.damaged },
        Field("failed", "Numbers of blocks that could not be computed.") { $0.status.failed.keys.sorted() },
        Field("seconds_left", unit: "s", "One block after another, as long as those that are done took; null before.") {
            $0.status.secondsLeft
        },
        Field("paths", "The kinds of machines that blocks were computed on.") { $0.status.paths.sorted() },
        Field(
            "merged_rows",
            "Rows of scan.npz, where it was merged; of a scan that was extended since, fewer than it has."
        ) {
            $0.status.mergedRows
        },
        Field(
            "tasks", .nullable(.list(.text)),
            "Tasks at the scheduler, as STATE:COUNT; null where none were submitted, or the scheduler can't be asked."
        ) {
            report in
            report.tasks.map { tasks in tasks.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" } }
        },
    ]

    public var rows: [ScanStatusReport] { [self] }

    public var text: String {
        var lines = [
            "\(status.done) of \(Counted.text(status.blocks, "block")) \(status.blocks == 1 ? "is" : "are") done, \(status.missing) missing."
        ]
        if let left = status.secondsLeft, status.done < status.blocks {
            lines.append("About \(NumberText.short(left, digits: 2)) s are left, one block after another.")
        }
        if !status.damaged.isEmpty {
            lines.append("Damaged, to be computed again: \(status.damaged.map(String.init).joined(separator: ", ")).")
        }
        for (number, words) in status.failed.sorted(by: { $0.key < $1.key }) {
            lines.append("Block \(number) failed: \(words)")
        }
        if status.paths.count > 1 {
            lines.append(
                "They were computed on machines of several kinds (\(status.paths.sorted().joined(separator: ", "))), whose last bits "
                    + "differ: 'mutau scan merge' refuses such.")
        }
        if let merged = status.mergedRows, merged != status.rows {
            lines.append(
                "scan.npz is of another length of the scan: it has \(Counted.text(merged, "row")), and the scan \(status.rows). "
                    + "'mutau scan merge' writes it anew.")
        }
        if let tasks {
            let states = tasks.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            lines.append("At the scheduler: \(states.isEmpty ? "no task is left" : states).")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
