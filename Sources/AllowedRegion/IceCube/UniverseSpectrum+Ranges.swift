import IceCubeFit
import NumericalMethods
import Physics
import Scenarios
import Transport

/// The numbers of a spectrum that have ranges, as places in a box.
struct SpectrumBox: Sendable {
    let family: SpectrumFamily
    let search: BoxSearch

    /// χ² has one valley between places so far apart: in ln of an energy or a weight, and in an index.
    private static let (logarithmicStep, indexStep) = (0.5, 0.3)
    /// Along each side, of one and of two.
    private static let greatestCounts = [24, 9]

    /// - Returns: nil for spectra without ranges.
    init?(_ family: SpectrumFamily?) {
        guard let family, !family.parameters.isEmpty else { return nil }
        self.family = family
        let greatest = Self.greatestCounts[min(family.parameters.count, Self.greatestCounts.count) - 1]
        search = BoxSearch(
            counts: family.parameters.map { parameter in
                let step = parameter.isLogarithmic ? Self.logarithmicStep : Self.indexStep
                return min(max(Int((parameter.length / step).rounded(.up)) + 1, 3), greatest)
            })
    }
}

extension UniverseSpectrum {
    /// The numbers of the spectrum that have ranges; nil: none.
    var box: SpectrumBox? { SpectrumBox(shape?.value) }

    /// What was found for them where this stands; empty where it stands for all of their values.
    var spectrumValues: [SpectrumValue] { shape?.value.values(at: fractions) ?? [] }

    /// The best fit over all that is not given, and the spectra that it is of.
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A; nil: profiled.
    ///   - gamma: γ; nil: profiled.
    /// - Throws: ``FitError``, ``SourceSpectrumError``
    func best(
        _ mediator: Mediator?, amplitude: Double?, gamma: Double?
    ) throws -> (universe: UniverseSpectrum, fit: Fit) {
        guard let box else { return (self, try fit.profile(mediator, amplitude: amplitude, gamma: gamma)) }
        let least = try box.search.minimum { place in
            try at(place).fit.profile(mediator, amplitude: amplitude, gamma: gamma).chi2
        }
        let there = try at(least.x)
        return (there, try there.fit.profile(mediator, amplitude: amplitude, gamma: gamma))
    }
}
