import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import IceCubeFit
import Physics
import Scenarios
import Transport

/// Every number of the paper, computed here: what it says is compared with these.
public final class Reproduction: Sendable {
    /// The scenario with the bounds that the paper's Fig. 2 draws: no W decays, no N_eff.
    public let scenario: Scenario
    public let anomalies: Anomalies
    public let limits: PublishedLimits
    /// What the corrections of the scenario `consistent` do to bounds.
    public let corrections: [CorrectedBound]
    public let spectrum: SpectrumNumbers
    /// All four parameters free, with g′ below NA64μ 2024 (the paper's Fig. 1), below its projection for 1e11 muons, and
    /// without a restriction.
    public let belowNA64: FitAnswer
    public let belowProjection: FitAnswer
    public let unrestricted: FitAnswer
    /// As ``belowNA64`` by the likelihood of asymmetric Gaussians.
    public let byLikelihood: FitAnswer
    /// The paper's Fig. 2, at (A, γ) = (1.5, 2.5).
    public let map: RegionMap
    public let shares: RegionShares
    /// The paper's Fig. 3: without a Z′, at 5e-4 and at 1e-4, all at (1.4, 2.6).
    public let fluxes: [FittedSpectrum]
    public let dataSets: [DataSet]

    /// The parts of the work, one after the other.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case limits = "limits and spectra"
        case unrestrictedFit = "fit of all four parameters"
        case fitBelowLimit = "fit below the limit of 2024"
        case fitByLikelihood = "fit by the likelihood"
        case fitBelowProjection = "fit below the projection"
        case map
        case figures
    }

    /// Computes them all: some seconds.
    /// - Parameters:
    ///   - catalogue: where the documents of bounds come from.
    ///   - progress: told what is computed now and the fraction done from time to time, from any thread.
    /// - Throws: what a document, the transport or the fit refuses.
    public init(
        catalogue: Catalogue, linkedBounds: LinkedBounds, progress: @Sendable (Stage, Double) -> Void = { _, _ in }
    ) throws {
        progress(.limits, 0)
        let published = try PublishedBounds.ofProgram()
        var scenario = try Scenario.shipped("paper")
        scenario.bounds.removeAll(where: published.notInFigure2.contains)
        self.scenario = scenario
        func analysis(_ scenario: Scenario) throws -> Analysis {
            try Analysis(scenario, catalogue: catalogue, linkedBounds: linkedBounds)
        }
        let analysis = try analysis(scenario)
        anomalies = try Anomalies(published, catalogue)
        limits = try PublishedLimits(published, analysis, catalogue: catalogue, linkedBounds: linkedBounds)
        corrections = try CorrectedBound.all(published, catalogue: catalogue, linkedBounds: linkedBounds)
        spectrum = try SpectrumNumbers(analysis.iceCube)
        progress(.unrestrictedFit, 0.05)

        var request = FitRequest(profiles: [], confidenceLevels: [0.9, 0.95, 0.975])
        unrestricted = try analysis.fit(request) { progress(.unrestrictedFit, 0.05 + 0.15 * $0) }
        request.below = [published.limit]
        belowNA64 = try analysis.fit(request) { progress(.fitBelowLimit, 0.2 + 0.15 * $0) }
        var likelihood = scenario
        likelihood.iceCube.treatment = Treatment(statistic: .asymmetricGaussian)
        byLikelihood = try Analysis(likelihood, catalogue: catalogue, linkedBounds: linkedBounds)
            .fit(request) { progress(.fitByLikelihood, 0.35 + 0.15 * $0) }
        request.below = [published.projection11]
        belowProjection = try analysis.fit(request) { progress(.fitBelowProjection, 0.5 + 0.15 * $0) }

        let grid = try MapGrid(massRange: 1...100, couplingRange: 1e-5...1e-1, columns: 200, rows: 200)
        map = try analysis.map(grid) { progress(.map, 0.65 + 0.35 * $0) }
        shares = RegionShares(map, published)
        dataSets = analysis.iceCube.fit.dataSets
        fluxes = try Self.fluxes(analysis.iceCube)
    }

    private static func fluxes(_ iceCube: IceCubeComparison) throws -> [FittedSpectrum] {
        let standard = IceCubeFit.standardModelPoint
        var fluxes = try iceCube.spectra(
            nil, amplitude: standard.amplitude, gamma: standard.gamma, of: iceCube.fit.dataSets)
        for published in [PublishedPoint.p1, .projected] {
            let point = FourParameterPoint(
                mass: try Mass(inMeV: published.mass), coupling: try Coupling(published.coupling),
                amplitude: standard.amplitude, gamma: standard.gamma,
                chi2: try iceCube.fit.chi2(
                    published.mediator(iceCube.crossSection), amplitude: standard.amplitude, gamma: standard.gamma))
            fluxes += try iceCube.spectra(
                point, amplitude: point.amplitude, gamma: point.gamma, of: iceCube.fit.dataSets)
        }
        return fluxes
    }
}

/// How far the muon's measured moment lies from its two predictions.
public struct Anomalies: Sendable {
    /// (a_μ(measured) − a_μ(predicted))/σ [standard deviations].
    public let whitePaper: Double
    public let lattice: Double

    init(_ published: PublishedBounds, _ catalogue: Catalogue) throws {
        func deviations(_ stem: String) throws -> Double {
            let document = try catalogue.entry(for: stem).document
            return try document.parameter("delta_a_mu") / document.positiveParameter("sigma_a_mu")
        }
        whitePaper = try deviations(published.whitePaper)
        lattice = try deviations(published.lattice)
    }
}
