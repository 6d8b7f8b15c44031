import Files
import Foundation

extension ScanFolder {
    /// What `merge` writes.
    public var mergedPath: String { "\(path)/scan.npz" }

    /// How many rows it writes.
    public var rowsToMerge: Int { plan.rows - plan.passedOver }

    private var notePath: String { "\(path)/merged" }

    /// Notes how many rows were put together, beside the file that has them.
    func noteMerged() throws(ScanError) {
        do { try replaceFile(at: notePath, with: Array("rows \(rowsToMerge)\n".utf8)) } catch { throw .writing(error) }
    }

    /// How many rows were put together last; nil where there are none, or nobody noted it.
    var mergedRows: Int? {
        guard FileManager.default.fileExists(atPath: mergedPath),
            case .success(let bytes) = Result(catching: { try readFile(notePath, limit: 64) })
        else { return nil }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.count == 2 && words[0] == "rows" ? Int(words[1]) : nil
    }
}
