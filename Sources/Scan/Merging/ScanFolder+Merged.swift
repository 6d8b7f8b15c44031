import Foundation

extension ScanFolder {
    /// What `merge` writes.
    public var mergedPath: String { "\(path)/scan.npz" }

    /// How many rows it writes.
    public var rowsToMerge: Int { plan.rows - plan.passedOver }

    /// How many rows were put together last, as the first array of the file says; nil where there is none that says it.
    var mergedRows: Int? {
        guard let file = FileHandle(forReadingAtPath: mergedPath),
            case .success(let bytes?) = Result(catching: { try file.read(upToCount: 512) })
        else { return nil }
        // The heading of an array stands in the file as it is: `'shape': (1080,)`.
        return String(decoding: bytes, as: UTF8.self).firstMatch(of: /'shape': \(([0-9]+),/).flatMap { Int($0.1) }
    }
}
