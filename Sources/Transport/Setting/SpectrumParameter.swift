import RealModule

/// A number of a spectrum of which a range is known and no value: a fit finds it.
public struct SpectrumParameter: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Where a spectrum breaks, and where it is cut off [GeV].
        case edge = "break_GeV"
        case cutOff = "cut_off_GeV"
        /// An index, and what is added to γ to have one.
        case index, step
        /// The amplitude of a part of a sum.
        case weight
    }

    public let kind: Kind
    /// From the lesser end to the greater; energies in [GeV].
    public let range: ClosedRange<Double>
    /// Which of the numbers of the spectrum it is, as ``SourceSpectrum/mapNumbers(_:)`` counts them.
    let place: Int

    /// - Parameter place: of the numbers of the spectrum in the order in which they are met, from 0: of a sum the amplitude of a part
    ///   before its indices, and indices before an energy.
    public init(_ kind: Kind, _ range: ClosedRange<Double>, place: Int) {
        (self.kind, self.range, self.place) = (kind, range, place)
    }

    /// Whether equal ratios, not equal differences, are equal steps.
    public var isLogarithmic: Bool { kind != .index && kind != .step }

    /// How long the range is in the scale of the parameter: ln of a ratio, or a difference.
    public var length: Double {
        isLogarithmic
            ? Double.log(range.upperBound / range.lowerBound) : range.upperBound - range.lowerBound
    }

    /// The value at a fraction of the range, its ends at 0 and 1 to the bit; outside the nearer end.
    public func value(at fraction: Double) -> Double {
        guard fraction > 0 else { return range.lowerBound }
        guard fraction < 1 else { return range.upperBound }
        let value =
            isLogarithmic
            ? range.lowerBound * Double.exp(fraction * length) : range.lowerBound + fraction * length
        return min(max(value, range.lowerBound), range.upperBound)
    }

    /// The fraction of the range at which a value lies; nil outside of it.
    public func fraction(of value: Double) -> Double? {
        // What is an end but for its last digits is the end.
        let slack = 1e-12 * max(abs(range.lowerBound), abs(range.upperBound))
        guard value >= range.lowerBound - slack, value <= range.upperBound + slack else { return nil }
        guard length > 0 else { return 0 }
        let distance = isLogarithmic ? Double.log(value / range.lowerBound) : value - range.lowerBound
        return min(max(distance / length, 0), 1)
    }

    /// The names of several: a second of one kind is told from the first by its number.
    public static func names(_ parameters: [SpectrumParameter]) -> [String] {
        parameters.indices.map { number in
            let before = parameters[..<number].count { $0.kind == parameters[number].kind }
            return parameters[number].kind.rawValue + (before == 0 ? "" : "_\(before + 1)")
        }
    }

    /// More can't be found from so few data, nor without a lattice too fine to wait for: with three, valleys were missed.
    public static let greatestCount = 2
    /// The greatest ratio of the ends of a logarithmic range.
    public static let greatestRatio = 1e6

    /// - Throws: ``SourceSpectrumError/rangeTooWide(lower:upper:)``
    static func validate(_ parameters: [SpectrumParameter]) throws(SourceSpectrumError) {
        guard parameters.count <= greatestCount else { throw .tooManyRanges(parameters.count) }
        for parameter in parameters where parameter.isLogarithmic {
            let range = parameter.range
            guard range.lowerBound > 0, range.upperBound / range.lowerBound <= greatestRatio else {
                throw .rangeTooWide(lower: range.lowerBound, upper: range.upperBound)
            }
        }
    }
}

extension SourceSpectrum {
    /// The same with every number changed, in the order in which ``SpectrumParameter`` counts them.
    func mapNumbers(_ change: (Double) -> Double) -> SourceSpectrum {
        switch self {
        case .powerLaw(let index): return .powerLaw(index: change(index))
        case .broken(let below, let above, let energy):
            let (below, above) = (change(below), change(above))
            return .broken(below: below, above: above, energy: change(energy))
        case .cutOff(let index, let energy):
            let index = change(index)
            return .cutOff(index: index, energy: change(energy))
        case .sum(let parts):
            return .sum(
                parts.map { part in
                    let amplitude = change(part.amplitude)
                    return Component(amplitude: amplitude, spectrum: part.spectrum.mapNumbers(change))
                })
        case .table: return self
        case .observed(let spectrum): return .observed(spectrum.mapNumbers(change))
        }
    }
}
