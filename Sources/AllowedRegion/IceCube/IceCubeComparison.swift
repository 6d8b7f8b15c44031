import ConstraintKit
import CurveArchive
import Files
import IceCubeFit
import Physics
import Scenarios
import Transport
import VOTable

/// A scenario's comparison with IceCube's spectrum, made ready.
public final class IceCubeComparison: Sendable {
    public let fit: IceCubeFit
    /// Of the files of its data, by the names the scenario has for them.
    let dataDigests: [String: SHA256]
    public let solver: any TransportSolver
    /// Narrow lines in the same setting, for what scans them.
    let narrow: NarrowLineSolver
    /// How single points are solved, and a fit of all parameters.
    let pointChoice: SolverChoice
    /// How many points at once are solved.
    let scanChoice: SolverChoice
    /// A; nil: profiled.
    let amplitude: Double?
    /// γ; nil: profiled. Without meaning where the spectrum has none, see ``hasIndex``.
    let gamma: Double?
    /// The spectrum of the sources where it is no power law.
    let shape: Chosen<SpectrumFamily>?
    /// Whether the spectrum of the sources has a γ.
    package let hasIndex: Bool
    package let crossSection: CrossSection
    /// The best fit without a Z′ under the same treatment of amplitude and index.
    let withoutMediator: Fit
    /// With a spectrum beside the scenario's; nil: none.
    private let other: OtherComparison?
    /// The best fit without a Z′ of both amplitude and index; where the spectrum has no γ, of the amplitude.
    let freeFit: Fit

    /// A million times the flux that is seen; the square of one that is far larger is no number any more.
    public static let greatestAmplitude = 1e6

    /// - Throws: ``DataSetLibraryError``, ``FitError/unusableAmplitude(_:)`` above ``greatestAmplitude``, and what the data, the masses of the neutrinos or the transport refuse.
    public init(_ scenario: Scenario, dataSets: DataSetLibrary = DataSetLibrary()) throws {
        let choice = scenario.iceCube
        amplitude = choice.amplitude
        crossSection = scenario.conventions.crossSection
        if let amplitude, amplitude > Self.greatestAmplitude { throw FitError.unusableAmplitude(amplitude) }
        var precision = Precision()
        precision.tolerance = scenario.tolerance
        narrow = try NarrowLineSolver(TransportSetting(scenario), precision: precision)
        pointChoice = scenario.solver ?? .automatic
        let emission = try Emission(scenario.sources.spectrum?.value, gamma: choice.gamma, pointChoice, narrow)
        (solver, gamma, hasIndex) = (emission.solver, emission.gamma, emission.hasIndex)
        shape = emission.isShape ? scenario.sources.spectrum : nil
        scanChoice = scenario.solver ?? .narrowLine
        let data = try dataSets.dataSets(of: scenario)
        dataDigests = data.digests
        fit = try IceCubeFit(dataSets: data.dataSets, solver: solver, treatment: choice.treatment)
        withoutMediator = try fit.profile(nil, amplitude: amplitude, gamma: gamma)
        let isAnother = scenario.sources.otherSpectrum?.value != scenario.sources.spectrum?.value
        other = isAnother ? try OtherComparison(scenario.sources.otherSpectrum, pointChoice, narrow, fit) : nil
        // A power law without a Z′ needs no solver: narrow lines are the quickest to make ready.
        freeFit =
            shape == nil
            ? try IceCubeFit(dataSets: data.dataSets, solver: narrow, treatment: choice.treatment).profile(nil)
            : try fit.profile(nil, gamma: hasIndex ? nil : gamma)
    }

    /// Where the data come from.
    var references: [Reference] { fit.dataSets.flatMap(\.references) }

    func mediator(mass: Mass, coupling: Coupling) -> Mediator {
        Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
    }

    /// The stems of data that their source calls provisional.
    public var provisionalData: [String] { fit.dataSets.filter(\.isProvisional).map(\.stem) }

    /// What IceCube's data say about a point with the spectrum beside the scenario's; nil where there is none.
    func otherAnswer(mass: Mass, coupling: Coupling) throws -> OtherSpectrumAnswer? {
        try other?.answer(mediator(mass: mass, coupling: coupling))
    }

    /// What IceCube's data say about a point.
    func answer(mass: Mass, coupling: Coupling) throws -> IceCubeAnswer {
        let mediator = mediator(mass: mass, coupling: coupling)
        let best = try fit.profile(mediator, amplitude: amplitude, gamma: gamma)
        return IceCubeAnswer(
            chi2: best.chi2, deltaChi2: best.chi2 - withoutMediator.chi2,
            deltaFromFreeFit: best.chi2 - freeFit.chi2, ratio: fit.ratio(chi2: best.chi2),
            amplitude: best.amplitude, gamma: hasIndex ? best.gamma : nil, spectrum: shape?.text,
            profiled: best.profiled.names,
            caveats: caveats(mediator, best), provisionalData: provisionalData)
    }

    /// Of the transport, and of an amplitude that was fitted.
    func caveats(_ mediator: Mediator, _ fit: Fit) -> [Caveat] {
        solver.caveats(mediator, index: fit.gamma) + Self.caveats(ofAmplitude: fit)
    }

    static func caveats(ofAmplitude fit: Fit) -> [Caveat] {
        guard fit.profiled.contains(.amplitude), !Caveat.physicalAmplitudes.contains(fit.amplitude) else { return [] }
        return [.unphysicalAmplitude(fit.amplitude)]
    }
}

extension Fit.Profiled {
    /// The names of the parameters, as in machine-readable answers.
    public var names: [String] {
        (contains(.amplitude) ? ["amplitude"] : []) + (contains(.index) ? ["gamma"] : [])
    }
}
