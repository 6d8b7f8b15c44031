import ConstraintKit
import Testing

@testable import Physics

/// Limits at another confidence level.
@Suite struct LevelConversionTests {
    /// √(ln 20/ln 10) and (ln 20/ln 10)^¼; √(1.644854/1.281552), with quantiles of printed tables.
    @Test func knownFactors() throws {
        let counted = try #require(LevelConversion(.counting, power: 2, from: 0.9, to: 0.95))
        #expect(abs(counted.factor - 1.140627) < 1e-6 && counted.rule == "N_CL")
        let quartic = try #require(LevelConversion(.counting, power: 4, from: 0.9, to: 0.95))
        #expect(abs(quartic.factor - 1.140627.squareRoot()) < 1e-6)
        let normal = try #require(LevelConversion(.gaussian, power: 2, from: 0.9, to: 0.95))
        #expect(abs(normal.factor - (1.644854 / 1.281552).squareRoot()) < 1e-6)
    }

    @Test func thereAndBackIsWhereItBegan() throws {
        for statistic in [StatisticKind.counting, .gaussian] {
            let there = try #require(LevelConversion(statistic, power: 2, from: 0.9, to: 0.977))
            let back = try #require(LevelConversion(statistic, power: 2, from: 0.977, to: 0.9))
            #expect(abs(there.factor * back.factor - 1) < 1e-12)
            let same = try #require(LevelConversion(statistic, power: 2, from: 0.9, to: 0.9))
            #expect(same.factor == 1)
        }
    }

    @Test func whatOneLevelDoesNotTellIsNotConverted() {
        for statistic in [StatisticKind.likelihood, .cls, .bayesian] {
            #expect(LevelConversion(statistic, power: 2, from: 0.9, to: 0.95) == nil)
        }
        #expect(LevelConversion(.gaussian, power: 2, from: 0.5, to: 0.9) == nil)
        #expect(LevelConversion(.counting, power: 0, from: 0.9, to: 0.95) == nil)
        #expect(LevelConversion(.counting, power: 2, from: 0.9, to: 1) == nil)
    }
}
