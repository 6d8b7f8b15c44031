import NumericalMethods
import RealModule

/// Sources whose spectrum is no power law, counted relative to one: ρ(E) = φ(E)/(E/100 TeV)^−γ.
struct ShapedSources: Sendable {
    /// With its energies where neutrinos are made.
    let spectrum: SourceSpectrum
    /// γ of the power law.
    let index: Double
    /// What the power law's sources emit over what those of the spectrum's hardest power do: that one arrives with A = 1.
    private let unit: Double
    private let source: SourceTable
    private let emission: EmissionRates
    private let upper: Double
    private static let pivot = Double.log(FreeFlux.pivot)
    private static let rule = GaussLegendre(count: 6)

    /// - Parameter index: of the power law; nil: the spectrum's hardest power within what can be asked for, see
    ///   ``SourceSpectrum/referenceIndex``.
    init(_ spectrum: SourceSpectrum, _ geometry: LineGeometry, index: Double? = nil) {
        let usable = TransportSetting.indices
        let hardest = min(max(spectrum.referenceIndex, usable.lowerBound), usable.upperBound)
        let index = index ?? hardest
        self.spectrum = spectrum
        self.index = index
        source = geometry.source(index: index)
        unit = index == hardest ? 1 : geometry.emitted(index: index) / geometry.emitted(index: hardest)
        emission = geometry.emission(index: index)
        upper = geometry.grid.upper
    }

    /// ρ at ln E.
    func relative(logarithm: Double) -> Double {
        // Where no number can say what is emitted, nothing of interest is.
        guard abs(logarithm) < 600 else { return 0 }
        return unit * spectrum.relative(to: index, logarithm: logarithm - Self.pivot)
    }

    /// What the sources emit towards each line.
    /// - Parameter highest: ln E_1st [GeV].
    func table(_ lines: Lines, highest: Double) -> SourceTable {
        let relative = lines.distances.map { distance in
            (0...2 * emission.cells).map {
                self.relative(logarithm: highest - distance + emission.step / 2 * Double($0))
            }
        }
        return SourceTable(emission, relative: relative)
    }

    /// ∫ dE of the free flux over a bin [cm⁻² s⁻¹ sr⁻¹].
    func freeIntegral(_ bin: EnergyBin) -> Double {
        let (lower, upper) = (Double.log(bin.lower), Double.log(bin.upper))
        // Kinks of a table or a break cost 1e-5 at this width.
        let pieces = Int(((upper - lower) / 0.1).rounded(.up))
        let width = (upper - lower) / Double(pieces)
        var sum = 0.0
        for piece in 0..<pieces {
            sum += Self.rule.integral { t in
                let logarithm = lower + width * (Double(piece) + t)
                let flux = FreeFlux.differential(index: index, energy: Double.exp(logarithm))
                return width * Double.exp(logarithm) * flux * freeRatio(logarithm)
            }
        }
        return sum
    }

    /// The free flux over that of the power law at ln E: the mean of ρ(E e^u) over the sources.
    func freeRatio(_ logarithm: Double) -> Double {
        let steps = 48
        let width = upper / Double(steps)
        var sum = source(upper) * relative(logarithm: logarithm + upper)
        for step in 0..<steps {
            let emitted = source(width * Double(step)) - source(width * Double(step + 1))
            if emitted > 0 { sum += emitted * relative(logarithm: logarithm + width * (Double(step) + 0.5)) }
        }
        return sum
    }
}
