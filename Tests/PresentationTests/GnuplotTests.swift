import Foundation
import Testing

@testable import Presentation

// One after the other: a program just written can't be started while another start holds it open.
@Suite(.serialized) struct GnuplotTests {
    /// A directory with a program called gnuplot that does what a shell script says.
    private func withProgram(_ script: String, _ body: (String) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let program = directory.appendingPathComponent("gnuplot")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        try body(directory.path)
    }

    @Test func aMissingProgramNamesItsPackage() {
        #expect(throws: GnuplotError.notFound(package: "gnuplot-nox")) {
            try Gnuplot(searchPath: "/nonexistent:relative")
        }
    }

    @Test func whatItSaysOfAFailureIsKept() throws {
        try withProgram("cat > /dev/null; echo 'line 3: unknown' >&2; exit 2") { path in
            let gnuplot = try Gnuplot(searchPath: path)
            #expect(throws: GnuplotError.failed(status: 2, message: "line 3: unknown\n")) {
                try gnuplot.run(["plot x"])
            }
        }
    }

    @Test func anEmptyFigureIsAFailure() throws {
        try withProgram("cat > /dev/null") { path in
            let gnuplot = try Gnuplot(searchPath: path)
            #expect(throws: GnuplotError.failed(status: 0, message: "")) { try gnuplot.run(["x"]) }
        }
    }

    @Test func oneThatHangsIsEnded() throws {
        try withProgram("exec sleep 600") { path in
            let gnuplot = try Gnuplot(searchPath: path, timeLimit: 0.2)
            #expect(throws: GnuplotError.tookTooLong(seconds: 0.2)) { try gnuplot.run(["x"]) }
        }
    }

    /// More than any pipe holds goes in and comes out again, by several programs at once; one that stops reading is no
    /// reason to die.
    @Test func muchGoesThroughAtOnce() throws {
        let much = String(repeating: "0123456789\n", count: 200_000)
        try withProgram("cat") { path in
            let outputs = try Gnuplot(searchPath: path).run([much, "a", much])
            #expect(outputs == [Array(much.utf8), Array("a".utf8), Array(much.utf8)])
        }
        try withProgram("echo done") { path in
            let output = try Gnuplot(searchPath: path).run([much])
            #expect(output == [Array("done\n".utf8)])
        }
    }

    /// With the program itself, where it is installed: every hostile title is drawn, not obeyed.
    @Test(.enabled(if: (try? Gnuplot()) != nil, "gnuplot is not installed"))
    func figuresAreDrawn() throws {
        let bounds = EscapingTests.hostile.enumerated().map { number, title in
            Sample.bound(
                Sample.card("b\(number)", title, kind: number % 2 == 0 ? .observed : .projected),
                Sample.powerLaw(2e-5 * Double(number + 1), power: 0.3))
        }
        let files = try MapFigure(Sample.map(bounds)).files(by: Gnuplot())
        #expect(files.count == 3)
        #expect(files[0].starts(with: Array("%PDF".utf8)))
        #expect(files[1].starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let picture = String(decoding: files[2], as: UTF8.self)
        #expect(picture.contains("<svg") && picture.contains("</svg>") && !picture.contains("<script"))
    }
}
