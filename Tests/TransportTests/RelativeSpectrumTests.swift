import RealModule
import Testing

@testable import Transport

@Suite("Spectra over power laws")
struct RelativeSpectrumTests {
    /// By logarithms, where the value itself goes through energies: both are good to some tens of roundings of exponents up to 40.
    @Test(arguments: [
        SourceSpectrum.powerLaw(index: 2.7), .broken(below: 1.9, above: 3.1, energy: 4e4),
        .cutOff(index: 2.2, energy: 3e6), .observed(.broken(below: 2, above: 2.9, energy: 2e5)),
        .sum([
            .init(amplitude: 0.4, spectrum: .powerLaw(index: 3)),
            .init(amplitude: 1.3, spectrum: .cutOff(index: 2, energy: 1e6)),
        ]),
    ])
    func sameAsTheValue(spectrum: SourceSpectrum) {
        for exponent in stride(from: 2.0, through: 7.0, by: 0.21) {
            let energy = Double.exp10(exponent)
            let logarithm = Double.log(energy / FreeFlux.pivot)
            let expected = spectrum.value(energy: energy) * Double.exp(2.5 * logarithm)
            let found = spectrum.relative(to: 2.5, logarithm: logarithm)
            #expect(abs(found / expected - 1) < 1e-12, "\(spectrum) at \(energy) GeV")
        }
    }
}
