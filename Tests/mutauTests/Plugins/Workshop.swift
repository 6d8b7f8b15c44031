import ConstraintKit
import CurveFormats
import Foundation
import PluginLoading

/// Plugins for tests, compiled once, and directories to put copies of them in.
enum Workshop {
    /// A library that does what the folder it lies in is called.
    static let misbehaving = Result { try built("Misbehaving", from: "Misbehaving.swift") }

    /// The limits under which plugins are tested: what does not hang has all the time that a busy machine may take.
    static let limits = PluginLimits(seconds: 120, memory: 1 << 30)

    /// The same for those that hang: as long as this is what their test takes.
    static let shortLimits = PluginLimits(seconds: 4, memory: 1 << 30)

    static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sources")

    /// The text of a source kept for the tests.
    static func source(_ name: String) throws -> String {
        try String(contentsOf: sources.appending(path: "\(name).txt"), encoding: .utf8)
    }

    /// Everything that is compiled lies below this directory.
    static let directory: URL = {
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-plugin-tests-\(getpid())")
        atexit { try? FileManager.default.removeItem(at: Workshop.directory) }
        return directory
    }()

    /// Compiles a source into a library.
    /// - Parameter interface: what it is compiled against; nil: that of the program under test.
    static func built(
        _ name: String, from source: String, text: String? = nil, interface: PluginCompiler.Interface? = nil
    ) throws -> URL {
        let folder = directory.appending(path: "built/\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try (text ?? Self.source(source)).write(to: folder.appending(path: source), atomically: true, encoding: .utf8)
        let file = PluginFile(folder: folder.path)
        try PluginCompiler(interface ?? .ofProgram(Program.executable.path)).build(file) { print($0) }
        return URL(filePath: file.path)
    }

    /// Puts copies of a library into a directory, each in a folder of its name with a document of that stem.
    @discardableResult
    static func place(_ names: [String], of library: URL, in directory: URL) throws -> [PluginFile] {
        try names.map { name in
            let folder = directory.appending(path: name)
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            let copy = folder.appending(path: "\(name).so")
            try FileManager.default.copyItem(at: library, to: copy)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: copy.path)
            try Data(document(name)).write(to: folder.appending(path: "\(name).vot"))
            return PluginFile(name: name, folder: folder.path, searchDirectory: directory.path)
        }
    }

    static func document(_ stem: String) -> [UInt8] {
        nativeVOTable(
            of: Document(
                card: Card(
                    stem: stem, title: stem, summary: "For a test.", kind: .observed, confidenceLevel: .stated(0.9),
                    references: [Reference(arxiv: "2412.01234", citation: "none")], method: .computed,
                    methodNote: "not at all"),
                parameters: ["limit": 2e-4])
        ).serialized()
    }

    /// A directory of its own for a test.
    static func fresh() throws -> URL {
        let place = directory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        return place
    }
}
