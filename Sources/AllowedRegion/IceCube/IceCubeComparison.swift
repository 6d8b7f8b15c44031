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
    /// Where numbers of the spectrum have ranges, with those that fit best without a Z′.
    let universe: UniverseSpectrum
    /// Of the files of its data, by the names the scenario has for them.
    let dataDigests: [String: SHA256]
    /// The best fit without a Z′ under the same treatment of amplitude and index.
    let withoutMediator: Fit
    /// How many points at once are solved.
    let scanChoice: SolverChoice
    /// With a spectrum beside the scenario's; nil: none.
    private let other: OtherComparison?
    /// The best fit without a Z′ of both amplitude and index; where the spectrum has no γ, of the amplitude.
    let freeFit: Fit
    /// The numbers of the spectrum that have ranges, in that fit.
    let freeSpectrumValues: [SpectrumValue]
    /// The same as fractions of these.
    let freeFractions: [Double]

    /// The greatest A that can be compared with.
    public static var greatestAmplitude: Double { Scenario.IceCube.amplitudes.upperBound }

    /// - Parameter point: to be asked for no other, so that no grid is made ready where narrow lines answer there.
    /// - Throws: ``DataSetLibraryError``, ``FitError/unusableAmplitude(_:)`` above ``greatestAmplitude``, and what the data, the masses of the neutrinos or the transport refuse.
    public init(
        _ scenario: Scenario, dataSets: DataSetLibrary = DataSetLibrary(),
        for point: (mass: Mass, coupling: Coupling)? = nil
    ) throws {
        let data = try dataSets.dataSets(of: scenario)
        dataDigests = data.digests
        let open = try UniverseSpectrum(scenario, dataSets: data.dataSets, for: point)
        (universe, withoutMediator) = try open.best(nil, amplitude: open.amplitude, gamma: open.gamma)
        scanChoice = scenario.solver ?? .narrowLine
        other = try OtherComparison(scenario, beside: open)
        let isFree = open.amplitude == nil && (open.gamma == nil || !open.hasIndex)
        let free =
            isFree
            ? (universe, withoutMediator) : try open.best(nil, amplitude: nil, gamma: open.hasIndex ? nil : open.gamma)
        (freeFit, freeSpectrumValues, freeFractions) = (free.1, free.0.spectrumValues, free.0.fractions)
    }

    /// The same where the numbers of the spectrum that have ranges stand elsewhere.
    private init(_ comparison: IceCubeComparison, _ universe: UniverseSpectrum) {
        self.universe = universe
        (dataDigests, scanChoice, other) = (comparison.dataDigests, comparison.scanChoice, comparison.other)
        (withoutMediator, freeFit) = (comparison.withoutMediator, comparison.freeFit)
        (freeSpectrumValues, freeFractions) = (comparison.freeSpectrumValues, comparison.freeFractions)
    }

    /// The same where the numbers of the spectrum that have ranges are given.
    /// - Parameter fractions: of each range.
    /// - Throws: ``SourceSpectrumError``, ``FitError``
    func at(_ fractions: [Double]) throws -> IceCubeComparison {
        IceCubeComparison(self, try universe.at(fractions))
    }

    /// The same spectra beside the data of a forecast; what is said of fits without a Z′ is still of the scenario's.
    /// - Throws: ``FitError``
    func fitted(to data: IceCubeFit) throws(FitError) -> IceCubeComparison {
        IceCubeComparison(self, try universe.fitted(to: data))
    }

    /// The best fit at a point, and the comparison with the spectra that it is of.
    func best(
        mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?
    ) throws -> (there: IceCubeComparison, fit: Fit) {
        let best = try universe.best(
            mediator(mass: mass, coupling: coupling), amplitude: amplitude, gamma: gamma)
        return (universe.box == nil ? self : IceCubeComparison(self, best.universe), best.fit)
    }

    /// Where the data come from.
    var references: [Reference] { fit.dataSets.flatMap(\.references) }

    public var fit: IceCubeFit { universe.fit }
    public var solver: any TransportSolver { universe.solver }
    var narrow: NarrowLineSolver { universe.narrow }
    var pointChoice: SolverChoice { universe.pointChoice }
    var amplitude: Double? { universe.amplitude }
    var gamma: Double? { universe.gamma }
    var shape: Chosen<SpectrumFamily>? { universe.shape }
    /// Whether the spectrum of the sources has a γ.
    package var hasIndex: Bool { universe.hasIndex }
    package var crossSection: CrossSection { universe.crossSection }

    func mediator(mass: Mass, coupling: Coupling) -> Mediator { universe.mediator(mass: mass, coupling: coupling) }

    /// The stems of data that their source calls provisional.
    public var provisionalData: [String] { fit.dataSets.filter(\.isProvisional).map(\.stem) }

    /// What IceCube's data say about a point with the spectrum beside the scenario's; nil where there is none.
    func otherAnswer(mass: Mass, coupling: Coupling) throws -> OtherSpectrumAnswer? {
        try other?.answer(mediator(mass: mass, coupling: coupling))
    }

    /// What IceCube's data say about a point.
    func answer(mass: Mass, coupling: Coupling) throws -> IceCubeAnswer {
        let (there, best) = try best(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma)
        return try answer(mass: mass, coupling: coupling, best, at: there)
    }

    /// What a fit at a point says.
    /// - Parameter there: the comparison with the spectrum of the fit, where its numbers were searched.
    func answer(
        mass: Mass, coupling: Coupling, _ best: Fit, at there: IceCubeComparison
    ) throws -> IceCubeAnswer {
        IceCubeAnswer(
            chi2: best.chi2, deltaChi2: best.chi2 - withoutMediator.chi2,
            deltaFromFreeFit: best.chi2 - freeFit.chi2, ratio: fit.ratio(chi2: best.chi2),
            amplitude: best.amplitude, gamma: hasIndex ? best.gamma : nil, spectrum: shape?.text,
            profiled: best.profiled.names, caveats: try there.caveats(mediator(mass: mass, coupling: coupling), best),
            provisionalData: provisionalData, spectrumValues: there.universe.spectrumValues)
    }

    /// Of the transport, and of the amplitude.
    /// - Throws: ``FitError``
    func caveats(_ mediator: Mediator, _ fit: Fit) throws(FitError) -> [Caveat] {
        solver.caveats(mediator, index: fit.gamma) + Self.caveats(ofAmplitude: fit)
            + (try caveats(ofGivenAmplitude: fit))
    }

    /// Of an amplitude that was given where it leaves nothing to be seen of the spectrum: one that a cut-off ends below the data.
    /// - Throws: ``FitError``
    func caveats(ofGivenAmplitude fit: Fit) throws(FitError) -> [Caveat] {
        // Of a power law A alone says what arrives.
        guard !fit.profiled.contains(.amplitude), shape != nil || !Caveat.physicalAmplitudes.contains(fit.amplitude)
        else { return [] }
        let free = try self.fit.segments(nil, amplitude: fit.amplitude, gamma: fit.gamma)
        let shares = free.filter { $0.measured > 0 }.map { $0.predicted / $0.measured }
        guard let share = shares.max(), share < Caveat.leastShareOfFlux else { return [] }
        return [.fluxUnseen(amplitude: fit.amplitude, share: share)]
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
