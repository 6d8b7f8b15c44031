import Testing

@testable import IceCubeFit

@Suite struct FitSpaceTests {
    @Test(arguments: FitParameter.allCases) func valuesRiseFromEndToEnd(_ parameter: FitParameter) {
        let space = FitSpace.ofThePaper
        let values = space.values(of: parameter)
        #expect(values.count == space.count(of: parameter))
        #expect(values.first == space.range(of: parameter).lowerBound)
        #expect(values.last == space.range(of: parameter).upperBound)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func pairsAreTheSixOfFour() {
        #expect(Set(FitPair.all).count == 6)
        #expect(FitPair(.gamma, .mass) == FitPair(.mass, .gamma))
        #expect(FitPair(.gamma, .gamma) == nil)
    }

    @Test(arguments: [
        (FitParameter.mass, 5.0...5.0), (.mass, 0...10), (.mass, 1...1e9), (.coupling, 0...1e-3),
        (.coupling, 1e-5...100),
        (.amplitude, -1...1), (.amplitude, 1...1), (.gamma, -1...3), (.gamma, 2...11), (.gamma, 2...2),
    ])
    func refusesARange(_ parameter: FitParameter, _ range: ClosedRange<Double>) {
        #expect(
            throws: FitError.unusableRange(parameter, lower: range.lowerBound, upper: range.upperBound)
        ) {
            try FitSpace(
                masses: parameter == .mass ? range : 1...20, couplings: parameter == .coupling ? range : 1e-5...1e-1,
                amplitudes: parameter == .amplitude ? range : 0.1...2.5,
                indices: parameter == .gamma ? range : 1.8...3.5)
        }
    }

    @Test(arguments: [2, 0, -5, 1_000_000, Int.max]) func refusesACount(_ count: Int) {
        let counts = FitSpace.Counts(mass: 10, coupling: count, amplitude: 10, gamma: 10)
        #expect(throws: FitError.unusableCounts(counts)) { try FitSpace(counts: counts) }
    }
}
