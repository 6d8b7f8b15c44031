import ConstraintKit
import IceCubeFit
import Physics
import RealModule
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
    /// γ, given or fitted; nil where the spectrum has none.
    public var gamma: Double?
    /// The spectrum of the sources, as it was chosen.
    public var spectrum: String
    /// At Earth, as asked for [GeV].
    public var energies: [Double]
    /// Of the mass states 1, 2, 3, ν and ν̄ together, at each energy [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var states: [SIMD3<Double>]
    /// The same without a Z′.
    public var freeStates: [SIMD3<Double>]
    /// From mass states to flavours.
    public var mixing: MixingMatrix
    /// Where the Z′ is met.
    public var lines: [ResonanceLine]
    /// The name of the solver that was used.
    public var solver: String
    /// What the solver's approximation may move a ratio by.
    public var estimatedError: Double
    public var caveats: [Caveat]
    /// What was found for the numbers of the spectrum that have ranges.
    public var spectrumValues: [SpectrumValue] = []

    /// An energy at which nothing arrives of a state or flavour without a Z′ [GeV]: there is no ratio to it. Nil: none.
    public var energyWithoutRatio: Double? {
        zip(energies, freeStates).first { !($1.min() > 0 && mixing.flavours(of: $1).min() > 0) }?.0
    }

    /// Energies for a line through the spectrum, rising from the lowest of ``energies`` to the highest [GeV]: a hundred a
    /// decade, and both sides of each jump.
    public var energiesOfFigure: [Double] {
        guard let lowest = energies.min(), let highest = energies.max(), lowest < highest else { return energies }
        let count = Int((100 * Double.log10(highest / lowest)).rounded(.up))
        let between = (0...count).map { lowest * Double.pow(highest / lowest, Double($0) / Double(count)) }
        return (energies + between + lines.flatMap(\.edges)).filter { (lowest...highest).contains($0) }.sorted()
    }
}

extension IceCubeComparison {
    /// The flux at Earth at a point, with the amplitude and index of the scenario or of its best fit.
    /// - Parameters:
    ///   - energies: [GeV]
    ///   - givenAmplitude: A in place of the scenario's; nil: the scenario's.
    ///   - givenGamma: γ, the same.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` for an index where the sources have none.
    public func spectrum(
        mass: Mass, coupling: Coupling, energies: [Double], amplitude givenAmplitude: Double? = nil,
        gamma givenGamma: Double? = nil
    ) throws -> EarthSpectrum {
        let mediator = mediator(mass: mass, coupling: coupling)
        let (there, best) = try given(
            mass: mass, coupling: coupling, amplitude: givenAmplitude ?? amplitude, gamma: givenGamma ?? gamma)
        let solver = there.solver
        let prepared = try solver.prepared(index: best.gamma)
        let setting = solver.setting
        return EarthSpectrum(
            mass: mass, coupling: coupling, amplitude: best.amplitude, gamma: hasIndex ? best.gamma : nil,
            spectrum: shape?.text ?? "power-law", energies: energies,
            states: try prepared.fluxes(mediator, energies: energies).map { $0 * best.amplitude },
            freeStates: prepared.freeFluxes(energies: energies).map { setting.freeStates * $0 * best.amplitude },
            mixing: setting.mixing, lines: setting.resonanceLines(mediator),
            solver: solver.method(for: mediator, index: best.gamma).rawValue,
            estimatedError: solver.estimatedError(mediator, index: best.gamma),
            caveats: try there.caveats(mediator, best), spectrumValues: there.universe.spectrumValues)
    }

    /// χ² at a point with each data point's part of it.
    public func detail(mass: Mass, coupling: Coupling) throws -> Chi2Detail {
        let mediator = mediator(mass: mass, coupling: coupling)
        let (there, best) = try best(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma)
        return Chi2Detail(
            mass: mass, coupling: coupling, fit: best, hasIndex: hasIndex, spectrum: shape?.text,
            ratio: fit.ratio(chi2: best.chi2),
            chi2WithoutMediator: withoutMediator.chi2, freeFit: freeFit, chi2StandardModel: fit.standardModelChi2,
            segments: try there.fit.segments(mediator, amplitude: best.amplitude, gamma: best.gamma),
            caveats: try there.caveats(mediator, best), provisionalData: provisionalData,
            spectrumValues: there.universe.spectrumValues, freeSpectrumValues: freeSpectrumValues,
            other: try otherAnswer(mass: mass, coupling: coupling))
    }
}

/// χ² of IceCube's spectrum at a point.
public struct Chi2Detail: Sendable {
    public var mass: Mass
    public var coupling: Coupling
    public var fit: Fit
    /// Whether the fit's γ means anything.
    public var hasIndex: Bool
    /// The spectrum of the sources where it is no power law, as it was chosen.
    public var spectrum: String?
    /// The paper's ratio R, eq. (16); nil with too few points for it.
    public var ratio: Double?
    /// χ² without a Z′ under the same treatment of amplitude and index.
    public var chi2WithoutMediator: Double
    /// The best fit without a Z′ of both amplitude and index; where the sources have no power law, of the amplitude.
    public var freeFit: Fit
    /// χ²_SM at the paper's (1.4, 2.6).
    public var chi2StandardModel: Double
    public var segments: [SegmentReport]
    public var caveats: [Caveat]
    /// The stems of data that their source calls provisional.
    public var provisionalData: [String]
    /// What was found for the numbers of the spectrum that have ranges, and without a Z′ under the same treatment.
    public var spectrumValues: [SpectrumValue]
    public var freeSpectrumValues: [SpectrumValue]
    /// With the spectrum that the scenario compares beside its own; nil: none.
    public var other: OtherSpectrumAnswer?
}
