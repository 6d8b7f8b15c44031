import IceCubeFit
import Physics
import Scenarios
import Transport

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
        let indices = gamma.map { $0...$0 } ?? fit.precision.indexRange
        guard let shaped, let ranged = RangedFits(self, shaped, along: indices) else {
            return (self, try fit.profile(mediator, amplitude: amplitude, gamma: gamma))
        }
        let there = try at(ranged.best(mediator, FitGiven(amplitude: amplitude, gamma: gamma)).fractions)
        return (there, try there.fit.profile(mediator, amplitude: amplitude, gamma: gamma))
    }
}
