import NumericalMethods
import Physics

/// The narrow-line solution for every mediator at once.
///
/// At fixed masses, mixing, universe and sources the ratio to free streaming of a power law depends on E/m²,
/// κ = C g′²/m² and γ alone. So a scan over (m, g′, γ) reads one table, at a shift in ln E.
public struct SelfSimilarTable: TransportSolver {
    public let name = "narrow-line-table"
    public var setting: TransportSetting { solver.setting }
    public var tolerance: Double { solver.tolerance }
    /// The spectral indices it covers.
    public let indices: ClosedRange<Double>
    let solver: NarrowLineSolver
    let grid: SpectralGrid
    let strengths: StrengthGrid
    private let slices: [SelfSimilarSlice]
    private let firstIndex: Double

    /// Fills the table: a tenth of a second or two on one core, and it takes all.
    /// - Parameters:
    ///   - solver: what it stands in for.
    ///   - indices: γ from, to.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)`` where the solver does not cover them.
    public init(_ solver: NarrowLineSolver, indices: ClosedRange<Double> = 1.8...3.5) throws(TransportError) {
        let step = solver.precision.indexStep
        let allowed = TransportSetting.indices
        guard indices.lowerBound >= allowed.lowerBound, indices.upperBound <= allowed.upperBound else {
            throw .indexOutOfRange(
                allowed.contains(indices.lowerBound) ? indices.upperBound : indices.lowerBound,
                lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        // A node beyond either end keeps the interpolation in the middle of its stencil, where it is best; beyond all that may be asked
        // for there is none.
        let most = Int(((allowed.upperBound - allowed.lowerBound) / step).rounded(.down)) + 1
        let count = min(Int(((indices.upperBound - indices.lowerBound) / step).rounded(.up)) + 4, most)
        let span = step * Double(count - 1)
        let first = max(min(indices.lowerBound - step, allowed.upperBound - span), allowed.lowerBound)
        let spectra = try (0..<count).map { node throws(TransportError) in
            try solver.spectrum(index: min(first + step * Double(node), allowed.upperBound))
        }
        self.init(solver, spectra, indices: indices, relativeStep: 1)
    }

    /// Fills a table of a single spectral index: exact in that and, as it costs so little, with half the other steps, good to
    /// 1e-5 of a bin.
    /// - Parameters:
    ///   - solver: what it stands in for.
    ///   - gamma: γ.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)`` where the solver does not cover it.
    public init(_ solver: NarrowLineSolver, index gamma: Double) throws(TransportError) {
        self.init(solver, [try solver.spectrum(index: gamma)], indices: gamma...gamma, relativeStep: 0.5)
    }

    /// On all cores, an index at a time.
    private init(
        _ solver: NarrowLineSolver, _ spectra: [NarrowLineSpectrum], indices: ClosedRange<Double>, relativeStep: Double
    ) {
        let precision = solver.precision
        let grid = SpectralGrid(edges: solver.geometry.edges, step: precision.tableEnergyStep * relativeStep)
        let strengths = StrengthGrid(solver.geometry, step: precision.strengthStep * relativeStep)
        slices = Parallel.map(spectra.count) { number in
            SelfSimilarSlice(spectra[number], grid: grid, strengths: strengths)
        }
        self.solver = solver
        self.indices = indices
        self.grid = grid
        self.strengths = strengths
        firstIndex = spectra[0].index
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        guard indices.contains(gamma) else {
            throw .indexOutOfRange(gamma, lower: indices.lowerBound, upper: indices.upperBound)
        }
        guard slices.count > 1 else {
            return TabulatedSpectrum(index: gamma, table: self, slices: slices, weights: [1, 0, 0, 0])
        }
        let offset = (gamma - firstIndex) / solver.precision.indexStep
        let stencil = CubicStencil(offset: offset, count: slices.count)
        return TabulatedSpectrum(
            index: gamma, table: self, slices: Array(slices[stencil.first..<stencil.first + 4]),
            weights: stencil.weights)
    }

    public func projected(
        _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) throws(TransportError) -> any FluxesAlongIndex {
        let charged = try InterpolatedAlongIndex(solver, bins, indices) { $0.projected(bins) }
        guard slices.count > 1, !grid.cells.isEmpty, self.indices.contains(indices.lowerBound),
            self.indices.contains(indices.upperBound)
        else { return try InterpolatedAlongIndex(self, bins, indices) { $0.projected(bins) } }
        return TabulatedAlongIndex(self, slices, firstIndex: firstIndex, bins, indices, otherwise: charged)
    }

    /// That of the line's width; the table's own error is below 1e-4.
    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        solver.estimatedError(mediator, index: gamma)
    }
}
