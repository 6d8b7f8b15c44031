import IceCubeFit
import Testing

@testable import Assessment
@testable import Reproduction

/// The reproduction of the paper, against the numbers of an independent calculation.
@Suite struct ReproductionTests {
    /// Computed once: it takes seconds.
    private static let found = Result {
        try Reproduction(catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
    }

    @Test func pointsHaveTheirKnownChiSquares() throws {
        let spectrum = try Self.found.get().spectrum
        // Known to three decimals, and two calculations of spectra agree to 1e-5.
        for (value, expected) in [
            (spectrum.standardModel, 27.276), (spectrum.p1.chi2, 18.460), (spectrum.p2.chi2, 18.717),
            (spectrum.projected.chi2, 21.769), (spectrum.p1.chi2AtUnitarity, 19.479),
            (spectrum.p2.chi2AtUnitarity, 19.380), (spectrum.projected.chi2AtUnitarity, 24.830),
            (spectrum.freeFit.chi2, 23.513), (spectrum.standardModelByTreatment[0].chi2, 26.997),
            (spectrum.standardModelByTreatment[1].chi2, 35.499),
        ] { #expect(abs(value - expected) < 2e-3) }
        #expect(spectrum.pointCount == 16 && spectrum.degreesOfFreedom == 14)
        #expect(abs(spectrum.normalisationOverUnitarity - 4) < 1e-12)
    }

    @Test func chargesWithoutConjugateAreThePrintedOnes() throws {
        let charges = try Self.found.get().spectrum.charges
        // Known to two or three digits.
        #expect(abs(charges.normal.conjugated - 0.0012) < 5e-5 && abs(charges.normal.printed - 0.0025) < 5e-5)
        #expect(abs(charges.inverted.conjugated - 0.00003) < 5e-6 && abs(charges.inverted.printed - 0.0175) < 1e-4)
    }

    @Test func boundsStandWhereTheyShould() throws {
        let limits = try Self.found.get().limits
        // Known to two digits.
        #expect(abs(try #require(limits.bandExcluded.oneSigma).lowerBound - 26) < 0.5)
        #expect(abs(try #require(limits.bandExcluded.twoSigma).lowerBound - 68) < 0.5)
        #expect(abs(try #require(limits.na64AtP1) - 5e-4) < 1e-9)
        #expect(abs(try #require(limits.latticeAtP1) - 4.80e-4) < 5e-7)
        // 5e-4 √(1.98e10/1e11) and the same for 1e12.
        #expect(abs(try #require(limits.byCounting).at11 - 2.22e-4) < 5e-7)
        #expect(abs(try #require(limits.byCounting).at12 - 7.04e-5) < 5e-8)
        #expect(try #require(limits.bandOverProjection) > 1)
        #expect(limits.drawnMassEdge == 5)
        #expect(abs(try #require(limits.thermalMassEdge) - 10.4) < 0.05)
    }

    /// The file that names the paper's bounds names documents.
    @Test func publishedBoundsAreAtHand() throws {
        let published = try PublishedBounds.ofProgram()
        let named = [
            published.limit, published.projection11, published.projection12, published.whitePaper, published.lattice,
            published.drawnMassEdge, published.thermalMassEdge,
        ]
        for stem in named + published.notInFigure2 { #expect(ProgramsOwn.catalogue.stems.contains(stem), "\(stem)") }
        let scenario = try Self.found.get().scenario
        #expect(!published.notInFigure2.isEmpty && Set(scenario.stems).isDisjoint(with: published.notInFigure2))
    }

    @Test func anomaliesAreThoseOfThePaper() throws {
        let anomalies = try Self.found.get().anomalies
        #expect(abs(anomalies.whitePaper - 25.1 / 5.9) < 1e-12 && abs(anomalies.lattice - 10.7 / 7.0) < 1e-12)
    }

    @Test func tighterBoundsFitWorse() throws {
        let found = try Self.found.get()
        let (free, below, projected) = (
            found.unrestricted.global.best.chi2, found.belowNA64.global.best.chi2,
            found.belowProjection.global.best.chi2
        )
        #expect(free < below && below < projected && projected < found.spectrum.freeFit.chi2)
        // The paper's points are points of the plane.
        #expect(below < found.spectrum.p1.chi2 && found.spectrum.p1.chi2 < found.spectrum.p2.chi2)
        #expect(projected < found.spectrum.projected.chi2)
    }

    @Test func sharesOfTheRegionAreNested() throws {
        let shares = try Self.found.get().shares
        #expect(shares.helps > shares.allowed && shares.allowed >= shares.allowedWithLattice)
        #expect(shares.allowed > shares.beyond11 && shares.beyond11 >= shares.beyond12)
        let best = try #require(shares.best)
        #expect(best.ratio < 1 && (5...7).contains(best.mass))
        if let beyond = shares.bestBeyond11 { #expect(beyond.ratio > best.ratio && beyond.coupling < 1.4e-4) }
    }

    /// Limits at 6.5 MeV as the pages of the bounds have them, to three digits; nil where nothing is excluded.
    @Test func correctionsMoveWhatTheyAreSaidTo() throws {
        let expected: [(before: Double?, after: Double, excludesP1: Bool)] = [
            (5.23e-4, 4.66e-3, false), (3.9e-2, 0.687, false), (5e-4, 5e-4, false), (nil, 3.93e-4, true),
            (nil, 0, true), (nil, 3.09e-4, true), (nil, 2.44e-4, true), (nil, 8.33e-4, false), (nil, 9.31e-4, false),
        ]
        let found = try Self.found.get().corrections
        try #require(found.count == expected.count)
        for (found, expected) in zip(found, expected) {
            #expect(found.excludesP1 == expected.excludesP1, "\(found)")
            #expect(found.before == nil || expected.before != nil, "\(found)")
            if let before = expected.before { #expect(abs(try #require(found.before) / before - 1) < 6e-3, "\(found)") }
            let after = try #require(found.after)
            // Where N_eff begins to exclude is its own test's matter.
            #expect(expected.after == 0 ? after < 1e-8 : abs(after / expected.after - 1) < 2e-3, "\(found)")
        }
    }

    @Test func itDrawsWhatThePaperDraws() throws {
        let stems = Set(try Self.found.get().map.bounds.map(\.bound.card.stem))
        #expect(
            stems == [
                "na64mu-2024", "kaon-neutrino-only-pang1973", "z-decay-three-flavours", "na64mu-1e11-mot",
                "na64mu-1e12-mot", "g-2-wp20", "g-2-bmw21",
            ])
    }

    @Test func fluxesArePositiveAndFallAtTheLines() throws {
        let found = try Self.found.get()
        #expect(found.fluxes.count == 6)
        #expect(found.fluxes.flatMap(\.fluxes).allSatisfy { $0 > 0 && $0.isFinite })
    }
}
