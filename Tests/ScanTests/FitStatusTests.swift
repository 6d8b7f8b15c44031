import IceCubeFit
import Scenarios
import Testing
import Transport

@testable import Scan

/// Why a row of a scan has no χ².
@Suite struct FitStatusTests {
    @Test(arguments: [
        (FitError.unusableAmplitude(-1), FitStatus.noScenario), (.unusableIndex(11), .noScenario),
        (.transport(.indexOutOfRange(0.5, lower: 1, upper: 6)), .noTransport),
        (.unusablePrediction(.nan, stem: "a", lowerEdge: 1), .noFit),
    ])
    func isOfWhatIsWrong(error: FitError, status: FitStatus) { #expect(FitStatus(error) == status) }

    @Test func aChoiceThatCantBeMadeIsNoScenario() {
        #expect(FitStatus(ChoiceError.noIndex(spectrum: "broken:2,3,1e5GeV")) == .noScenario)
    }
}
