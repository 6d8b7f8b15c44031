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

    /// The tests have the shared runtime, so that they load plugins in Swift themselves.
    @Test func testsAreTheirOwnHost() throws {
        #expect(SwiftHost.isThisProgram)
        let directory = try #require(SwiftHost.ownDirectory)
        #expect(access(directory, X_OK) == 0 && directory.hasPrefix("/"))
    }
}
