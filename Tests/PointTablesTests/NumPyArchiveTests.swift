import Foundation
import Testing

@testable import PointTables

/// What NumPy itself reads of a map's arrays is looked at beside, in the tests of other readers.
@Suite struct NumPyArchiveTests {
    @Test func anArrayHasItsShape() throws {
        var archive = NumPyArchive()
        archive.add("x", [1, 2, 3, 4, 5, 6], shape: [2, 3])
        archive.add("word", texts: ["a", "μ", "long", ""], shape: [4])
        let bytes = archive.finished()
        for text in ["x.npy", "word.npy"] { #expect(Data(bytes).range(of: Data(text.utf8)) != nil) }
        let header = String(decoding: NumPyHeader.bytes("<f8", shape: [2, 3]), as: UTF8.self)
        #expect(header.contains("'shape': (2, 3,), "))
        #expect(NumPyHeader.bytes("<U4", shape: [4]).count % 64 == 0)
        #expect(NumPyHeader.bytes("<U4", count: 4) == NumPyHeader.bytes("<U4", shape: [4]))
    }
}
