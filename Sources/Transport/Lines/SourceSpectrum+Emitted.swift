import Physics
import RealModule

extension SourceSpectrum {
    /// The same with every break and cut-off where neutrinos are made: those given as they are seen at Earth are moved up by
    /// the mean 1 + z of the sources.
    public func emitted(in setting: TransportSetting) -> SourceSpectrum {
        emitted { Double.log(setting.arriving(index: $0)) }
    }

    /// The same.
    /// - Parameter arriving: ln of what arrives of a power law, by its index, up to a constant.
    func emitted(_ arriving: (Double) -> Double) -> SourceSpectrum {
        switch self {
        case .observed(.broken(let below, let above, let energy)):
            .broken(
                below: below, above: above,
                energy: energy * TransportSetting.meanScale(below: below, above: above, arriving))
        case .observed(.cutOff(let index, let energy)):
            .cutOff(index: index, energy: energy * TransportSetting.meanScale(index: index, arriving))
        case .observed(.sum(let parts)): Self.sum(parts.map(\.observed)).emitted(arriving)
        case .observed(let spectrum): spectrum.emitted(arriving)
        case .sum(let parts):
            .sum(parts.map { Component(amplitude: $0.amplitude, spectrum: $0.spectrum.emitted(arriving)) })
        case .powerLaw, .broken, .cutOff, .table: self
        }
    }

    /// Its breaks and cut-offs.
    public func edges(in setting: TransportSetting) -> [SpectrumEdge] {
        switch self {
        case .broken(let below, let above, let energy):
            [
                SpectrumEdge(
                    kind: .bend, emitted: energy, seen: energy / setting.meanScale(below: below, above: above),
                    isGivenAsSeen: false)
            ]
        case .cutOff(let index, let energy):
            [
                SpectrumEdge(
                    kind: .cutOff, emitted: energy, seen: energy / setting.meanScale(index: index), isGivenAsSeen: false
                )
            ]
        case .observed(.sum(let parts)): Self.sum(parts.map(\.observed)).edges(in: setting)
        case .observed:
            emitted(in: setting).edges(in: setting).map {
                var edge = $0
                edge.isGivenAsSeen = true
                return edge
            }
        case .sum(let parts): parts.flatMap { $0.spectrum.edges(in: setting) }
        case .powerLaw, .table: []
        }
    }
}

extension SourceSpectrum.Component {
    fileprivate var observed: Self { Self(amplitude: amplitude, spectrum: .observed(spectrum)) }
}

extension TransportSetting {
    /// By which factor the break of a spectrum lies higher at the sources than it is seen: where the two power laws cross
    /// that it arrives as, (⟨(1+z)^−γ₁⟩/⟨(1+z)^−γ₂⟩)^(1/(γ₂−γ₁)) over the sources, a mean of 1 + z.
    /// - Parameters:
    ///   - below: γ₁.
    ///   - above: γ₂.
    public func meanScale(below: Double, above: Double) -> Double {
        Self.meanScale(below: below, above: above) { Double.log(arriving(index: $0)) }
    }

    fileprivate static func meanScale(below: Double, above: Double, _ arriving: (Double) -> Double) -> Double {
        // Of equal powers, the limit of ever closer ones, to the square of this.
        let least = 1e-3
        let (first, second) = abs(above - below) < least ? (below - least, below + least) : (below, above)
        return Double.exp((arriving(first) - arriving(second)) / (second - first))
    }

    /// By which factor a cut-off lies higher at the sources than it is seen, ⟨(1+z)^(1−γ)⟩/⟨(1+z)^−γ⟩: so what arrives falls
    /// below its power law at first as a cut-off does.
    /// - Parameter index: γ.
    public func meanScale(index: Double) -> Double { Self.meanScale(index: index) { Double.log(arriving(index: $0)) } }

    fileprivate static func meanScale(index: Double, _ arriving: (Double) -> Double) -> Double {
        Double.exp(arriving(index - 1) - arriving(index))
    }

    /// ⟨(1+z)^−γ⟩ over the sources, up to a factor: what arrives of a power law, eq. (3).
    fileprivate func arriving(index: Double) -> Double {
        let upper = Double.log(1 + maximumRedshift)
        guard evolution != .point else { return Double.exp(-index * upper) }
        let shape = SourceTable.shape(self, upper: upper, steps: Precision().sourceSteps)
        return SourceTable(shape: shape, upper: upper, index: index).total
    }
}
