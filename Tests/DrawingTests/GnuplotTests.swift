import Foundation
import Testing

@testable import Drawing

@Suite struct GnuplotTests {
    /// Programs called gnuplot that behave badly. They lie beside the tests: one written only now might still be open in
    /// a process that another test is just starting, and could then not be run.
    private func fake(_ name: String, timeLimit: Double = 600) throws -> Gnuplot {
        let programs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "FakePrograms")
        return try Gnuplot(searchPath: programs.appending(path: name).path, timeLimit: timeLimit)
    }

    @Test func aMissingProgramNamesItsPackage() {
        #expect(throws: GnuplotError.notFound(package: "gnuplot-nox")) {
            try Gnuplot(searchPath: "/nonexistent:relative")
        }
    }

    @Test func whatItSaysOfAFailureIsKept() throws {
        let gnuplot = try fake("failing")
        #expect(throws: GnuplotError.failed(status: 2, message: "line 3: unknown\n")) { try gnuplot.run(["plot x"]) }
    }

    @Test func anEmptyFigureIsAFailure() throws {
        let gnuplot = try fake("silent")
        #expect(throws: GnuplotError.failed(status: 0, message: "")) { try gnuplot.run(["x"]) }
    }

    @Test func oneThatHangsIsEnded() throws {
        let gnuplot = try fake("hanging", timeLimit: 0.2)
        #expect(throws: GnuplotError.tookTooLong(seconds: 0.2)) { try gnuplot.run(["x"]) }
    }

    /// More than any pipe holds goes in and comes out again, by several programs at once; one that stops reading is no
    /// reason to die.
    @Test func muchGoesThroughAtOnce() throws {
        let much = String(repeating: "0123456789\n", count: 200_000)
        let outputs = try fake("echoing").run([much, "a", much])
        #expect(outputs == [Array(much.utf8), Array("a".utf8), Array(much.utf8)])
        #expect(try fake("deaf").run([much]) == [Array("done\n".utf8)])
    }
}
