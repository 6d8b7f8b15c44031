import ConstraintKit
import Physics
import Synchronization
import Testing
import Transport

@testable import IceCubeFit

/// The search over four parameters, against brute force with the plain interface.
@Suite struct GlobalSearchTests {
    private static let space = try? FitSpace(
        masses: 3...12, couplings: 5e-5...2e-3, amplitudes: 0.5...2.1, indices: 2.2...2.9,
        counts: .init(mass: 7, coupling: 6, amplitude: 9, gamma: 8))

    private func fit() throws -> IceCubeFit {
        try IceCubeFit(dataSets: BundledSpectra.ofThePaper(), solver: NarrowLineSolver(TransportSetting()))
    }

    private func search(_ restriction: CouplingRestriction = .none) throws -> GlobalSearch {
        try GlobalSearch(fit(), space: #require(Self.space), crossSection: .paper, restriction: restriction)
    }

    /// Whether it is stopped while the grid is surveyed or while profiles are sought.
    @Test func whoeverWantsItToStopIsHeard() throws {
        #expect(throws: FitError.stopped) { try search().run(shouldStop: { true }) }
        let isSurveyed = Atomic(false)
        #expect(throws: FitError.stopped) {
            try search().run(
                profiles: [.mass], progress: { if $0 >= 0.6 { isSurveyed.store(true, ordering: .relaxed) } },
                shouldStop: { isSurveyed.load(ordering: .relaxed) })
        }
    }

