import ConstraintKit
import IceCubeFit
import Physics
import Transport

/// A neutrino flavour.
public enum Flavour: String, Sendable, Hashable, CaseIterable {
    case electron = "e"
    case muon = "mu"
    case tau

    /// The flux of this flavour among those of all three.
    public func flux(of flavours: SIMD3<Double>) -> Double {
        switch self {
        case .electron: flavours.x
        case .muon: flavours.y
        case .tau: flavours.z
        }
    }
}

/// The flux at Earth at a point.
public struct EarthSpectrum: Sendable {
    public var mass: Mass
    public var coupling: Coupling
    /// A, given or fitted [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var amplitude: Double
    /// γ, given or fitted.
    public var gamma: Double
    /// At Earth, as asked for [GeV].
    public var energies: [Double]
    /// Flux of ν_e, ν_μ, ν_τ (each with its antineutrino) over that without a Z′, at each energy.
    public var ratios: [SIMD3<Double>]
    /// Resonance energies of the mass states m_1, m_2, m_3 [GeV]; infinite for a massless state.
    public var lines: [Double]
    /// The name of the solver that was used.
    public var solver: String
    /// What the solver's approximation may move a ratio by.
    public var estimatedError: Double
    public var caveats: [Caveat]

    /// Flux per flavour, ν and ν̄ together, without a Z′ [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public func freeFlux(at energy: Double) -> Double {
        amplitude * FreeFlux.differential(index: gamma, energy: energy)
    }
}

extension IceCubeComparison {
    /// The flux at Earth at a point, with the amplitude and index of the scenario or of its best fit.
    /// - Parameter energies: [GeV]
    public func spectrum(mass: Mass, coupling: Coupling, energies: [Double]) throws -> EarthSpectrum {
        let mediator = mediator(mass: mass, coupling: coupling)
        let best = try fit.profile(mediator, amplitude: amplitude, gamma: gamma)
        let masses = solver.setting.masses.masses
        return EarthSpectrum(
            mass: mass, coupling: coupling, amplitude: best.amplitude, gamma: best.gamma, energies: energies,
            ratios: try solver.ratios(mediator, index: best.gamma, energies: energies)
                .map { solver.setting.flavours(of: $0) },
            lines: (0..<3).map { mediator.resonanceEnergy(neutrinoMass: masses[$0]) },
            solver: solver.method(for: mediator, index: best.gamma).rawValue,
            estimatedError: solver.estimatedError(mediator, index: best.gamma),
            caveats: solver.caveats(mediator, index: best.gamma))
    }

    /// χ² at a point with each data point's part of it.
    public func detail(mass: Mass, coupling: Coupling) throws -> Chi2Detail {
        let mediator = mediator(mass: mass, coupling: coupling)
        let best = try fit.profile(mediator, amplitude: amplitude, gamma: gamma)
        return Chi2Detail(
            mass: mass, coupling: coupling, fit: best, ratio: fit.ratio(chi2: best.chi2),
            chi2WithoutMediator: withoutMediator.chi2, chi2StandardModel: fit.standardModelChi2,
            segments: try fit.segments(mediator, amplitude: best.amplitude, gamma: best.gamma),
            caveats: solver.caveats(mediator, index: best.gamma))
    }
}

/// χ² of IceCube's spectrum at a point.
public struct Chi2Detail: Sendable {
    public var mass: Mass
    public var coupling: Coupling
    public var fit: Fit
    /// The paper's ratio R, eq. (16); nil with too few points for it.
    public var ratio: Double?
    /// χ² without a Z′ under the same treatment of amplitude and index.
    public var chi2WithoutMediator: Double
    /// χ²_SM at the paper's (1.4, 2.6).
    public var chi2StandardModel: Double
    public var segments: [SegmentReport]
    public var caveats: [Caveat]
}
