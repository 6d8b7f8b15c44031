import Physics

/// A reason why a result holds only within limits, with the facts.
public enum Caveat: Sendable, Hashable {
    /// The line is not narrow: its wings move a ratio by about this, more than the tolerance.
    case finiteWidth(estimatedError: Double, tolerance: Double)
    /// Lines have their width, and the grid's step moves a ratio by about this, more than the tolerance.
    case gridStep(estimatedError: Double, tolerance: Double)
    /// The exchange in the t-channel is left out; its optical depth, averaged over the sources, is about this at s ≫ m².
    case exchangeNeglected(coupling: Double, opticalDepth: Double)
    /// The coupling is so large that what is left out makes the result indicative only.
    case indicative(coupling: Double)
    /// The targets of a mass state (1, 2, 3) are not at rest at z_max: 3.15 T_ν(1+z_max)/m_j is this, nil
    /// for a massless state, which is left out as a target.
    case thermalMotion(state: Int, ratio: Double?)
    /// Those of a mass state count as at rest all the same: that changes the flux in a third of a decade of energy by this at
    /// most, relative to the flux without interaction and in the mean over flavours.
    case targetsAtRest(state: Int, change: Double)
    /// The spectrum of the sources bends, and what was given of that is at the sources or at Earth.
    case spectrumEdge(SpectrumEdge)
    /// The amplitude A that was profiled is that of no flux that could be: outside ``physicalAmplitudes``.
    case unphysicalAmplitude(Double)
    /// The amplitude A that was given leaves of the spectrum, in any segment of the data and without a Z′, at most this share of what
    /// is measured there: less than ``leastShareOfFlux``.
    case fluxUnseen(amplitude: Double, share: Double)

    /// What A may be of a flux per flavour at 100 TeV [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]: a hundredth to a hundred times the one
    /// that is seen.
    public static let physicalAmplitudes = 0.01...100.0
    /// Below this share of what is measured nothing is left that a Z′ could change: a hundredth, as of ``physicalAmplitudes``.
    public static let leastShareOfFlux = 0.01
}

extension TransportSolver {
    /// Everything a reader of a result should know about it.
    /// - Parameter tolerance: the error of a ratio that need not be mentioned; nil: the solver's.
    public func caveats(_ mediator: Mediator, index gamma: Double, tolerance: Double? = nil) -> [Caveat] {
        let tolerance = tolerance ?? self.tolerance
        var caveats: [Caveat] = []
        let error = estimatedError(mediator, index: gamma)
        if error > tolerance {
            switch method(for: mediator, index: gamma) {
            case .narrowLine: caveats.append(.finiteWidth(estimatedError: error, tolerance: tolerance))
            case .grid: caveats.append(.gridStep(estimatedError: error, tolerance: tolerance))
            }
        }
        let coupling = mediator.coupling.value
        // Averaged over sources, twice that today.
        let depth = 2 * setting.exchangeDepth(mediator)
        if depth > Validity.negligibleDepth {
            caveats.append(.exchangeNeglected(coupling: coupling, opticalDepth: depth))
        }
        if depth > Validity.indicativeDepth { caveats.append(.indicative(coupling: coupling)) }
        return caveats + setting.movingTargets(mediator, index: gamma, tolerance: tolerance)
            + edges(index: gamma).map(Caveat.spectrumEdge)
    }
}

/// Where what is left out begins to matter.
private enum Validity {
    /// Optical depth of the exchange in the t-channel up to which it need not be mentioned: at 6.5 MeV that of g′ = 2.35e-3.
    static let negligibleDepth = 8.9e-5
    /// Above it the exchange may change a spectrum by a per cent: at 6.5 MeV from g′ = 7.8e-3 on.
    static let indicativeDepth = 1.08e-2
    /// Mean momentum over mass of relic neutrinos at z_max up to which they count as at rest.
    static let atRest = 0.2
}

extension TransportSetting {
    /// The mass states whose relic neutrinos are not at rest at z_max: ⟨p⟩ = 3.15 T of a Fermi gas.
    fileprivate func movingTargets(_ mediator: Mediator, index gamma: Double, tolerance: Double) -> [Caveat] {
        let momentum = 3.15 * Constants.neutrinoTemperature * (1 + maximumRedshift)
        return (0..<3).flatMap { state -> [Caveat] in
            let mass = masses.masses[state]
            guard momentum > Validity.atRest * mass else { return [] }
            guard mass > 0 else { return [.thermalMotion(state: state + 1, ratio: nil)] }
            let change = MovingTargets(self, state: state).greatestChange(mediator, index: gamma)
            return [.thermalMotion(state: state + 1, ratio: momentum / mass)]
                + (change > tolerance ? [.targetsAtRest(state: state + 1, change: change)] : [])
        }
    }
}
