import Foundation
import Testing

/// Compares a text with the file of that name beside the tests. A missing file is a failure: what nobody has looked at
/// proves nothing. `MUTAU_RECORD_SNAPSHOTS=1` writes the files, to be read before they are committed.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["MUTAU_RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return
    }
    guard let expected = FileManager.default.contents(atPath: file.path) else {
        Issue.record("there is no snapshot \(name)", sourceLocation: sourceLocation)
        return
    }
    #expect(text == String(decoding: expected, as: UTF8.self), sourceLocation: sourceLocation)
}