    @Test func theSurveyIsThatOfBruteForce() throws {
        let (fit, space) = (try fit(), try #require(Self.space))
        let survey = try search().run().survey
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        var best: [FitPair: [Double]] = [:]
        func lower(_ one: FitParameter, _ first: Int, _ other: FitParameter, _ second: Int, _ chi2: Double) throws {
            let pair = try #require(FitPair(one, other))
            let index = first * space.count(of: other) + second
            let size = space.count(of: one) * space.count(of: other)
            best[pair, default: .init(repeating: .infinity, count: size)][index] = min(
                best[pair]?[index] ?? .infinity, chi2)
        }
        for (k, gamma) in space.values(of: .gamma).enumerated() {
            let prepared = try fit.prepared(index: gamma)
            for (i, mass) in masses.enumerated() {
                for (j, coupling) in couplings.enumerated() {
                    let some = try mediator(mass, coupling)
                    try lower(.mass, i, .gamma, k, prepared.profile(some).chi2)
                    try lower(.coupling, j, .gamma, k, prepared.profile(some).chi2)
                    for (l, amplitude) in space.values(of: .amplitude).enumerated() {
                        let chi2 = try prepared.chi2(some, amplitude: amplitude)
                        try lower(.mass, i, .amplitude, l, chi2)
                        try lower(.coupling, j, .amplitude, l, chi2)
                        try lower(.amplitude, l, .gamma, k, chi2)
                    }
                }
            }
        }
        #expect(survey.evaluations == 7 * 6 * 9 * 8)
        #expect(best.count == 5)
        for (pair, expected) in best {
            for (value, other) in zip(survey.profile(pair), expected) {
                // Between the nodes in γ χ² is interpolated to 2e-5 at worst on these points.
                #expect(abs(value - other) < 1e-4, "\(pair)")
            }
        }
    }

    @Test func thePlaneOfMassAndCouplingIsProfiled() throws {
        let (fit, space) = (try fit(), try #require(Self.space))
        let survey = try search().run().survey
        let plane = survey.profile(try #require(FitPair(.mass, .coupling)))
        for (i, mass) in space.values(of: .mass).enumerated() {
            for (j, coupling) in space.values(of: .coupling).enumerated() {
                let expected = try fit.profile(mediator(mass, coupling))
                guard space.indices.contains(expected.gamma), space.amplitudes.contains(expected.amplitude) else {
                    continue
                }
                // As above; γ is known to 1e-5 and χ² curves by less than a hundred there.
                #expect(abs(plane[i * 6 + j] - expected.chi2) < 1e-4)
                #expect(abs(survey.gamma[i * 6 + j] - expected.gamma) < 1e-3)
            }
        }
    }

    @Test func profilesOfOneAreTheLeastOfAnyPair() throws {
        let survey = try search().run().survey
        for parameter in FitParameter.allCases {
            let profile = survey.profile(parameter)
            for other in FitParameter.allCases {
                guard let pair = FitPair(parameter, other) else { continue }
                #expect(profile.reduce(.infinity, min) >= survey.profile(pair).reduce(.infinity, min) - 0.5)
                #expect(profile.count == survey.space.count(of: parameter))
            }
        }
    }

    @Test func theOptimiserIsBelowTheGridAndItsNeighbourhood() throws {
        let fit = try fit()
        let found = try search().run()
        let plane = found.survey.profile(try #require(FitPair(.mass, .coupling)))
        #expect(found.best.chi2 < plane.reduce(.infinity, min))
        #expect(!found.isAtRestriction)
        let best = found.best
        // It is what the plain interface says there: to the error of the interpolation in γ, squared.
        let there = try fit.profile(mediator(best.mass.inMeV, best.coupling.value))
        #expect(abs(there.chi2 - best.chi2) < 1e-6)
        for (dm, dg) in [(0.003, 0.0), (-0.003, 0), (0, 0.01), (0, -0.01), (0.002, -0.006), (-0.002, 0.006)] {
            let coupling = min(best.coupling.value * (1 + dg), found.space.couplings.upperBound)
            let near = try fit.profile(mediator(best.mass.inMeV * (1 + dm), coupling))
            // The optimiser stops where its corners agree to 1e-5.
            #expect(near.chi2 > best.chi2 - 2e-5)
        }
    }

    @Test func profilesTouchTheBestFitAndAreNoHigherThanTheGrid() throws {
        let found = try search().run(profiles: FitParameter.allCases)
        for parameter in FitParameter.allCases {
            let profile = try #require(found.profiles[parameter], "\(parameter)")
            let grid = found.survey.profile(parameter)
            #expect(profile.count == grid.count)
            for (point, value) in zip(profile, grid) {
                #expect(point.chi2 <= value + 1e-4 && point.chi2 >= found.best.chi2 - 1e-4)
            }
            let values = found.space.values(of: parameter)
            // Masses go through a logarithm and back.
            for (point, value) in zip(profile, values) { #expect(abs(point.value(of: parameter) / value - 1) < 1e-12) }
        }
    }

    @Test func aRestrictionIsKeptAndReached() throws {
        let limit = 1.7e-4
        let found = try search(.init { _ in .init(.below(limit)) }).run(profiles: [.mass, .coupling, .amplitude])
        // Without it the best coupling is above.
        #expect(try search().run().best.coupling.value > limit)
        #expect(found.isAtRestriction && abs(found.best.coupling.value / limit - 1) < 1e-6)
        let plane = found.survey.profile(try #require(FitPair(.mass, .coupling)))
        for (j, coupling) in found.space.values(of: .coupling).enumerated() where coupling > limit {
            #expect((0..<7).allSatisfy { plane[$0 * 6 + j] == .infinity })
        }
        for point in found.profiles.values.flatMap(\.self) { #expect(point.coupling.value <= limit * (1 + 1e-12)) }
        // The edge between two couplings of the grid counts in the planes without the coupling.
        let amplitudes = found.survey.profile(try #require(FitPair(.mass, .amplitude)))
        #expect(amplitudes.reduce(.infinity, min) < plane.reduce(.infinity, min) + 0.2)
    }

    @Test func aRestrictionThatLeavesNothingIsAnError() throws {
        #expect(throws: FitError.nothingAllowed) { try search(.init { _ in .init() }).run() }
    }

    @Test func theFreeFitIsThatWithoutAMediator() throws {
        let fit = try fit()
        let found = try search().run()
        #expect(abs(found.withoutMediator.chi2 - (try fit.profile(nil).chi2)) < 1e-6)
    }

    @Test func flatDataHaveAnEdge() throws {
        let fit = try IceCubeFit(dataSets: [smallDataSet()], solver: NarrowLineSolver(TransportSetting()))
        let space = try FitSpace(
            masses: 1e4...2e4, couplings: 1e-6...1e-5, amplitudes: 0.1...0.2, indices: 2.2...2.5,
            counts: .init(mass: 3, coupling: 3, amplitude: 3, gamma: 3))
        let found = try GlobalSearch(fit, space: space, crossSection: .paper).run()
        // Fluxes of 3e-8 ask for an amplitude of 3.
        #expect(found.atEdge.contains(.amplitude))
        #expect(found.best.chi2.isFinite)
    }
}
