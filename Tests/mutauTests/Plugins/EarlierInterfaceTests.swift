import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import PluginLoading
import Testing

/// A bound compiled against ConstraintKit as it was, before functions and defaulted requirements were added, loads.
@Suite struct EarlierInterfaceTests {
    @Test func aPluginOfAnEarlierInterfaceLoads() throws {
        let place = Workshop.sources.deletingLastPathComponent().appending(path: "EarlierInterface")
        let library = try Workshop.built(
            "Earlier", from: "Earlier.swift",
            interface: .init(
                module: place.appending(path: "ConstraintKit.swiftinterface").path, headers: place.path))
        let files = try Workshop.place(["earlier"], of: library, in: Workshop.fresh())
        let plugins = Plugins(files, program: Program.executable.path, limits: Workshop.limits) { _ in }
        #expect(plugins.refused.isEmpty, "\(plugins.refused)")
        let contents = Workshop.document("earlier")
        let entry = CatalogueEntry(
            stem: "earlier", document: try readDocument(contents, name: "earlier.vot").document,
            origin: .plugin(path: ""), contents: contents)
        let bound = try #require(plugins.bound(entry, Conventions(confidenceLevel: 0.5)))
        // Rows are a requirement that the plugin knows nothing of.
        let row = MassRow(sorting: try [6.5, 200].map { try Mass(inMeV: $0) })
        #expect(
            bound.answers(along: row) == [
                .success(.excludes(.init(.above(1e-4)))), .success(.silent(.outsideRange(lower: 1, upper: 100))),
            ])
    }
}
