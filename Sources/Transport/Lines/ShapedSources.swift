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
    /// u of some shells of sources and what they emit, four at a time.
    private let shells: [(u: SIMD4<Double>, emitted: SIMD4<Double>)]
    private let emission: EmissionRates
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
        shells = Self.shells(geometry.source(index: index), upper: geometry.grid.upper)
        unit = index == hardest ? 1 : geometry.emitted(index: index) / geometry.emitted(index: hardest)
        emission = geometry.emission(index: index)
    }

    /// Even shells, each in its middle, and those at the end: all of a point source.
    private static func shells(_ source: SourceTable, upper: Double) -> [(u: SIMD4<Double>, emitted: SIMD4<Double>)] {
        let steps = 48
        let width = upper / Double(steps)
        var all: [(u: Double, emitted: Double)] = []
        for step in 0..<steps {
            let emitted = source(width * Double(step)) - source(width * Double(step + 1))
            if emitted > 0 { all.append((width * (Double(step) + 0.5), emitted)) }
        }
        all.append((upper, source(upper)))
        return stride(from: 0, to: all.count, by: 4).map { first in
            var shell = (u: SIMD4<Double>(repeating: upper), emitted: SIMD4<Double>.zero)
            for lane in 0..<min(4, all.count - first) {
                (shell.u[lane], shell.emitted[lane]) = all[first + lane]
            }
            return shell
        }
    }

    /// ρ at ln E.
    func relative(logarithm: Double) -> Double {
        // Where no number can say what is emitted, nothing of interest is.
        guard abs(logarithm) < 600 else { return 0 }
        return unit * spectrum.relative(to: index, logarithm: logarithm - Self.pivot)
    }

    /// The same at four.
    func relative(logarithms: SIMD4<Double>) -> SIMD4<Double> {
        let beyond = (logarithms .> 600) .| (logarithms .< -600)
        return unit
            * spectrum.relative(to: index, logarithms: logarithms - Self.pivot).replacing(with: 0, where: beyond)
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
        var sum = SIMD4<Double>.zero
        for shell in shells { sum += shell.emitted * relative(logarithms: shell.u + logarithm) }
        return sum.sum()
    }
}
