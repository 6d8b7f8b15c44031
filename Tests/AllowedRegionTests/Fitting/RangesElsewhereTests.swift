import ConstraintKit
import IceCubeFit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

@Suite("Ranges in spectra of likelihood products, forecasts and the spectrum compared beside")
struct RangesElsewhereTests {
    @Test("A product of likelihoods takes ranges")
    func product() throws {
        let value = try Self.analysis("broken:gamma,gamma+0.8,1e5..4e5GeV").logLikelihood(
            mass: Mass(inMeV: 6.5), coupling: Coupling(4.5e-4), amplitude: 2, gamma: 2.2, bounds: .nothing)
        let least = try SpectrumRangeTests.answer("broken:gamma,gamma+0.8,1e5..4e5GeV").chi2
        // A and γ are given, and not the best: χ² is more, by no more than some tens.
        #expect(value < -least / 2 + 1e-9 && value > -least / 2 - 50)
    }

    private static func analysis(
        _ spectrum: String, _ change: (inout Scenario) throws -> Void = { _ in }
    ) throws -> Analysis {
        var scenario = try Scenario.shipped("consistent")
        (scenario.sources.spectrum, scenario.solver) = (try Chosen<SpectrumFamily>(spectrum: spectrum), .narrowLine)
        try change(&scenario)
        return try Analysis(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
    }

    /// The model is found with the numbers of its spectrum: those that fit today's data best with it.
    @Test("A forecast finds what it takes for true", arguments: [true, false])
    func forecast(hasMediator: Bool) throws {
        let spectrum = "broken:gamma,gamma+0.8,6e4..2.5e5GeV"
        let space = try FitSpace(
            masses: 4...9, couplings: 1e-4...1e-3, amplitudes: 0.1...5,
            counts: .init(mass: 12, coupling: 8, amplitude: 12, gamma: 8))
        let (mass, coupling) = (try Mass(inMeV: 6.5), try Coupling(5e-4))
        let model: FitRequest.Forecast.Model =
            hasMediator ? .point(mass, coupling, amplitude: 2, gamma: 2.2) : .withoutMediator
        let answer = try Self.analysis(spectrum).fit(
            FitRequest(space: space, profiles: [], planes: [], forecast: .init(exposure: 8, model: model)))
        let found = hasMediator ? answer.spectrumValues : answer.freeSpectrumValues
        let (injected, value) = (try #require(answer.injectedSpectrumValues.first), try #require(found.first))
        #expect(injected.name == "break_GeV" && !injected.isAtEnd)
        // χ² there is zero but for the fast solver's difference from the one that made the data, 1e-3 of a segment at the break, and
        // errors are a third of today's: below 1e-2. The break is known to 1e-3 of its range, and χ² is flat there.
        let least = hasMediator ? answer.global.best.chi2 : answer.global.withoutMediator.chi2
        #expect(least < 1e-2)
        #expect(abs(value.value / injected.value - 1) < 0.05)
        if hasMediator {
            let chosen = "broken:gamma,gamma+0.8,\(injected.value)GeV"
            let today = try SpectrumRangeTests.comparison(chosen).fit(
                mass: mass, coupling: coupling, amplitude: 2, gamma: 2.2)
            guard case .mediator(let point)? = answer.injected else {
                Issue.record("the model has a Z′")
                return
            }
            // One place of the range, by the same solver.
            #expect(abs(point.chi2 - today.chi2) < 1e-9)
        }
    }

    @Test("The spectrum beside the scenario's has ranges as that has them")
    func other() throws {
        var scenario = try PointBatchTests.boundSet("consistent").scenario
        (scenario.solver, scenario.sources.otherSpectrum) = (
            .narrowLine, try Chosen(otherSpectrum: SpectrumRangeTests.ranged)
        )
        let beside = try IceCubeComparison(scenario).otherAnswer(
            mass: Mass(inMeV: 6.5), coupling: Coupling(4.5e-4))
        let (other, own) = (try #require(beside), try SpectrumRangeTests.answer(SpectrumRangeTests.ranged))
        #expect(other.chi2 == own.chi2 && other.deltaChi2 == own.deltaChi2 && other.amplitude == own.amplitude)
        #expect(other.gamma == own.gamma && other.spectrumValues == own.spectrumValues)
        #expect(own.spectrumValues.map(\.name) == ["break_GeV"])
    }
}
