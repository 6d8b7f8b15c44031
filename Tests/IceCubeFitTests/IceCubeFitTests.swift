import Testing

@testable import IceCubeFit

/// The fit apart from the transport: its identities and what it refuses.
@Suite struct IceCubeFitTests {
    private func fit(_ solver: DimmingSolver? = nil, _ treatment: Treatment = Treatment()) throws -> IceCubeFit {
        try IceCubeFit(dataSets: [smallDataSet()], solver: solver ?? DimmingSolver(), treatment: treatment)
    }

    @Test func aMediatorThatDoesNothingChangesNothing() throws {
        let fit = try fit()
        let free = try fit.chi2(nil, amplitude: 1.4, gamma: 2.6)
        // |U|² sums to 1 to rounding.
        #expect(abs(try fit.chi2(mediator(6.5, 5e-4), amplitude: 1.4, gamma: 2.6) / free - 1) < 1e-13)
        #expect(fit.standardModelChi2 == free)
    }

    @Test func halfTheFluxIsHalfTheAmplitude() throws {
        let whole = try fit(DimmingSolver())
        let half = try fit(DimmingSolver(remaining: SIMD3(repeating: 0.5)))
        let some = try mediator(6.5, 5e-4)
        // The same products in another order: to rounding.
        #expect(
            abs(
                try half.chi2(some, amplitude: 2, gamma: 2.3) / whole.chi2(some, amplitude: 1, gamma: 2.3) - 1)
                < 1e-12)
        let best = try (whole.profile(some, gamma: 2.3), half.profile(some, gamma: 2.3))
        #expect(abs(best.1.amplitude / best.0.amplitude - 2) < 1e-12)
        #expect(abs(best.1.chi2 / best.0.chi2 - 1) < 1e-12)
    }

    @Test func statesReachTheChannelThroughTheMixing() throws {
        let remaining = SIMD3(1, 0.5, 0.2)
        let setting = try DimmingSolver().setting
        for channel in Channel.allCases {
            let fit = try IceCubeFit(
                dataSets: [smallDataSet(channel: channel)], solver: DimmingSolver(remaining: remaining))
            let some = try mediator(6.5, 5e-4)
            let dimmed = try fit.segments(some, amplitude: 1, gamma: 2.5)[0].predicted
            let free = try fit.segments(nil, amplitude: 1, gamma: 2.5)[0].predicted
            // The same sums in another order: to rounding.
            #expect(abs(dimmed / free - channel.flux(of: setting.flavours(of: remaining))) < 1e-13)
        }
    }

    @Test func theReportAddsUpToChi2() throws {
        let fit = try fit()
        let report = try fit.segments(nil, amplitude: 1.4, gamma: 2.6)
        #expect(report.count == fit.pointCount && fit.pointCount == 3)
        #expect(report.allSatisfy { $0.dataSet == "small" && $0.channel == .tracks })
        // The same sum in the same order.
        #expect(report.reduce(0) { $0 + $1.contribution } == fit.standardModelChi2)
        for line in report {
            // E²Φ is what the integral divided out: to rounding.
            #expect(abs(line.predictedFlux * line.segment.integral / line.predicted - 1) < 1e-14)
        }
    }

    @Test func profilesAreBelowAnyScan() throws {
        for limits in UpperLimitTreatment.allCases {
            for errors in ErrorTreatment.allCases {
                let fit = try fit(nil, Treatment(upperLimits: limits, errors: errors))
                let best = try fit.profile(nil)
                #expect(best.profiled == [.amplitude, .index])
                // With limits as measurements of nothing, three points want a steeper spectrum than the range has.
                #expect(best.isIndexAtEdge == (limits == .zeroCentred && best.gamma == 3.5))
                #expect(best.chi2 == (try fit.chi2(nil, amplitude: best.amplitude, gamma: best.gamma)))
                for step in 0...170 {
                    let gamma = 1.8 + 0.01 * Double(step)
                    let atIndex = try fit.profile(nil, gamma: gamma)
                    // γ is known to 1e-4, χ² curves by less than a hundred there: 1e-6 of slack.
                    #expect(atIndex.chi2 >= best.chi2 - 1e-6)
                    #expect(atIndex.profiled == .amplitude && atIndex.gamma == gamma)
                    let prepared = try fit.prepared(index: gamma)
                    for tenth in 0...30 {
                        #expect(
                            try prepared.chi2(nil, amplitude: 0.1 * Double(tenth)) >= atIndex.chi2 * (1 - 1e-14))
                    }
                }
            }
        }
    }

    @Test func keepsWhatIsGiven() throws {
        let fit = try fit()
        let both = try fit.profile(nil, amplitude: 1.5, gamma: 2.5)
        #expect(both.profiled.isEmpty && both.amplitude == 1.5 && both.gamma == 2.5)
        #expect(both.chi2 == (try fit.chi2(nil, amplitude: 1.5, gamma: 2.5)))
        let index = try fit.profile(nil, amplitude: 1.5)
        #expect(index.profiled == .index && index.amplitude == 1.5 && index.chi2 <= both.chi2)
    }

    @Test func saysWhereTheIndexWantsOut() throws {
        var precision = FitPrecision()
        precision.indexRange = 2.8...3.5
        let fit = try IceCubeFit(dataSets: [smallDataSet()], solver: DimmingSolver(), precision: precision)
        let best = try fit.profile(nil)
        #expect(best.isIndexAtEdge && best.gamma == 2.8)
    }

    @Test func ratioNeedsDegreesOfFreedom() throws {
        #expect(try fit().ratio(chi2: 1) == nil)
        let two = try IceCubeFit(dataSets: [smallDataSet(), smallDataSet(stem: "more")], solver: DimmingSolver())
        // Six points: two degrees of freedom with a Z′, four without.
        #expect(two.degreesOfFreedom == 2 && two.standardModelDegreesOfFreedom == 4)
        #expect(abs(try #require(two.ratio(chi2: two.standardModelChi2)) - 2) < 1e-14)
    }

    // The errors carry NaN, which equals nothing: the case is what counts.

    @Test(arguments: [-1, .nan, .infinity]) func refusesAnAmplitude(_ amplitude: Double) throws {
        let fit = try fit()
        let errors = [
            #expect(throws: FitError.self) { try fit.chi2(nil, amplitude: amplitude, gamma: 2.5) },
            #expect(throws: FitError.self) { try fit.segments(nil, amplitude: amplitude, gamma: 2.5) },
            #expect(throws: FitError.self) { try fit.profile(nil, amplitude: amplitude) },
        ]
        for error in errors {
            guard case .unusableAmplitude? = error else { return noteWrong(error) }
        }
    }

    @Test(arguments: [-1, 11, .nan, .infinity]) func refusesAnIndex(_ gamma: Double) throws {
        let fit = try fit()
        let error = #expect(throws: FitError.self) { try fit.chi2(nil, amplitude: 1, gamma: gamma) }
        guard case .unusableIndex? = error else { return noteWrong(error) }
    }

    @Test func refusesNoDataAndDataTwice() throws {
        let solver = try DimmingSolver()
        let dataSet = try smallDataSet()
        #expect(throws: FitError.noDataSets) { try IceCubeFit(dataSets: [], solver: solver) }
        #expect(throws: FitError.duplicateDataSet(stem: "small")) {
            try IceCubeFit(dataSets: [dataSet, dataSet], solver: solver)
        }
        var precision = FitPrecision()
        precision.indexRange = 2...20
        #expect(throws: FitError.unusableIndexRange(lower: 2, upper: 20)) {
            try IceCubeFit(dataSets: [dataSet], solver: solver, precision: precision)
        }
    }

    @Test(arguments: [-1, .nan, .infinity]) func aFluxThatIsNoneIsNotFitted(_ remaining: Double) throws {
        let fit = try fit(DimmingSolver(remaining: SIMD3(repeating: remaining)))
        let some = try mediator(6.5, 5e-4)
        let error = #expect(throws: FitError.self) { try fit.chi2(some, amplitude: 1, gamma: 2.5) }
        guard case .unusablePrediction? = error else { return noteWrong(error) }
    }
}
