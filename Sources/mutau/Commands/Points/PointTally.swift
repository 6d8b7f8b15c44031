import Asking
import PointTables

/// What becomes of the rows of a table: how many there are, and which have no answer.
struct PointTally {
    private let isText: Bool
    private var rows = 0
    private var unanswered = 0
    /// The first reason, with its place.
    private var first: String?

    init(_ table: PointTable) { isText = table.isText }

    /// Why each row of a block is no point that is none, by its number in the block.
    /// - Parameter failures: why a point could not be answered, likewise.
    mutating func reasons(_ block: PointBlock, failures: [Int: String] = [:]) -> [Int: String] {
        var reasons: [Int: String] = [:]
        for row in block.faulty { reasons[row] = block.fault(of: row).map(ErrorText.of) }
        reasons.merge(failures) { fault, _ in fault }
        rows += block.count
        unanswered += reasons.count
        for (row, reason) in reasons { reasons[row] = place(block.place(of: row)) + ": " + reason }
        if first == nil, let row = reasons.keys.min() { first = reasons[row] }
        return reasons
    }

    private func place(_ number: Int) -> String { (isText ? "line " : "row ") + "\(number)" }

    /// nil where every row has its answer.
    func remark(_ file: String) -> String? {
        guard let first else { return nil }
        let all = rows == 1 ? "1 row" : "\(rows) rows"
        return "\(ErrorText.whole(file)): \(unanswered) of \(all) can't be answered; \(first)"
    }
}
