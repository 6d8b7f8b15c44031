import Files
import Foundation

extension ScanFolder {
    /// How long a file that is being written may take [s]: others are at work in the same folder.
    private static let longestWriting = 86_400.0

    /// Removes what writers that were killed have left half written, a day after.
    func removeLeftovers() {
        let names: [String]
        do { names = try Files.names(in: blocks) } catch {
            // A folder that can't be listed is told of when a block is.
            return
        }
        for name in names where finalName(ofTemporary: name) != nil {
            let file = "\(blocks)/\(name)"
            // Whoever wrote it may have given it its name meanwhile.
            guard
                case .success(let facts) = Result(catching: { try FileManager.default.attributesOfItem(atPath: file) }),
                let written = facts[.modificationDate] as? Date, -written.timeIntervalSinceNow > Self.longestWriting
            else { continue }
            Disk.discard(file)
        }
    }
}
