import Answers
import ArgumentParser
import CurveFormats
import Scenarios
import Synchronization
import Testing

@testable import Asking
@testable import mutau

@Suite struct ErrorReportTests {
    private struct Unforeseen: Error {}

    @Test func whatNobodyForesawIsAFaultOfTheProgram() throws {
        #expect(ErrorReport(of: Unforeseen()) == nil)
        #expect(try #require(ErrorReport(unforeseen: Unforeseen())).code == 70)
    }

    /// A file is not to blame where the library that would read it is missing.
    @Test func whatALibraryIsMissingForIsNoFaultOfTheFile() throws {
        let words = "libxml2 can't be loaded"
        for error in [DataSetLibraryError.notVOTable(name: "a.vot", .libraryMissing(words))] as [any Error]
            + [CurveFormatError.votable(.libraryMissing(words), file: "a.vot")]
        {
            let report = try #require(ErrorReport(of: error))
            #expect(report.code == 72 && report.message.contains(words), "\(report)")
        }
        #expect(ErrorReport(of: DataSetLibraryError.notText(path: "a.csv"))?.code == 65)
    }

    /// A slip of the pen in a style is the file's, and the words name place and remedy and nothing that a terminal obeys.
    @Test func aStyleThatCannotBeUsedIsBadData() throws {
        for (yaml, words) in [
            ("width: page\nthema: dark", ["'thema'", "did you mean 'theme'?", "line 2"]),
            ("theme: \"\\e[2Jdusk\"", ["'theme'", "light, dark"]),
            ("layers: {best: 1}", ["'layers.best'", "true or false"]),
        ] {
            let error = try #require(throws: FigureStyleError.self) { try FigureStyle(yaml: Array(yaml.utf8)) }
            let report = try #require(ErrorReport(of: error))
            #expect(report.code == 65 && words.allSatisfy(report.message.contains), "\(report.message)")
            #expect(!report.message.unicodeScalars.contains("\u{1B}"))
        }
    }

    /// Warnings are heard by the thread that asks, and by the one who asked last.
    @Test func eachThreadHearsItsOwnWarnings() async {
        let heard = Mutex<[String]>([])
        let note: @Sendable (String) -> @Sendable (String) -> Void = { who in
            { word in heard.withLock { $0.append(who + word) } }
        }
        await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    Console.hearing(note("\(number)")) {
                        Console.warn("a")
                        Console.hearing(note("inner \(number)")) { Console.warn("b") }
                        Console.warn("c")
                    }
                }
            }
        }
        let expected = (0..<8).flatMap { ["\($0)a", "inner \($0)b", "\($0)c"] }
        #expect(heard.withLock { $0.sorted() } == expected.sorted())
    }

    @Test func theArgumentParsersOwnEndsAreLeftToIt() {
        let ends: [any Error] = [ExitCode(1), ExitCode.success, ValidationError("x"), CleanExit.message("x")]
        for end in ends { #expect(ErrorReport(unforeseen: end) == nil, "\(end)") }
    }
}
