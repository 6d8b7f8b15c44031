import Documents
import Scan

/// What `scan run` answers: what became of the blocks that were asked for.
public struct ScanRunAnswer: RecordAnswer {
    public static let schemaName = "scan-run"
    public static let schemaVersion = 1
    public static let meaning = "What became of the blocks of a scan, or of a part of it."
    private let folder: String
    private let outcome: ShardOutcome

    /// - Parameter folder: of the scan.
    public init(_ outcome: ShardOutcome, folder: String) { (self.outcome, self.folder) = (outcome, folder) }

    /// A line for each block that failed would leave out those that are done: one for all.
    public var rows: [ScanRunAnswer] { [self] }

    public var text: String {
        "\(outcome.done) of \(Counted.text(outcome.count, "block")) \(outcome.count == 1 ? "is" : "are") done in "
            + PlainText.clean(folder) + "."
    }

    public static let fields: [Field<ScanRunAnswer>] = [
        Field("folder", "Of the scan.") { $0.folder },
        Field("blocks", "Of the part that was asked for.") { $0.outcome.count },
        Field("done", "Blocks of these that are whole now.") { $0.outcome.done },
        Field("done_before", "Blocks of these that were whole before.") { $0.outcome.before },
        Field("stopped", "Whether it was told to end before all was tried.") { $0.outcome.wasStopped },
        Field("failed", "Those that could not be computed.") { answer in
            answer.outcome.failed.sorted { $0.key < $1.key }.map(FailedBlockRecord.init)
        },
    ]
}

/// A block that could not be computed.
struct FailedBlockRecord: Record {
    let block: Int
    let reason: String

    init(_ block: Int, _ reason: String) { (self.block, self.reason) = (block, reason) }

    static let fields: [Field<FailedBlockRecord>] = [
        Field("block", "Its number.") { $0.block }, Field("reason", "Why.") { $0.reason },
    ]
}

/// What `scan extend` answers: how long the scan is now.
public struct ScanExtendAnswer: RecordAnswer {
    public static let schemaName = "scan-extend"
    public static let schemaVersion = 1
    public static let meaning = "How long a scan is after rows were added to it."
    private let folder: String
    private let plan: ScanPlan
    private let anew: Int
    private let merged: [String]

    /// - Parameters:
    ///   - folder: of the scan.
    ///   - anew: the rows of the block that was not full.
    ///   - merged: files that a merge before has written.
    public init(_ plan: ScanPlan, folder: String, anew: Int, merged: [String]) {
        (self.plan, self.folder, self.anew, self.merged) = (plan, folder, anew, merged)
    }

    public var rows: [ScanExtendAnswer] { [self] }

    public var text: String {
        let again = anew == 0 ? "" : ", and the \(Counted.text(anew, "row")) of the block that was not full anew"
        return "The scan has \(Counted.text(plan.rows, "row")) in \(Counted.text(plan.blockCount, "block")) now: "
            + "'mutau scan run' computes what is new\(again)."
            + (merged.isEmpty
                ? ""
                : " Until 'mutau scan merge' has run, what was merged (\(merged.joined(separator: ", "))) has the rows of the shorter scan.")
    }

    public static let fields: [Field<ScanExtendAnswer>] = [
        Field("folder", "Of the scan.") { $0.folder },
        Field("rows", "Points or pseudo-experiments in all.") { $0.plan.rows },
        Field("blocks", "Parts in all.") { $0.plan.blockCount },
        Field("rows_anew", "Rows of a block that was not full, which are computed again.") { $0.anew },
        Field("outdated", "Files of a merge that hold the rows of the shorter scan.") { $0.merged },
    ]
}
