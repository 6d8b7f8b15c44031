/// A column of a scan's result.
public struct ScanColumn: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Eight bytes, the number as the machine has it; not a number where there is none.
        case number
        /// A byte, the place of a word among these.
        case words([String])
        /// Eight bytes, a bit for each of these.
        case flags([String])
    }

    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind = .number) { (self.name, self.kind) = (name, kind) }

    /// Of a value in a block [byte].
    public var size: Int {
        switch kind {
        case .number, .flags: 8
        case .words: 1
        }
    }

    /// Whether each value of a block is one that the column can have.
    func hasWords(_ values: ArraySlice<UInt8>) -> Bool {
        guard case .words(let words) = kind else { return true }
        return values.allSatisfy { $0 < words.count }
    }
}

/// The work of a plan: blocks of rows, each a function of the plan alone.
public protocol ScanWork: Sendable {
    var columns: [ScanColumn] { get }

    /// How many blocks are computed side by side, each on one core; 1: one after another, each on all cores.
    var blocksAtOnce: Int { get }
    /// The fewest rows that can be computed, of which others are multiples.
    var rowsAtLeast: Int { get }
    /// With how many it is found out how long they take.
    var rowsTriedFirst: Int { get }

    /// Computes rows.
    /// - Parameters:
    ///   - last: the columns of the block that the rows go on from; nil where they begin by themselves.
    ///   - shouldStop: asked from time to time, from any thread.
    /// - Returns: the bytes of each column, row after row; nil where it was told to stop.
    /// - Throws: what bounds, transport or fit refuse.
    func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]?
}

extension ScanWork {
    public var blocksAtOnce: Int { 1 }
    public var rowsAtLeast: Int { 1 }
    public var rowsTriedFirst: Int { max(16, rowsAtLeast) }
}

extension [Double] {
    /// As a column of a block has them.
    var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}
