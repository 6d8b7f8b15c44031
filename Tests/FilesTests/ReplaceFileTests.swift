import Foundation
import TestSupport
import Testing

@testable import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// None of these relies on permissions: tests may run as root, whom they do not stop.
@Suite struct ReplaceFileTests {
    private let home: TemporaryDirectory
    init() throws { home = try TemporaryDirectory() }

    private func replace(_ name: String, with text: String) throws {
        try replaceFile(at: "\(home.path)/\(name)", with: Array(text.utf8))
    }

    @Test func createsAndReplaces() throws {
        try replace("a", with: "one")
        #expect(try home.text(of: "a") == "one")
        try replace("a", with: "")
        #expect(try home.text(of: "a") == "")
        #expect(try home.names() == ["a"])
    }

    @Test func longestName() throws {
        let name = String(repeating: "n", count: 255)
        try replace(name, with: "one")
        try replace(name, with: "two")
        #expect(try home.text(of: name) == "two")
        #expect(try home.names() == [name])
    }

    @Test func keepsPermissions() throws {
        try home.write("old", to: "a")
        #expect(chmod("\(home.path)/a", 0o640) == 0)
        try replace("a", with: "new")
        #expect(try status(of: "\(home.path)/a").permissions == 0o640)
    }

    @Test func linkStaysALink() throws {
        try home.write("old", to: "real/a")
        #expect(symlink("real/a", "\(home.path)/link") == 0)
        try replace("link", with: "new")
        #expect(try home.text(of: "real/a") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(home.path)/link") == "real/a")
    }

    @Test func belowAFile() throws {
        try home.write("old", to: "a")
        #expect(throws: WritingError.cannotCreate(path: "\(home.path)/a/b", .init(code: ENOTDIR))) {
            try replace("a/b", with: "new")
        }
        #expect(try home.text(of: "a") == "old")
    }

    @Test func inAMissingDirectory() {
        #expect {
            try replace("no/b", with: "new")
        } throws: { error in
            guard case WritingError.cannotCreate(_, let system) = error else { return false }
            return system.isMissing
        }
    }

    @Test func onADirectory() throws {
        try home.write("", to: "d/file")
        #expect(throws: WritingError.isADirectory(path: "\(home.path)/d")) { try replace("d", with: "new") }
    }

    /// A device is written to, never replaced by a file.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func fullDevice() throws {
        #expect(throws: WritingError.cannotWrite(path: "/dev/full", .init(code: ENOSPC))) {
            try replaceFile(at: "/dev/full", with: [1])
        }
        #expect(try status(of: "/dev/full").kind == .other)
        #expect(SystemError(code: ENOSPC).isOutOfSpace)
    }

    /// In a process of its own, since the limit stays.
    @Test func noRoomForTheNewContents() async throws {
        try home.write("old", to: "a")
        await #expect(processExitsWith: .success) { [path = home.path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            #expect(throws: WritingError.self) {
                try replaceFile(at: "\(path)/a", with: [UInt8](repeating: 1, count: 1_000_000))
            }
        }
        #expect(try home.text(of: "a") == "old")
        #expect(try home.names() == ["a"])
    }

    @Test func readingIsBoundedAndNeverWaits() throws {
        try home.write("12345", to: "a")
        #expect(try readFile("\(home.path)/a", limit: 5).count == 5)
        #expect(throws: ReadingError.tooLarge(path: "\(home.path)/a", limit: 4)) {
            try readFile("\(home.path)/a", limit: 4)
        }
        #expect(mkfifo("\(home.path)/pipe", 0o600) == 0)
        #expect(throws: ReadingError.notAFile(path: "\(home.path)/pipe")) {
            try readFile("\(home.path)/pipe", limit: 4)
        }
        #expect(throws: ReadingError.unreadable(path: "\(home.path)/none", .init(code: ENOENT))) {
            try readFile("\(home.path)/none", limit: 4)
        }
    }

    @Test func aPipeIsReadWhereItIsAllowedAndNoFurtherThanTheLimit() throws {
        for (limit, isRead) in [(5, true), (4, false)] {
            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            #expect(write(ends[1], "12345", 5) == 5)
            close(ends[1])
            defer { close(ends[0]) }
            let path = "/dev/fd/\(ends[0])"
            if isRead {
                #expect(try readFile(path, limit: limit, allowsPipe: true) == Array("12345".utf8))
            } else {
                #expect(throws: ReadingError.tooLarge(path: path, limit: limit)) {
                    try readFile(path, limit: limit, allowsPipe: true)
                }
            }
        }
    }
}
