import Asking
import Documents
import Files
import PointTables

/// Where the answers about many points go: to standard output line by line, or to a file that is there once it is whole.
final class PointOutput {
    private enum Sink {
        case console
        case file(GrowingFile)
        case packed(GrowingFile, Deflater)
        case npz(NpzWriter)
    }

    private let sink: Sink

    /// - Parameter names: of all columns, the added ones last.
    /// - Throws: ``Files/WritingError``
    init(_ path: String?, _ form: PointForm, _ table: PointTable, names: [String]) throws {
        guard let path else {
            sink = .console
            return
        }
        switch form {
        case .csv, .jsonLines: sink = .file(try GrowingFile(replacing: path))
        case .gzippedCSV: sink = .packed(try GrowingFile(replacing: path), Deflater(.gzip))
        case .npz: sink = .npz(try NpzWriter(path, table, names: names))
        }
    }

    /// Whole lines of CSV.
    func write(_ text: String) throws {
        switch sink {
        case .console: try Console.writeDocument(text)
        case .file, .packed: try write(Array(text.utf8))
        case .npz: return
        }
    }

    /// Whole lines of JSON.
    func write(_ lines: [JSONLine]) throws {
        for part in lines {
            switch sink {
            // Letters of ASCII alone move no cursor; all else passes the gate.
            case .console where part.isPlain: try Console.writeData(part.bytes)
            case .console: try Console.writeJSON(String(decoding: part.bytes, as: UTF8.self))
            case .file, .packed, .npz: try write(part.bytes)
            }
        }
    }

    /// To a file.
    private func write(_ bytes: [UInt8]) throws {
        switch sink {
        case .file(let file): try file.write(bytes)
        case .packed(let file, let deflater): try file.write(deflater.packed(bytes))
        case .console, .npz: return
        }
    }

    /// Rows with what is added to them.
    func write(_ block: PointBlock, adding columns: [AddedColumn]) throws {
        if case .npz(let writer) = sink { return try writer.add(block, adding: columns) }
        for part in block.csv(adding: columns) {
            switch sink {
            case .console where part.isPlain: try Console.writeData(part.bytes)
            case .console: try Console.writeDocument(String(decoding: part.bytes, as: UTF8.self))
            case .file, .packed, .npz: try write(part.bytes)
            }
        }
    }

    /// Gives a file its name. One that is never finished leaves nothing behind.
    func finish() throws {
        switch sink {
        case .console: return
        case .file(let file): try file.finish()
        case .packed(let file, let deflater):
            try file.write(deflater.packed([], isLast: true))
            try file.finish()
        case .npz(let writer):
            for name in writer.cutColumns {
                Console.warn(
                    "\(ErrorText.clipped(name)): texts beyond \(NpzWriter.greatestWidth) characters are cut, since an array of NumPy "
                        + "has room for the longest in every row; CSV keeps them")
            }
            try writer.finish()
        }
    }
}
