import Files
import Foundation
import TestSupport
import Testing

/// Who else could change a file: its own permissions, those of every directory above it, and of links on the way.
@Suite struct OtherHandsTests {
    private static let isRoot = geteuid() == 0
    /// Of nobody on this machine.
    private static let stranger: UInt32 = 54_321

    private let directory: TemporaryDirectory
    private var home: String { directory.path }

    /// A directory `a/b` with a file in it, all of them the user's alone.
    init() throws {
        directory = try TemporaryDirectory()
        try directory.write("1", to: "a/b/file")
        for (name, mode) in [("", 0o755), ("a", 0o755), ("a/b", 0o755), ("a/b/file", 0o644)] {
            try Self.chmod(mode, "\(directory.path)/\(name)")
        }
    }

    private static func chmod(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func whatIsTheUsersAloneIsClosed() throws {
        #expect(try openPlace(onTheWayTo: "\(home)/a/b/file") == nil)
        #expect(try openPlace(onTheWayTo: "\(home)/a/./b/../b//file") == nil)
        #expect(try readFile("\(home)/a/b/file", limit: 10, mustBeOwn: true) == [0x31])
    }

    @Test(arguments: ["a", "a/b", "a/b/file"]) func whatEveryoneMayWriteIsOpen(name: String) throws {
        try Self.chmod(name.hasSuffix("file") ? 0o666 : 0o777, "\(home)/\(name)")
        #expect(
            try openPlace(onTheWayTo: "\(home)/a/b/file") == OpenPlace(path: "\(home)/\(name)", hand: .anyone))
    }

    @Test func aStickyDirectoryIsNone() throws {
        try Self.chmod(0o1777, "\(home)/a")
        #expect(try openPlace(onTheWayTo: "\(home)/a/b/file") == nil)
    }

    @Test(.enabled(if: isRoot)) func anotherOwnerIsAnotherHand() throws {
        #expect(chown("\(home)/a/b/file", Self.stranger, gid_t.max) == 0)
        let place = OpenPlace(path: "\(home)/a/b/file", hand: .owner(Self.stranger))
        #expect(try openPlace(onTheWayTo: place.path) == place)
        #expect(throws: ReadingError.openToOthers(place)) {
            try readFile(place.path, limit: 10, mustBeOwn: true)
        }
    }

    /// A group of others; that of the user alone may be trusted.
    @Test(.enabled(if: isRoot)) func aGroupIsAnotherHand() throws {
        #expect(chown("\(home)/a/b", uid_t.max, Self.stranger) == 0)
        try Self.chmod(0o775, "\(home)/a/b")
        let place = OpenPlace(path: "\(home)/a/b", hand: .group(Self.stranger))
        #expect(try openPlace(onTheWayTo: "\(home)/a/b/file") == place)
        #expect(chown("\(home)/a/b", uid_t.max, getegid()) == 0)
        #expect(
            try openPlace(onTheWayTo: "\(home)/a/b/file", trusting: .none)
                == OpenPlace(path: "\(home)/a/b", hand: .group(getegid())))
    }

    /// The link, where it leads, and the way there.
    @Test func linksAreFollowed() throws {
        let link = "\(home)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a/b")
        #expect(try openPlace(onTheWayTo: "\(link)/file") == nil)
        try Self.chmod(0o777, "\(home)/a")
        #expect(try openPlace(onTheWayTo: "\(link)/file") == OpenPlace(path: "\(home)/a", hand: .anyone))
        try FileManager.default.createSymbolicLink(atPath: "\(home)/round", withDestinationPath: "round")
        #expect(throws: SystemError(code: ELOOP)) { try openPlace(onTheWayTo: "\(home)/round") }
        #expect(throws: SystemError(code: ENOENT)) { try openPlace(onTheWayTo: "\(home)/nowhere/file") }
    }

    @Test func whatIsReadIsTheFileThatIsOpen() throws {
        let path = "\(home)/a/b/file"
        try Self.chmod(0o646, path)
        #expect(throws: ReadingError.openToOthers(OpenPlace(path: path, hand: .anyone))) {
            try readFile(path, limit: 10, mustBeOwn: true)
        }
        #expect(try readFile(path, limit: 10) == [0x31])
    }
}
