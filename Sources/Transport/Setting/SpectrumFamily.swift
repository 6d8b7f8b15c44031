/// A spectrum of the sources, some of whose indices may follow γ, and some of whose numbers a fit may find: a power law E^−γ is
/// the simplest.
public struct SpectrumFamily: Sendable, Hashable {
    /// An index that follows γ holds what is added to it.
    private let template: SourceSpectrum
    /// Of each index, in the order of ``SourceSpectrum/mapIndices(_:)``, whether it follows γ.
    private let follows: [Bool]
    /// The numbers that have a range and no value; whoever asks for a spectrum gives them one first.
    public let parameters: [SpectrumParameter]

    /// One without γ.
    public init(_ spectrum: SourceSpectrum) { self.init(spectrum, follows: []) }

    /// - Parameters:
    ///   - template: an index that follows γ holds what is added to it.
    ///   - follows: of each index, in the order in which it is written, whether it does.
    ///   - parameters: the numbers that have a range, the first met first.
    public init(_ template: SourceSpectrum, follows: [Bool], parameters: [SpectrumParameter] = []) {
        self.template = template
        self.parameters = parameters
        self.follows = follows.contains(true) ? follows : []
    }

    /// Whether any index follows γ.
    public var hasIndex: Bool { !follows.isEmpty }

    /// γ of a power law whose index is given; nil for any other spectrum.
    public var powerLawIndex: Double? {
        guard !hasIndex, parameters.isEmpty, case .powerLaw(let index) = template else { return nil }
        return index
    }

    /// The spectra of one value of each of ``parameters``, at all γ.
    /// - Parameter fractions: of the range of each; outside 0 to 1 the nearer end.
    public func at(_ fractions: [Double]) -> SpectrumFamily { given(fractions.map { $0 }) }

    /// The spectra of one value of some of ``parameters``, the others open.
    /// - Parameter fractions: of the range of each, as above; nil: it stays open.
    public func given(_ fractions: [Double?]) -> SpectrumFamily {
        let values = zip(parameters, fractions).compactMap { parameter, fraction in
            fraction.map { (parameter.place, parameter.value(at: $0)) }
        }
        var place = 0
        let spectrum = template.mapNumbers { number in
            defer { place += 1 }
            return values.first { $0.0 == place }?.1 ?? number
        }
        let open = zip(parameters, fractions).filter { $0.1 == nil }.map(\.0)
        return SpectrumFamily(spectrum, follows: follows, parameters: open)
    }

    /// Those of the lesser ends of all ranges, and those of the greater.
    private var ends: [SpectrumFamily] { [0, 1].map { end in at(parameters.map { _ in end }) } }

    /// The spectrum at a γ; where there are ``parameters`` it has no meaning before they have values.
    public func spectrum(index gamma: Double) -> SourceSpectrum {
        guard hasIndex else { return template }
        var number = 0
        return template.mapIndices { index in
            defer { number += 1 }
            return number < follows.count && follows[number] ? gamma + index : index
        }
    }

    /// The γ at which all indices are such as can be computed with; nil where there is none.
    private var commonIndices: ClosedRange<Double>? {
        guard parameters.isEmpty else {
            let (first, last) = (ends[0].commonIndices, ends[1].commonIndices)
            guard let first, let last, first.overlaps(last) else { return nil }
            return first.clamped(to: last)
        }
        let usable = TransportSetting.indices
        var (lower, upper) = (usable.lowerBound, usable.upperBound)
        var number = 0
        _ = template.mapIndices { index in
            if number < follows.count, follows[number] {
                (lower, upper) = (max(lower, usable.lowerBound - index), min(upper, usable.upperBound - index))
            }
            number += 1
            return index
        }
        return lower <= upper ? lower...upper : nil
    }

    /// The γ that may be asked for; of a family that ``validate()`` refuses all.
    public var indices: ClosedRange<Double> { commonIndices ?? TransportSetting.indices }

    /// γ where one has to be named for a spectrum without: its hardest power within what can be computed with.
    public var referenceIndex: Double {
        let usable = TransportSetting.indices
        let middle = (indices.lowerBound + min(indices.upperBound, max(indices.lowerBound, Self.softest))) / 2
        return hasIndex ? middle : min(max(template.referenceIndex, usable.lowerBound), usable.upperBound)
    }

    /// Softer ones are not seen.
    private static let softest = 4.0

    /// Refuses what can't be computed with at any γ.
    /// - Throws: ``SourceSpectrumError``
    public func validate() throws(SourceSpectrumError) {
        try SpectrumParameter.validate(parameters)
        guard commonIndices != nil else { throw .noCommonIndex }
        guard parameters.isEmpty else {
            for end in ends { try end.spectrum(index: referenceIndex).validate() }
            return
        }
        try spectrum(index: referenceIndex).validate()
    }
}

extension SourceSpectrum {
    /// The same with every index changed, in the order in which they are written.
    func mapIndices(_ change: (Double) -> Double) -> SourceSpectrum {
        switch self {
        case .powerLaw(let index): return .powerLaw(index: change(index))
        case .broken(let below, let above, let energy):
            let first = change(below)
            return .broken(below: first, above: change(above), energy: energy)
        case .cutOff(let index, let energy): return .cutOff(index: change(index), energy: energy)
        case .sum(let parts):
            return .sum(
                parts.map { Component(amplitude: $0.amplitude, spectrum: $0.spectrum.mapIndices(change)) })
        case .table: return self
        case .observed(let spectrum): return .observed(spectrum.mapIndices(change))
        }
    }
}
