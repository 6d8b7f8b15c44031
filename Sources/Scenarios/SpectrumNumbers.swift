import Transport

/// The numbers of a scenario's spectrum that have ranges, as quantities that may be given.
public struct SpectrumNumbers: Sendable {
    /// The key of scenario files behind which their names stand: `sources.spectrum.break_GeV`.
    public static let prefix = ScenarioChoice.spectrum.path + "."

    private let parameters: [SpectrumParameter]
    /// `break_GeV`, for instance.
    public let names: [String]

    public init(_ scenario: Scenario) { self.init(scenario.sources.spectrum?.value) }

    /// - Parameter spectrum: nil: a power law.
    package init(_ spectrum: SpectrumFamily?) {
        parameters = spectrum?.parameters ?? []
        names = SpectrumParameter.names(parameters)
    }

    /// Of one of ``names``, by its place.
    public func range(at place: Int) -> ClosedRange<Double> { parameters[place].range }

    /// What they are at fractions of their ranges, in the order of ``names``. Energies in [GeV].
    public func values(at fractions: [Double]) -> [Double] {
        zip(parameters, fractions).map { $0.value(at: $1) }
    }

    /// The fraction of its range at which the value of one lies.
    /// - Throws: ``ChoiceError/malformed(_:text:expected:)`` outside of it.
    public func fraction(of value: Double, at place: Int) throws(ChoiceError) -> Double {
        guard let fraction = parameters[place].fraction(of: value) else {
            let range = parameters[place].range
            throw .malformed(
                .spectrum, text: "\(names[place]) = \(value)",
                expected: "a value in its range, \(range.lowerBound) to \(range.upperBound)")
        }
        return fraction
    }
}

extension Scenario {
    /// The same with some of its spectrum's numbers given.
    /// - Parameter fractions: of the range of each; nil: it stays open.
    public func givingSpectrumNumbers(_ fractions: [Double?]) -> Scenario {
        guard let spectrum = sources.spectrum else { return self }
        var own = self
        own.sources.spectrum = Chosen(named: spectrum.text, spectrum.value.given(fractions))
        return own
    }
}
