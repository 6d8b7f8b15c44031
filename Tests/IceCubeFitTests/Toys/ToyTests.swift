import ConstraintKit
import Physics
import Testing
import Transport

@testable import IceCubeFit

struct ToyTests {
    private static let space = try? FitSpace(
        masses: 3...12, couplings: 5e-5...2e-3, amplitudes: 0...3, indices: 2...3.2,
        counts: .init(mass: 7, coupling: 6, amplitude: 3, gamma: 13))

    private func grid(_ fit: IceCubeFit) throws -> ToyGrid {
        try ToyGrid([fit], space: #require(Self.space), crossSection: .paper)
    }

    private func fit(_ treatment: Treatment = Treatment()) throws -> IceCubeFit {
        try IceCubeFit(
            dataSets: BundledSpectra.ofThePaper(), solver: NarrowLineSolver(TransportSetting()), treatment: treatment)
    }

    private func experiments(
        _ fit: IceCubeFit, _ recipe: ToyRecipe = .init(), amplitude: Double = 1.1, seed: UInt64 = 5
    ) throws -> PseudoExperiments {
        try PseudoExperiments(
            fit, on: grid(fit), mediator: nil, amplitude: amplitude, gamma: 2.6, recipe: recipe, seed: seed,
            columns: [10])
    }

    @Test(arguments: UpperLimitTreatment.allCases, ErrorTreatment.allCases)
    func theDataAreFittedAsPointByPoint(limits: UpperLimitTreatment, errors: ErrorTreatment) throws {
        let fit = try fit(Treatment(upperLimits: limits, errors: errors))
        let experiments = try experiments(fit)
        let (found, space) = (experiments.ofData(), experiments.grid.space)
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        var (free, best, column) = (Double.infinity, Double.infinity, Double.infinity)
        for gamma in space.values(of: .gamma) {
            let prepared = try fit.prepared(index: gamma)
            free = min(free, try prepared.profile(nil).chi2)
            for (number, place) in experiments.grid.places.enumerated() {
                let chi2 = try prepared.profile(mediator(masses[place.mass], couplings[place.coupling])).chi2
                best = min(best, chi2)
                if number == 10 { column = min(column, chi2) }
            }
        }
        // Between the nodes in γ predictions are interpolated, which costs χ² 2e-5 at worst on these points.
        #expect(abs(found.withoutMediator.chi2 - free) < 1e-9)
        #expect(abs(found.best.chi2 - min(best, free)) < 1e-4)
        #expect(abs(found.columns[0].chi2 - column) < 1e-4)
    }

    @Test
    func aPseudoExperimentIsAFunctionOfItsNumber() throws {
        let experiments = try experiments(fit(), .init(widths: .asPredicted, limits: .redrawn))
        let all = experiments.fits(0..<9)
        #expect(all == experiments.fits(0..<4) + experiments.fits(4..<9))
        #expect(Set(all.map(\.best.chi2)).count == 9)
        #expect(all.allSatisfy { $0.improvement >= 0 && $0.columns[0].chi2 >= $0.best.chi2 })
    }

    /// A flux falls below the model as often as above it, and by the width of that side: of 4000 draws the share below scatters
    /// by 0.008, a mean square by a 35th of itself; five of these are allowed.
    @Test
    func fluxesScatterByTheErrorOfEitherSide() throws {
        let fit = try IceCubeFit(
            dataSets: [smallDataSet()], solver: DimmingSolver(), treatment: Treatment(errors: .bySide))
        let predicted = [2e-13, 1e-15, 3e-15]
        let draw = ToyDraw(
            fit.segmentPoints, fit.terms, predicted: predicted, .init(), random: .init(seed: 3, stream: 0))
        var (below, squares, squaresAbove) = (0, 0.0, 0.0)
        withUnsafeTemporaryAllocation(of: DataPoint.self, capacity: 3) { toy in
            for number in 0..<4000 as Range<UInt64> {
                draw.write(number, to: toy)
                let deviation = toy[0].observed - predicted[0]
                if deviation < 0 { below += 1 }
                let square = deviation * deviation
                if deviation < 0 {
                    squares += square * fit.terms[0].weightAbove
                } else {
                    squaresAbove += square * fit.terms[0].weightBelow
                }
            }
            #expect(toy[1] == fit.terms[1])
        }
        #expect(abs(Double(below) / 4000 - 0.5) < 0.04)
        #expect(abs(squares / Double(below) - 1) < 0.15)
        #expect(abs(squaresAbove / Double(4000 - below) - 1) < 0.15)
    }

    /// Limits that are drawn anew lie above zero by the data's limit at least.
    @Test
    func limitsAreDrawnWhereAsked() throws {
        let fit = try IceCubeFit(dataSets: [smallDataSet()], solver: DimmingSolver())
        let draw = ToyDraw(
            fit.segmentPoints, fit.terms, predicted: [2e-13, 1e-15, 3e-15], .init(limits: .redrawn),
            random: .init(seed: 3, stream: 0))
        withUnsafeTemporaryAllocation(of: DataPoint.self, capacity: 3) { toy in
            var above = 0
            for number in 0..<50 as Range<UInt64> {
                draw.write(number, to: toy)
                #expect(toy[1].isLimit && toy[1].observed >= fit.terms[1].observed)
                if toy[1].observed > fit.terms[1].observed { above += 1 }
            }
            // The model lies far below the limit, and so every other flux falls below zero.
            #expect((10...40).contains(above))
        }
    }
}
