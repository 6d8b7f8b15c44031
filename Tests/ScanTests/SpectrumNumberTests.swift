import Scenarios
import Testing

@testable import Scan

@Suite("Numbers of a spectrum in a plan")
struct SpectrumNumberTests {
    private static let ranges = """
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}

        """
    private static let broken = "choices: {sources.spectrum: 'broken:gamma,gamma+0.8,3e4..3e6GeV'}\n"

    private func checked(_ parameter: String, choices: String = Self.broken) throws {
        let text = "scenario: paper\nmethod: random\npoints: 4\n" + choices + Self.ranges + parameter
        let plan = try ScanPlan(yaml: Array(text.utf8))
        var scenario = try Scenario.shipped("paper")
        try plan.makeChoices(in: &scenario)
        try plan.refuseForeignNumbers(in: scenario)
    }

    @Test
    func numbersOfASpectrumAreParametersWhereItHasSuchRanges() throws {
        try checked("  sources.spectrum.break_GeV: {from: 4e4, to: 3e6, scale: log}\n")
        try checked("  sources.spectrum.break_GeV: {mean: 1e5, sigma: 1e5}\n")
        for (parameter, choices) in [
            ("  sources.spectrum.break_GeV: {from: 1e4, to: 3e6, scale: log}\n", Self.broken),
            ("  sources.spectrum.step: {from: 0.4, to: 1}\n", Self.broken),
            ("  sources.spectrum.break_GeV: {from: 4e4, to: 3e6, scale: log}\n", ""),
            ("  sources.spectrum.brake_GeV: {from: 4e4, to: 3e6, scale: log}\n", Self.broken),
        ] {
            #expect(throws: ScanPlanError.self) { try checked(parameter, choices: choices) }
        }
    }

    @Test
    func aScenarioVariesInNumbersOfItsSpectrum() throws {
        var scenario = try Scenario.shipped("paper")
        scenario.sources.spectrum = try Chosen(spectrum: "broken:gamma,gamma+0.2..1,3e4..3e6GeV")
        let edge = ScanParameter(
            name: "sources.spectrum.break_GeV", distribution: .logarithmic(from: 3e4, to: 3e6), count: nil)
        let variation = try ScenarioVariation(scenario, [edge])
        let own = try variation.scenario([3e5])
        // The step stays open.
        #expect(SpectrumNumbers(own).names == ["step"])
        #expect(throws: ChoiceError.self) { try variation.scenario([1e9]) }
    }
}
