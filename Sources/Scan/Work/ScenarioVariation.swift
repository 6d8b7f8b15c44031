import Scenarios

/// A scenario whose numbers vary: what a plan's parameters that are choices make of it.
struct ScenarioVariation: Sendable {
    private let scenario: Scenario
    /// The choices that vary, and their places among the parameters.
    private let varied: [(choice: ScenarioChoice, place: Int)]
    /// The numbers of the spectrum that have ranges, and their places among the parameters; nil: they are none of them.
    let numbers: SpectrumNumbers
    let placesOfNumbers: [Int?]

    /// Whether nothing varies.
    var isEmpty: Bool { varied.isEmpty && !variesNumbers }
    var variesNumbers: Bool { placesOfNumbers.contains { $0 != nil } }

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    /// - Throws: ``ScanPlanError/unusableChoice(path:_:)`` of one that can be nothing that its range holds: a word, for instance.
    init(_ scenario: Scenario, _ parameters: [ScanParameter]) throws(ScanPlanError) {
        self.scenario = scenario
        numbers = SpectrumNumbers(scenario)
        placesOfNumbers = numbers.names.map { name in
            parameters.firstIndex { $0.name == SpectrumNumbers.prefix + name }
        }
        varied = parameters.indices.compactMap { place in
            ScenarioChoice.all.first { $0.path == parameters[place].name }.map { ($0, place) }
        }
        for (choice, place) in varied {
            if let refusal = Self.refusal(of: choice, parameters[place], in: scenario) {
                throw .unusableChoice(path: "parameters.\(choice.path)", refusal)
            }
        }
    }

    /// Why a choice can be none of what its range holds, by its middle; nil where the middle or an end will do: of a range in which
    /// some values are none, rows say so.
    private static func refusal(
        of choice: ScenarioChoice, _ parameter: ScanParameter, in scenario: Scenario
    ) -> ChoiceError? {
        func refusal(at fraction: Double) -> ChoiceError? {
            var own = scenario
            do throws(ChoiceError) { try choice.set("\(parameter.value(atFraction: fraction))", in: &own) } catch {
                return error
            }
            return nil
        }
        guard let middle = refusal(at: 0.5) else { return nil }
        return [0.001, 0.999].contains { refusal(at: $0) == nil } ? nil : middle
    }

    /// - Parameter values: of all parameters, in their order.
    /// - Throws: `ChoiceError` where there is no such scenario.
    func scenario(_ values: [Double]) throws(ChoiceError) -> Scenario {
        var own = scenario
        for (choice, place) in varied { try choice.set("\(values[place])", in: &own) }
        return variesNumbers ? own.givingSpectrumNumbers(try fractions(values)) : own
    }

    /// Of the ranges of the spectrum; nil for one that is no parameter.
    /// - Throws: `ChoiceError` of a value outside of its range.
    func fractions(_ values: some RandomAccessCollection<Double>) throws(ChoiceError) -> [Double?] {
        var fractions: [Double?] = []
        for (number, place) in placesOfNumbers.enumerated() {
            guard let place else {
                fractions.append(nil)
                continue
            }
            fractions.append(
                try numbers.fraction(of: values[values.index(values.startIndex, offsetBy: place)], at: number))
        }
        return fractions
    }
}
