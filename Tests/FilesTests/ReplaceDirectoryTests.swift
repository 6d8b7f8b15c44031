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

@Suite struct ReplaceDirectoryTests {
    private let home: TemporaryDirectory
    private var path: String { "\(home.path)/map" }
    init() throws { home = try TemporaryDirectory() }

    private func replace(_ path: String, _ files: [String: String]) throws {
        try replaceDirectory(at: path, with: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    @Test func createsWithMissingParents() throws {
        try replace("\(home.path)/a/b/map/", ["map.html": "one"])
        #expect(try home.names(in: "a/b/map") == [".mutau-files", "map.html"])
    }

    @Test func replacesAsAWhole() throws {
        try replace(path, ["map.html": "one", "old.csv": "1"])
        try replace(path, ["map.html": "two", "new.csv": "2"])
        #expect(try home.names(in: "map") == [".mutau-files", "map.html", "new.csv"])
        #expect(try home.text(of: "map/map.html") == "two")
        #expect(try home.names() == ["map"])
    }

    @Test func takesAnEmptyDirectory() throws {
        #expect(mkdir(path, 0o755) == 0)
        try replace(path, ["map.html": "one"])
        #expect(try home.text(of: "map/map.html") == "one")
    }

    @Test func leavesADirectoryWithOtherFilesAlone() throws {
        try replace(path, ["map.html": "one"])
        try home.write("mine", to: "map/thesis.tex")
        #expect(throws: WritingError.holdsOtherFiles(path: path, names: ["thesis.tex"])) {
            try replace(path, ["map.html": "two"])
        }
        #expect(try home.text(of: "map/map.html") == "one")
        #expect(try home.text(of: "map/thesis.tex") == "mine")
        #expect(try home.names() == ["map"])
    }

    /// A file of a usual name is not ours by its name, nor is a directory that took a file's place.
    @Test func leavesWhatItDidNotWriteAlone() throws {
        try home.write("mine", to: "map/map.html")
        #expect(throws: WritingError.holdsOtherFiles(path: path, names: ["map.html"])) {
            try replace(path, ["map.html": "two"])
        }
        try replace("\(home.path)/other", ["a": "1"])
        try FileManager.default.removeItem(atPath: "\(home.path)/other/a")
        try home.write("mine", to: "other/a/inside")
        #expect(throws: WritingError.holdsOtherFiles(path: "\(home.path)/other", names: ["a"])) {
            try replace("\(home.path)/other", ["a": "2"])
        }
    }

    @Test func belowAFile() throws {
        try home.write("x", to: "file")
        #expect(throws: WritingError.self) { try replace("\(home.path)/file/map", ["a": "1"]) }
        #expect(throws: WritingError.isNotADirectory(path: "\(home.path)/file")) {
            try replace("\(home.path)/file", ["a": "1"])
        }
        #expect(try home.text(of: "file") == "x")
        #expect(try home.names() == ["file"])
    }

    @Test(arguments: ["", "..", "a/b", ".mutau-files", "new\nline", "nul\0"])
    func unusableNames(name: String) throws {
        #expect(throws: WritingError.unusableName(name)) { try replaceDirectory(at: path, with: [(name, [])]) }
        #expect(!home.exists("map"))
    }

    @Test func nameGivenTwice() {
        #expect(throws: WritingError.unusableName("a")) {
            try replaceDirectory(at: path, with: [("a", []), ("a", [])])
        }
    }

    /// In a process of its own, since the limit stays.
    @Test func noRoomLeavesTheOldOne() async throws {
        try replace(path, ["map.html": "one"])
        await #expect(processExitsWith: .success) { [home = home.path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            #expect(throws: WritingError.self) {
                try replaceDirectory(
                    at: "\(home)/map", with: [("a", [1]), ("b", [UInt8](repeating: 1, count: 1_000_000))])
            }
            #expect(throws: WritingError.self) {
                try replaceDirectory(
                    at: "\(home)/new/map", with: [("a", [1]), ("b", [UInt8](repeating: 1, count: 1_000_000))])
            }
        }
        #expect(try home.text(of: "map/map.html") == "one")
        #expect(try home.names() == ["map"])
    }

    @Test func workingDirectoryStays() async throws {
        try replace(path, ["map.html": "one"])
        // In a process of its own, since the working directory is the process's.
        await #expect(processExitsWith: .success) { [path = path as String] in
            #expect(chdir(path) == 0)
            #expect(throws: WritingError.self) { try replaceDirectory(at: ".", with: [("a", [])]) }
        }
        #expect(try home.names(in: "map") == [".mutau-files", "map.html"])
    }

    /// The way for file systems without an exchange.
    @Test func threeSteps() throws {
        try home.write("new", to: "fresh/a")
        try home.write("old", to: "map/a")
        try exchangeInThreeSteps("\(home.path)/fresh", path)
        #expect(try home.text(of: "map/a") == "new")
        #expect(try home.text(of: "fresh/a") == "old")
        #expect(throws: WritingError.self) { try exchangeInThreeSteps("\(home.path)/gone", path) }
        #expect(try home.text(of: "map/a") == "new")
    }

    /// At no instant may a reader find neither directory: it looks as often as it can while another thread replaces.
    @Test func neverMissing() throws {
        try replace(path, ["a": "0"])
        let done = Flag()
        let path = path
        Thread.detachNewThread {
            for round in 1...50 {
                do { try replaceDirectory(at: path, with: [("a", Array("\(round)".utf8))]) } catch {
                    Issue.record("\(error)")
                }
            }
            done.set()
        }
        var looks = 0
        while !done.isSet {
            #expect(try status(of: path).kind == .directory)
            looks += 1
        }
        #expect(looks > 0)
        #expect(try home.text(of: "map/a") == "50")
    }
}
