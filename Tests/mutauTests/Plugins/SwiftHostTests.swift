import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import Testing

@testable import PluginLoading

/// Where the program for plugins in Swift is looked for.
@Suite struct SwiftHostTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "host-\(UUID().uuidString)").path

    private func makeHost(in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(symlink("/bin/true", "\(folder)/\(SwiftHost.name)") == 0)
    }

    @Test func isBesideTheProgramOrWhereItIsInstalled() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: "\(root)/bin", withIntermediateDirectories: true)
        #expect(SwiftHost.path(forProgramIn: "\(root)/bin") == ("\(root)/bin/\(SwiftHost.name)", false))
        try makeHost(in: "\(root)/lib/mutau")
        #expect(SwiftHost.path(forProgramIn: "\(root)/bin") == ("\(root)/bin/../lib/mutau/\(SwiftHost.name)", true))
        try makeHost(in: "\(root)/bin")
        #expect(SwiftHost.path(forProgramIn: "\(root)/bin") == ("\(root)/bin/\(SwiftHost.name)", true))
    }

    /// A library has no child of its own: it runs the program's, or that of the host beside it.
    @Test func aLibraryAsksTheHostBesideItsProgram() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try makeHost(in: "\(root)/lib/mutau")
        try FileManager.default.createDirectory(atPath: "\(root)/bin", withIntermediateDirectories: true)
        let program = "\(root)/bin/mutau"
        #expect(FileManager.default.createFile(atPath: program, contents: nil))
        #expect(SwiftHost.other(than: program, isLibrary: true)?.path.hasSuffix("/lib/mutau/\(SwiftHost.name)") == true)
        try FileManager.default.removeItem(atPath: "\(root)/lib")
        #expect(SwiftHost.other(than: program, isLibrary: true) == nil)
    }

    @Test func pluginsTakePartInALibrary() throws {
        let files =
            try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
            + Workshop.place(
                ["low-level"],
                of: Workshop.built(
                    "library", from: "misbehaving.c", text: "#define RESERVES\n" + Workshop.source("misbehaving.c")),
                in: Workshop.fresh())
        let plugins = Plugins(files, program: Program.executable.path, isLibrary: true, limits: Workshop.limits) { _ in
        }
        #expect(plugins.refused.isEmpty && plugins.taken.count == 2, "\(plugins.refused)")
        for stem in plugins.taken.flatMap(\.stems) {
            let contents = Workshop.document(stem)
            let entry = CatalogueEntry(
                stem: stem, document: try readDocument(contents, name: "\(stem).vot").document,
                origin: .plugin(path: stem), contents: contents)
            let bound = try #require(plugins.bound(entry, Conventions()))
            guard case .excludes = try bound.boundary(at: Mass(inMeV: 1)) else {
                Issue.record("\(stem) excludes nothing")
                continue
            }
        }
    }

    /// A program that speaks another language than the library is named, whatever else it is.
    @Test func anotherVersionIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        let program = "\(root)/mutau"
        try "#!/bin/sh\nexit \(PluginServer.otherLanguage)\n".write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let files = try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let plugins = Plugins(files, program: program, isLibrary: true, limits: Workshop.limits) { _ in }
        #expect(plugins.taken.isEmpty && plugins.refused.first?.reason == .otherProgram(path: program))
    }

    /// The tests have the shared runtime, so that they load plugins in Swift themselves.
    @Test func testsAreTheirOwnHost() throws {
        #expect(SwiftHost.isThisProgram)
        let directory = try #require(SwiftHost.ownDirectory)
        #expect(access(directory, X_OK) == 0 && directory.hasPrefix("/"))
    }
}
