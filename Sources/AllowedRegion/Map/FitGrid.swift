import IceCubeFit
import Scenarios

/// The fit to IceCube's data at every point of a grid, for what looks values up between them.
public struct FitGrid: Sendable {
    public let grid: MapGrid
    /// χ², one a point in the order of ``MapGrid/index(column:row:)``.
    public let chi2: [Double]
    /// A, given or fitted [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public let amplitude: [Double]
    /// γ, given or fitted; nil where the sources have no power law.
    public let gamma: [Double?]
    /// χ² without a Z′ under the same treatment of amplitude and index.
    public let chi2WithoutMediator: Double
    /// χ² of the best fit without a Z′ of both amplitude and index.
    public let chi2OfFreeFit: Double
    /// The χ² with a Z′ that is as good per degree of freedom as that fit.
    public let chi2AsGoodAsFreeFit: Double
    /// R over χ²: the paper's ratio is proportional to it.
    public let ratioPerChi2: Double

    /// - Parameter map: one that is made with the same comparison.
    public init(_ comparison: IceCubeComparison, as map: RegionMap) {
        self.init(comparison, map.grid, map.chi2, map.amplitude, map.gamma)
    }

    /// - Throws: what the transport or the fit refuses.
    public init(_ comparison: IceCubeComparison, on grid: MapGrid) throws {
        let spectra = try comparison.map(grid) { _ in }
        self.init(comparison, grid, spectra.chi2, spectra.amplitude, spectra.gamma)
    }

    private init(
        _ comparison: IceCubeComparison, _ grid: MapGrid, _ chi2: [Double], _ amplitude: [Double], _ gamma: [Double?]
    ) {
        (self.grid, self.chi2, self.amplitude, self.gamma) = (grid, chi2, amplitude, gamma)
        (chi2WithoutMediator, chi2OfFreeFit) = (comparison.withoutMediator.chi2, comparison.freeFit.chi2)
        chi2AsGoodAsFreeFit = comparison.fit.chi2(asGoodAs: comparison.freeFit.chi2)
        ratioPerChi2 = comparison.fit.ratio(chi2: 1) ?? .nan
    }
}
