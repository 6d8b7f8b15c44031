import Files
import PointTables

extension ScanFolder {
    /// Puts all blocks together as one archive of NumPy, an array for each column, rows in the order of the plan.
    ///
    /// Blocks are read column by column, so that memory does not grow with the scan.
    /// - Parameters:
    ///   - path: of the archive.
    ///   - progress: told the fraction done.
    /// - Throws: ``ScanError``, ``ScanError/incomplete(missing:damaged:failed:)`` and ``ScanError/twoPaths(first:other:block:)``
    ///   among them: nothing is then written.
    public func merge(into path: String, progress: (Double) -> Void = { _ in }) throws(ScanError) {
        try requireComplete()
        let archive = try written { () throws(WritingError) in try ColumnArchive(path) }
        for (place, column) in columns.enumerated() {
            for array in column.arrays {
                try written { () throws(WritingError) in
                    try archive.begin(array.name, array.descriptor, count: rowsToMerge)
                }
                for number in plan.mergedBlocks {
                    // It was whole a moment ago.
                    guard case .done(let block) = try state(of: number) else {
                        throw .incomplete(missing: 0, damaged: [number], failed: [])
                    }
                    let values = array.values(block.columns[place])
                    try written { () throws(WritingError) in try archive.add(values) }
                }
            }
            progress(Double(place + 1) / Double(columns.count))
        }
        try written { () throws(WritingError) in try archive.finish() }
        if path == mergedPath { try noteMerged() }
    }

    /// - Throws: ``ScanError`` where a block is not there, or they are of several paths.
    func requireComplete() throws(ScanError) {
        let status = try status()
        guard status.done == status.blocks else {
            throw .incomplete(
                missing: status.missing, damaged: status.damaged, failed: status.failed.keys.sorted())
        }
        if status.paths.count > 1 { try refuseSecondPath() }
    }

    func written<Value>(_ body: () throws(WritingError) -> Value) throws(ScanError) -> Value {
        do { return try body() } catch { throw .writing(error) }
    }

    /// Numbers as a whole column, of a scan that is complete.
    public func numbers(_ name: String) throws(ScanError) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(plan.rows - plan.passedOver)
        try forEachBlock(of: name) { values += $1 }
        return values
    }

    private func refuseSecondPath() throws(ScanError) {
        var first: String?
        for number in 0..<plan.blockCount {
            guard case .done(let block) = try state(of: number) else { continue }
            guard let known = first else {
                first = block.path
                continue
            }
            guard known == block.path else { throw .twoPaths(first: known, other: block.path, block: number) }
        }
    }
}

extension ScanColumn {
    /// The arrays that a column becomes, with NumPy's name for their type, and what each makes of the bytes of a block.
    fileprivate var arrays: [(name: String, descriptor: String, values: (ArraySlice<UInt8>) -> [UInt8])] {
        switch kind {
        case .number: return [(name, "<f8", { Array($0) })]
        case .flags(let names):
            return names.enumerated().map { bit, flag in
                (
                    "\(name)_\(flag)", "|b1",
                    { bytes in
                        stride(from: bytes.startIndex + bit / 8, to: bytes.endIndex, by: 8).map {
                            bytes[$0] >> UInt8(bit % 8) & 1
                        }
                    }
                )
            }
        case .words(let words):
            let width = words.map(\.unicodeScalars.count).max() ?? 1
            let cells = words.map { Self.cell($0, width: width) }
            return [(name, "<U\(width)", { bytes in bytes.flatMap { cells[Int($0)] } })]
        }
    }

    /// A word as NumPy keeps it: four bytes for each scalar, zeros behind.
    private static func cell(_ text: String, width: Int) -> [UInt8] {
        let scalars = text.unicodeScalars.map(\.value) + [UInt32](repeating: 0, count: width)
        return scalars.prefix(width).flatMap { scalar in
            (0..<4).map { UInt8(truncatingIfNeeded: scalar >> UInt32(8 * $0)) }
        }
    }
}
