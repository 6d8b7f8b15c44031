/// What some bounds say in a block of cells, cell by cell, so that a point reads the bounds that speak at its mass from one
/// place.
///
/// Its memory is its own, so that the loop over points counts no references.
final class BlockTable: Sendable {
    private nonisolated(unsafe) let lines: UnsafeMutableBufferPointer<EdgeLine>
    /// Where the lines of each cell begin, and where those of the last one end.
    private nonisolated(unsafe) let starts: UnsafeMutableBufferPointer<Int32>
    /// Of each cell: bit k where bound k has to be asked itself.
    private nonisolated(unsafe) let exact: UnsafeMutableBufferPointer<UInt64>

    /// - Parameter bounds: with their numbers, below 64.
    init(_ bounds: [(number: Int, tabulation: BoundTabulation)], block: Int) {
        let first = block * MassCells.cellsOfBlock
        let found = bounds.map { $0.tabulation.cells(first..<first + MassCells.cellsOfBlock) }
        var lines: [EdgeLine] = []
        var starts: [Int32] = [0]
        var exact: [UInt64] = []
        for cell in 0..<MassCells.cellsOfBlock {
            var asked: UInt64 = 0
            for (bound, cells) in zip(bounds, found) {
                switch cells[cell] {
                case .exact: asked |= 1 << UInt64(bound.number)
                case .silent: continue
                case .lines(let sample, let begin, let end, let width):
                    lines += EdgeLine.lines(bound: UInt8(bound.number), sample, begin, end, width)
                }
            }
            exact.append(asked)
            starts.append(Int32(lines.count))
        }
        self.lines = Self.copied(lines)
        self.starts = Self.copied(starts)
        self.exact = Self.copied(exact)
    }

    private static func copied<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutableBufferPointer<Value> {
        let memory = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
        _ = memory.initialize(from: values)
        return memory
    }

    deinit {
        lines.deallocate()
        starts.deallocate()
        exact.deallocate()
    }

    /// What it holds, valid as long as it lives.
    var view: BlockView { BlockView(lines: lines.baseAddress, starts: starts.baseAddress, exact: exact.baseAddress) }
}

extension EdgeLine {
    fileprivate static func lines(
        bound: UInt8, _ sample: EdgeSample, _ begin: [Double], _ end: [Double], _ width: [Double]
    ) -> [EdgeLine] {
        let intervals = (0..<sample.edges.count / 2).map { number in
            let (low, high) = (2 * number, 2 * number + 1)
            return EdgeLine(
                lower: begin[low], lowerGain: end[low] - begin[low], upper: begin[high],
                upperGain: end[high] - begin[high], width: max(width[low], width[high]), bound: bound,
                kind: number < sample.excluded ? .excluded : .undecided)
        }
        return sample.excluded == 0 ? [.speaks(bound: bound)] + intervals : intervals
    }
}
