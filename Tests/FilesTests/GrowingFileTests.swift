import Foundation
import TestSupport
import Testing

@testable import Files

/// Files that are written piece by piece.
@Suite struct GrowingFileTests {
    @Test func theOldContentsStandUntilTheNewOnesAreWhole() throws {
        let directory = try TemporaryDirectory()
        try directory.write("old", to: "a")
        chmod(directory.path + "/a", 0o640)
        let file = try GrowingFile(replacing: directory.path + "/a")
        try file.write(Array("ne".utf8))
        try file.write(Array("w".utf8))
        #expect(try directory.text(of: "a") == "old")
        try file.finish()
        #expect(try directory.text(of: "a") == "new" && directory.names() == ["a"])
        #expect(try status(of: directory.path + "/a").permissions == 0o640)
    }

    @Test func whatIsNotFinishedLeavesNothingBehind() throws {
        let directory = try TemporaryDirectory()
        try directory.write("old", to: "a")
        do {
            let file = try GrowingFile(replacing: directory.path + "/a")
            try file.write([1, 2, 3])
        }
        #expect(try directory.text(of: "a") == "old" && directory.names() == ["a"])
        #expect(throws: WritingError.isADirectory(path: directory.path)) { try GrowingFile(replacing: directory.path) }
        #expect(throws: WritingError.self) { try GrowingFile(replacing: directory.path + "/none/a") }
    }

    @Test func aLinkStaysALinkAndADeviceADevice() throws {
        let directory = try TemporaryDirectory()
        try directory.write("old", to: "a")
        try FileManager.default.createSymbolicLink(atPath: directory.path + "/b", withDestinationPath: "a")
        let file = try GrowingFile(replacing: directory.path + "/b")
        try file.write(Array("new".utf8))
        try file.finish()
        #expect(try directory.text(of: "a") == "new" && directory.names() == ["a", "b"])
        let device = try GrowingFile(replacing: "/dev/null")
        try device.write([1])
        try device.finish()
    }

    @Test func aSpoolHasNoName() throws {
        let directory = try TemporaryDirectory()
        let spool = try SpoolFile(beside: directory.path + "/a")
        #expect(try directory.names().isEmpty)
        try spool.write([1, 2, 3, 4])
        try spool.write([5])
        #expect(try spool.size == 5 && spool.read(at: 3, count: 9) == [4, 5] && spool.read(at: 5, count: 9).isEmpty)
        #expect(throws: WritingError.self) { try SpoolFile(beside: directory.path + "/none/a") }
    }
}
