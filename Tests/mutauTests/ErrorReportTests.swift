import ArgumentParser
import Testing

@testable import Asking
@testable import mutau

@Suite struct ErrorReportTests {
    private struct Unforeseen: Error {}

    @Test func whatNobodyForesawIsAFaultOfTheProgram() throws {
        #expect(ErrorReport(of: Unforeseen()) == nil)
        #expect(try #require(ErrorReport(unforeseen: Unforeseen())).code == 70)
    }

    @Test func theArgumentParsersOwnEndsAreLeftToIt() {
        let ends: [any Error] = [ExitCode(1), ExitCode.success, ValidationError("x"), CleanExit.message("x")]
        for end in ends { #expect(ErrorReport(unforeseen: end) == nil, "\(end)") }
    }
}
