import Foundation
import Testing

@testable import VOTable

/// The corpus of documents that readers of VOTable must take or refuse, with its manifest.
enum Corpus {
    static var folder: URL { Bundle.module.resourceURL?.appending(path: "Corpus") ?? URL(filePath: "Corpus") }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }
}
