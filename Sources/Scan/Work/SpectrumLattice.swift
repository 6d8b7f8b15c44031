import AllowedRegion
import IceCubeFit
import Scenarios

/// Where pseudo-experiments are fitted in the numbers of the spectrum that have ranges: at the values of the plan's grid, and of those
/// that are no parameter at places as near to one another as a fit begins from.
struct SpectrumLattice: Sendable {
    /// `break_GeV`, for instance.
    let names: [String]
    /// At each place the values of all, and the same as fractions of the ranges.
    let values: [[Double]]
    let places: [[Double]]

    /// - Throws: `ChoiceError` of a value outside of its range.
    init(_ plan: ScanPlan, _ scenario: Scenario) throws {
        let numbers = SpectrumNumbers(scenario)
        let variation = try ScenarioVariation(scenario, plan.parameters)
        names = numbers.names
        guard let box = SpectrumBox(scenario.sources.spectrum?.value) else {
            (values, places) = ([], [])
            return
        }
        let family = box.family
        let sides = try variation.placesOfNumbers.enumerated().map { number, place -> [Double] in
            guard let parameter = place.map({ plan.parameters[$0] }), let count = parameter.count else {
                let count = box.search.counts[number]
                return (0..<count).map { Double($0) / Double(count - 1) }
            }
            return try (0..<count).map { try numbers.fraction(of: parameter.value(ofStep: $0), at: number) }
        }
        let places = sides.reduce([[]]) { places, side in places.flatMap { place in side.map { place + [$0] } } }
        values = places.map { place in zip(family.parameters, place).map { $0.value(at: $1) } }
        self.places = places
    }
}
