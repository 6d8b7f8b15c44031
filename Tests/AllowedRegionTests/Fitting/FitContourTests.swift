import ConstraintKit
import IceCubeFit
import NumericalMethods
import Physics
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// Contours of a real, small survey.
@Suite struct FitContourTests {
    private static var scenario: Scenario {
        get throws {
            var scenario = try Scenario.shipped("paper")
            // The tracing of contours is tested, not the transport.
            scenario.solver = .narrowLine
            return scenario
        }
    }

    private static func fitted(_ below: [String] = [], levels: [Double] = [0.9, 0.95]) throws -> FitAnswer {
        let analysis = try Analysis(
            scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let space = try FitSpace(
            masses: 3...12, couplings: 5e-5...2e-3,
            counts: .init(mass: 25, coupling: 25, amplitude: 60, gamma: 40))
        return try analysis.fit(
            FitRequest(space: space, below: below, profiles: [], planes: FitPair.all, confidenceLevels: levels))
    }

    @Test func levelsNestAndPlanesAgree() throws {
        let answer = try Self.fitted()
        #expect(answer.contours.count == 12)
        for pair in FitPair.all {
            let extents = answer.contours.filter { $0.pair == pair }.compactMap(\.extents)
            #expect(extents.count == 2)
            guard extents.count == 2 else { continue }
            #expect(extents[1].first.lowerBound <= extents[0].first.lowerBound)
            #expect(extents[1].first.upperBound >= extents[0].first.upperBound)
            #expect(extents[1].second.lowerBound <= extents[0].second.lowerBound)
            #expect(extents[1].second.upperBound >= extents[0].second.upperBound)
        }
    }

    /// On the outline the profile must have Δχ² at the threshold.
    @Test func theOutlineStandsAtTheThreshold() throws {
        let answer = try Self.fitted()
        let analysis = try Analysis(
            Self.scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let contour = try #require(
            answer.contours.first { $0.pair == FitPair(.mass, .coupling) && $0.confidenceLevel == 0.9 })
        let threshold = try #require(chi2Threshold(confidenceLevel: 0.9))
        #expect(contour.threshold == threshold)
        for vertex in contour.lines.flatMap(\.self) {
            let mediator = analysis.iceCube.mediator(mass: try Mass(inMeV: vertex.x), coupling: try Coupling(vertex.y))
            let chi2 = try analysis.iceCube.fit.profile(mediator).chi2
            // Straight between points of the grid 6 % apart in m and 17 % in g′, over which χ² changes by up to 2 where
            // a line leaves a segment and bends by a part of that.
            #expect(abs(chi2 - answer.global.best.chi2 - threshold) < 1)
        }
    }

    @Test func areasAreClosedAndLinesEndAtTheEdge() throws {
        let answer = try Self.fitted()
        for contour in answer.contours {
            for area in contour.areas { #expect(area.first == area.last) }
            let space = answer.request.space
            for line in contour.lines where line.first != line.last {
                for end in [line.first, line.last].compactMap(\.self) {
                    let isAtEdge = [(contour.pair.first, end.x), (contour.pair.second, end.y)].contains {
                        parameter, value in
                        let range = space.range(of: parameter)
                        // Logarithms and back.
                        return abs(value / range.lowerBound - 1) < 1e-9 || abs(value / range.upperBound - 1) < 1e-9
                    }
                    #expect(isAtEdge)
                    #expect(!contour.openEnds.isEmpty)
                }
            }
        }
    }

    @Test func aBoundCutsTheRegionOffAtItsOwnCurve() throws {
        let answer = try Self.fitted(["na64mu-2024"])
        let limit = try #require(answer.restrictedBy.first)
        #expect(answer.global.isAtRestriction)
        let edge = try #require(limit.lowestExcluded(atMass: answer.global.best.mass.inMeV))
        // The optimiser comes to rest against the limit within its tolerance in ln g′ and ln m.
        #expect(abs(answer.global.best.coupling.value / edge - 1) < 1e-3)
        for contour in answer.contours where contour.pair == FitPair(.mass, .coupling) {
            for vertex in contour.areas.flatMap(\.self) {
                let edge = try #require(limit.lowestExcluded(atMass: vertex.x))
                // Twenty bisections of a step of 17 %, and the edge between two of the grid's masses.
                #expect(vertex.y <= edge * 1.001)
            }
        }
    }

    @Test func theUnrestrictedFitIsNoWorse() throws {
        #expect(try Self.fitted().global.best.chi2 <= Self.fitted(["na64mu-2024"]).global.best.chi2)
        #expect(
            try Self.fitted(["na64mu-2024"]).global.best.chi2 <= Self.fitted(["na64mu-1e11-mot"]).global.best.chi2)
    }

    @Test func whatCannotRestrictIsRefused() throws {
        #expect(throws: FitRequestError.noLimit(stem: "g-2-wp20")) { try Self.fitted(["g-2-wp20"]) }
        #expect(throws: FitRequestError.self) { try Self.fitted(["na64mu-2042"]) }
        #expect(throws: FitRequestError.unusableConfidenceLevel(1)) { try Self.fitted(levels: [1]) }
    }

    /// A model that is taken for true has a γ where its spectrum has one, and there alone.
    @Test(
        arguments: [
            (nil, 2.5, nil), (nil, nil, true), ("broken:2.0,2.8,1e5GeV", 2.5, true),
            ("broken:2.0,2.8,1e5GeV", nil, nil),
        ]
            as [(String?, Double?, Bool?)])
    func aForecastHasTheIndexOfItsSpectrum(spectrum: String?, gamma: Double?, isRefused: Bool?) throws {
        var scenario = try Self.scenario
        scenario.sources.spectrum = try spectrum.flatMap { try Chosen(spectrum: $0) }
        scenario.solver = .narrowLine
        let analysis = try Analysis(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let space = try FitSpace(
            masses: 4...9, couplings: 1e-4...1e-3, counts: .init(mass: 12, coupling: 8, amplitude: 12, gamma: 8))
        let model = FitRequest.Forecast.Model.point(
            try Mass(inMeV: 6.5), try Coupling(5e-4), amplitude: 1.5, gamma: gamma)
        let request = FitRequest(space: space, profiles: [], planes: [], forecast: .init(exposure: 8, model: model))
        guard isRefused == nil else {
            let expected = spectrum.map { FitRequestError.noIndex(spectrum: $0) } ?? .injectedIndexMissing
            #expect(throws: expected) { try analysis.fit(request) }
            return
        }
        // χ² there is zero; the optimiser stops where its corners agree to 1e-5.
        let answer = try analysis.fit(request)
        #expect(answer.global.best.chi2 < 1e-4 && abs(answer.global.best.mass.inMeV - 6.5) < 0.02)
    }

    @Test func aForecastOfTheBestFitFindsIt() throws {
        let analysis = try Analysis(
            Self.scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let space = try FitSpace(
            masses: 4...9, couplings: 1e-4...1e-3, counts: .init(mass: 20, coupling: 12, amplitude: 20, gamma: 20))
        func fitted(_ exposure: Double) throws -> FitAnswer {
            try analysis.fit(
                FitRequest(
                    space: space, profiles: [], planes: [],
                    forecast: .init(
                        exposure: exposure,
                        model: .point(try Mass(inMeV: 6.5), try Coupling(5e-4), amplitude: 1.5, gamma: 2.5))))
        }
        let (today, later) = (try fitted(1), try fitted(8))
        // χ² there is zero; the optimiser stops where its corners agree to 1e-5.
        #expect(later.global.best.chi2 < 1e-4)
        #expect(abs(later.global.best.mass.inMeV - 6.5) < 0.02 && abs(later.global.best.gamma - 2.5) < 0.01)
        // Eight times the exposure is eight times Δχ²: to what the optimisers leave.
        #expect(abs(later.deltaFromFreeFit / today.deltaFromFreeFit - 8) < 1e-3)
    }
}
