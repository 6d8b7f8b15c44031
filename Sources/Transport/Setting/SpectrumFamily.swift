/// A spectrum of the sources, some of whose indices may follow γ: a power law E^−γ is the simplest.
public struct SpectrumFamily: Sendable, Hashable {
    /// An index that follows γ holds what is added to it.
    private let template: SourceSpectrum
    /// Of each index, in the order of ``SourceSpectrum/mapIndices(_:)``, whether it follows γ.
    private let follows: [Bool]

    /// One without γ.
    public init(_ spectrum: SourceSpectrum) { self.init(spectrum, follows: []) }

    /// - Parameters:
    ///   - template: an index that follows γ holds what is added to it.
    ///   - follows: of each index, in the order in which it is written, whether it does.
    public init(_ template: SourceSpectrum, follows: [Bool]) {
        self.template = template
        self.follows = follows.contains(true) ? follows : []
    }

    /// Whether any index follows γ.
    public var hasIndex: Bool { !follows.isEmpty }

    /// γ of a power law whose index is given; nil for any other spectrum.
    public var powerLawIndex: Double? {
        guard !hasIndex, case .powerLaw(let index) = template else { return nil }
        return index
    }

    /// The spectrum at a γ.
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
        guard commonIndices != nil else { throw .noCommonIndex }
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
