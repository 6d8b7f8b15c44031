import NumericalMethods
import RealModule

/// The spectrum φ(E) that sources emit, in the unit in which a power law arrives at Earth with amplitude A = 1:
/// φ = (E/100 TeV)^−γ where nothing else is said.
public indirect enum SourceSpectrum: Sendable, Hashable {
    /// E^−γ.
    case powerLaw(index: Double)
    /// One power below a break [GeV] and another above it, continuous.
    case broken(below: Double, above: Double, energy: Double)
    /// E^−γ e^{−E/E_c}, E_c [GeV] where the neutrinos are made.
    case cutOff(index: Double, energy: Double)
    /// Components with amplitudes of their own.
    case sum([Component])
    case table(SpectrumTable)
    /// One whose break or cut-off is given as it is seen at Earth, until ``emitted(in:)`` moves it to where neutrinos are
    /// made.
    case observed(SourceSpectrum)

    /// A part of a sum.
    public struct Component: Sendable, Hashable {
        /// Zero or above.
        public var amplitude: Double
        public var spectrum: SourceSpectrum

        public init(amplitude: Double, spectrum: SourceSpectrum) {
            self.amplitude = amplitude
            self.spectrum = spectrum
        }
    }

    /// φ.
    /// - Parameter energy: [GeV], where the neutrino is made.
    public func value(energy: Double) -> Double {
        switch self {
        case .powerLaw(let index): Self.power(-index, energy)
        case .broken(let below, let above, let edge):
            energy < edge ? Self.power(-below, energy) : Self.power(-below, edge) * Double.pow(energy / edge, -above)
        case .cutOff(let index, let edge): Self.power(-index, energy) * Double.exp(-energy / edge)
        case .sum(let parts): parts.reduce(0) { $0 + $1.amplitude * $1.spectrum.value(energy: energy) }
        case .table(let table): table.value(energy: energy)
        case .observed(let spectrum): spectrum.value(energy: energy)
        }
    }

    /// φ over a power law E^−γ.
    /// - Parameters:
    ///   - index: γ.
    ///   - logarithm: ln(E/100 TeV), where the neutrino is made.
    func relative(to index: Double, logarithm: Double) -> Double {
        switch self {
        case .powerLaw(let own): return Double.exp((index - own) * logarithm)
        case .broken(let below, let above, let edge):
            let edge = Double.log(edge / FreeFlux.pivot)
            let steepening = logarithm < edge ? 0 : (above - below) * (logarithm - edge)
            return Double.exp((index - below) * logarithm - steepening)
        case .cutOff(let own, let edge):
            return Double.exp((index - own) * logarithm - Double.exp(logarithm) * (FreeFlux.pivot / edge))
        case .sum(let parts):
            return parts.reduce(0) { $0 + $1.amplitude * $1.spectrum.relative(to: index, logarithm: logarithm) }
        case .table(let table):
            let value = table.value(energy: FreeFlux.pivot * Double.exp(logarithm))
            return value > 0 ? Double.exp(Double.log(value) + index * logarithm) : 0
        case .observed(let spectrum): return spectrum.relative(to: index, logarithm: logarithm)
        }
    }

    /// The same at four energies.
    func relative(to index: Double, logarithms: SIMD4<Double>) -> SIMD4<Double> {
        switch self {
        case .powerLaw(let own): return exponential((index - own) * logarithms)
        case .broken(let below, let above, let edge):
            let beyond = logarithms - Double.log(edge / FreeFlux.pivot)
            let steepening = (above - below) * beyond.replacing(with: 0, where: beyond .< 0)
            return exponential((index - below) * logarithms - steepening)
        case .cutOff(let own, let edge):
            return exponential((index - own) * logarithms - exponential(logarithms) * (FreeFlux.pivot / edge))
        case .sum(let parts):
            return parts.reduce(.zero) { $0 + $1.amplitude * $1.spectrum.relative(to: index, logarithms: logarithms) }
        case .table:
            var values = SIMD4<Double>.zero
            for lane in 0..<4 { values[lane] = relative(to: index, logarithm: logarithms[lane]) }
            return values
        case .observed(let spectrum): return spectrum.relative(to: index, logarithms: logarithms)
        }
    }

    /// The hardest power in it. Redshift is counted as for this one: a spectrum that bends away from it above all energies
    /// of interest arrives as the power law does.
    public var referenceIndex: Double {
        switch self {
        case .powerLaw(let index), .cutOff(let index, _): index
        case .broken(let below, let above, _): min(below, above)
        case .sum(let parts): parts.map(\.spectrum.referenceIndex).min() ?? 2
        case .table: 2
        case .observed(let spectrum): spectrum.referenceIndex
        }
    }

    /// Refuses what can't be computed with.
    /// - Throws: ``SourceSpectrumError``
    public func validate() throws(SourceSpectrumError) {
        switch self {
        case .powerLaw(let index): try Self.check(index: index)
        case .cutOff(let index, let energy):
            try Self.check(index: index)
            try Self.check(energy: energy)
        case .broken(let below, let above, let energy):
            try Self.check(index: below)
            try Self.check(index: above)
            try Self.check(energy: energy)
        case .sum(let parts):
            guard !parts.isEmpty, parts.count <= 1000 else { throw .componentsOutOfRange(parts.count) }
            for part in parts {
                guard part.amplitude >= 0, part.amplitude < 1e50 else { throw .amplitudeOutOfRange(part.amplitude) }
                if case .sum = part.spectrum { throw .sumOfSums }
                try part.spectrum.validate()
            }
            guard parts.contains(where: { $0.amplitude > 1e-50 }) else { throw .amplitudeOutOfRange(0) }
        case .table: break
        case .observed(let spectrum): try spectrum.validate()
        }
    }

    private static func power(_ index: Double, _ energy: Double) -> Double {
        Double.exp(index * Double.log(energy / FreeFlux.pivot))
    }

    private static func check(index: Double) throws(SourceSpectrumError) {
        guard TransportSetting.indices.contains(index) else {
            throw .indexOutOfRange(
                index, lower: TransportSetting.indices.lowerBound, upper: TransportSetting.indices.upperBound)
        }
    }

    private static func check(energy: Double) throws(SourceSpectrumError) {
        guard EnergyBin.allowed.contains(energy) else { throw .energyOutOfRange(energy, allowed: EnergyBin.allowed) }
    }
}

/// Why sources can't have such a spectrum. Rows count from 0.
public enum SourceSpectrumError: Error, Sendable, Hashable {
    case indexOutOfRange(Double, lower: Double, upper: Double)
    /// A break, a cut-off or an energy of a table [GeV].
    case energyOutOfRange(Double, allowed: ClosedRange<Double>)
    /// Of a part of a sum: negative, beyond 1e50, or none above 1e-50.
    case amplitudeOutOfRange(Double)
    case componentsOutOfRange(Int)
    case sumOfSums
    /// Indices that follow γ at such offsets that none suits them all.
    case noCommonIndex
    /// A range of a number whose ends fall.
    case rangeFalls(lower: Double, upper: Double)
    /// One whose ends lie too far apart for a logarithmic scale, or don't lie above zero.
    case rangeTooWide(lower: Double, upper: Double)
    /// More ranges than ``SpectrumParameter/greatestCount``.
    case tooManyRanges(Int)
    case tableTooShort(rows: Int)
    case energiesNotRising(row: Int)
    case valueOutOfRange(Double, row: Int)
    /// The solver can't be had.
    case transport(TransportError)
}
