import Transport

/// What was found for a number of the spectrum of the sources that has a range.
public struct SpectrumValue: Sendable, Hashable {
    /// `break_GeV`, for instance.
    public let name: String
    public let parameter: SpectrumParameter
    /// Energies in [GeV].
    public let value: Double

    /// Whether it is an end of its range: then the data want another one.
    public var isAtEnd: Bool { value == parameter.range.lowerBound || value == parameter.range.upperBound }
}

extension SpectrumFamily {
    /// The values at fractions of the ranges.
    func values(at fractions: [Double]) -> [SpectrumValue] {
        zip(SpectrumParameter.names(parameters), zip(parameters, fractions)).map {
            SpectrumValue(name: $0, parameter: $1.0, value: $1.0.value(at: $1.1))
        }
    }
}
