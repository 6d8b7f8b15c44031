import Testing
import Foundation
@testable import VOTable
@Test func walk() throws {
    for dir in ["valid","semantic","invalid","hostile"] {
        for f in try FileManager.default.contentsOfDirectory(atPath: Corpus.folder.appending(path: dir).path).sorted() {
            do { let d = try VOTableDocument(try Corpus.bytes(dir+"/"+f)); print(dir, f, "OK", d.tables.map(\.rowCount), d.warnings) }
            catch { print(dir, f, "ERR", String("\(error)".prefix(200))) }
        }
    }
}
