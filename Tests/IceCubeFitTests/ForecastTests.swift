import Testing

@testable import IceCubeFit

@Suite struct ForecastTests {
    private func fit() throws -> IceCubeFit {
        try IceCubeFit(dataSets: BundledSpectra.ofThePaper(), solver: DimmingSolver(remaining: [0.9, 0.8, 0.7]))
    }

    @Test(arguments: [1.0, 8, 100]) func theModelItselfFitsPerfectly(_ exposure: Double) throws {
        let some = try mediator(6.5, 5e-4)
        let forecast = try fit().forecast(some, amplitude: 1.5, gamma: 2.5, exposure: exposure)
        // Fluxes go through E²Φ and back: deviations of rounding over errors of at least 1 % of the flux.
        #expect(try forecast.chi2(some, amplitude: 1.5, gamma: 2.5) < 1e-20)
        #expect(forecast.pointCount == 16)
        #expect(forecast.dataSets.flatMap(\.segments).allSatisfy { !$0.isLimit })
    }

    @Test func chiSquareGrowsWithTheExposure() throws {
        let fit = try fit()
        let some = try mediator(6.5, 5e-4)
        let today = try fit.forecast(some, amplitude: 1.5, gamma: 2.5, exposure: 1)
        let later = try fit.forecast(some, amplitude: 1.5, gamma: 2.5, exposure: 8)
        // Errors over √8, so χ² of any other model times 8: to rounding.
        #expect(abs(later.standardModelChi2 / today.standardModelChi2 - 8) < 1e-12)
    }

    @Test func errorsAreThoseOfTodayOverTheRoot() throws {
        let fit = try IceCubeFit(dataSets: [smallDataSet()], solver: DimmingSolver())
        let later = try fit.forecast(nil, amplitude: 1, gamma: 2, exposure: 4).dataSets[0].segments
        // Φ = E^−2: E²Φ = 1e-18 · (1e5)² = 1e-8 in every segment. Errors of 1, 2; 0.4; 0.2, 0.5 e-8, halved.
        let errors = [(0.5e-8, 1e-8), (0.2e-8, 0.2e-8), (0.1e-8, 0.25e-8)]
        for (segment, expected) in zip(later, errors) {
            guard case .flux(let flux, let minus, let plus) = segment.measurement else {
                Issue.record("a limit is left")
                continue
            }
            // To rounding.
            #expect(abs(flux - 1e-8) < 1e-21 && abs(minus - expected.0) < 1e-22 && abs(plus - expected.1) < 1e-22)
        }
    }

    @Test(arguments: [0, -8, .infinity, 1e-9, 1e30]) func refusesAnAbsurdExposure(_ exposure: Double) throws {
        #expect(throws: FitError.unusableExposure(exposure)) {
            try fit().forecast(nil, amplitude: 1, gamma: 2, exposure: exposure)
        }
    }

    @Test func refusesAModelNoSegmentCanHold() throws {
        let error = #expect(throws: FitError.self) {
            try fit().forecast(nil, amplitude: 1e12, gamma: 2, exposure: 8)
        }
        guard case .unusableForecast? = error else { return noteWrong(error) }
    }
}

extension Segment {
    fileprivate var isLimit: Bool {
        if case .upperLimit = measurement { return true }
        return false
    }
}
