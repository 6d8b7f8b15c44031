import Files
import Foundation

extension ScanFolder {
    /// Puts all blocks together as a VOTable 1.4 with a BINARY2 stream (§5.4 of the standard), rows in the order of the plan.
    ///
    /// One block is in memory at a time.
    /// - Parameters:
    ///   - path: of the file.
    ///   - progress: told the fraction done.
    /// - Throws: ``ScanError``, as ``merge(into:progress:)`` does.
    public func mergeVOTable(into path: String, progress: (Double) -> Void = { _ in }) throws(ScanError) {
        try requireComplete()
        let file = try written { () throws(WritingError) in try GrowingFile(replacing: path) }
        try written { () throws(WritingError) in try file.write(Array(header.utf8)) }
        // Three bytes become four letters: what is left of a block waits for the next.
        var rest: [UInt8] = []
        for number in plan.mergedBlocks {
            // It was whole a moment ago.
            guard case .done(let block) = try state(of: number) else {
                throw .incomplete(missing: 0, damaged: [number], failed: [])
            }
            rest += rows(of: block)
            let whole = number == plan.mergedBlocks.upperBound - 1 ? rest.count : rest.count / 3 * 3
            let text = Data(rest[..<whole]).base64EncodedData()
            try written { () throws(WritingError) in try file.write(Array(text)) }
            rest = Array(rest[whole...])
            progress(Double(number + 1) / Double(plan.blockCount))
        }
        try written { () throws(WritingError) in
            try file.write(Array("</STREAM></BINARY2></DATA>\n</TABLE>\n</RESOURCE>\n</VOTABLE>\n".utf8))
            try file.finish()
        }
    }

    /// All that stands before the rows. Names of columns and words are those of stems and choices: plain letters.
    private var header: String {
        let fields = columns.flatMap(\.fields).map { field in
            "<FIELD name=\"\(field.name)\" datatype=\"\(field.datatype)\"\(field.rest)/>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
            <RESOURCE type="results">
            <TABLE name="scan" nrows="\(plan.rows - plan.passedOver)">
            <DESCRIPTION>A scan of mutau; its identity is \(identity.hexadecimal).</DESCRIPTION>
            \(fields.joined())<DATA><BINARY2><STREAM encoding="base64">

            """
    }

    /// A block's rows: before each a bit for every cell that is null, of which there are none, and numbers with the most
    /// significant byte first.
    private func rows(of block: BlockFile) -> [UInt8] {
        let nulls = [UInt8](repeating: 0, count: (columns.reduce(0) { $0 + $1.fields.count } + 7) / 8)
        let columns = zip(columns, block.columns).map { column, bytes in (column.cells, bytes) }
        var rows: [UInt8] = []
        for row in 0..<block.rows {
            rows += nulls
            for (cells, bytes) in columns { cells(bytes, row, &rows) }
        }
        return rows
    }
}

extension ScanColumn {
    /// What VOTable calls the columns that it becomes.
    fileprivate var fields: [(name: String, datatype: String, rest: String)] {
        switch kind {
        case .number:
            [(name, "double", unit.map { " unit=\"\($0)\"" } ?? "")]
        case .flags(let names): names.map { ("\(name)_\($0)", "boolean", "") }
        case .words: [(name, "char", " arraysize=\"\(width)\"")]
        }
    }

    /// The end of the name, where it is one.
    private var unit: String? {
        let end = String(name.split(separator: "_").last ?? "")
        return name.contains("_") && ["eV", "MeV", "GeV", "deg"].contains(end) ? end : nil
    }

    private var width: Int {
        if case .words(let words) = kind { words.map(\.utf8.count).max() ?? 1 } else { 0 }
    }

    /// Appends the cells of a row of a block's column.
    fileprivate var cells: (ArraySlice<UInt8>, Int, inout [UInt8]) -> Void {
        switch kind {
        case .number:
            return { bytes, row, cells in
                let first = bytes.startIndex + 8 * row
                for place in (0..<8).reversed() { cells.append(bytes[first + place]) }
            }
        case .flags(let names):
            return { bytes, row, cells in
                for bit in names.indices {
                    let isSet = bytes[bytes.startIndex + 8 * row + bit / 8] >> UInt8(bit % 8) & 1 == 1
                    cells.append(isSet ? UInt8(ascii: "T") : UInt8(ascii: "F"))
                }
            }
        case .words(let words):
            let width = width
            let texts = words.map { Array($0.utf8) + [UInt8](repeating: 0, count: width - $0.utf8.count) }
            return { bytes, row, cells in cells += texts[Int(bytes[bytes.startIndex + row])] }
        }
    }
}
