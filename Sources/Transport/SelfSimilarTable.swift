import Physics
import RealModule

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

    /// Fills the table: some tenths of a second on one core.
    /// - Parameters:
    ///   - solver: what it stands in for.
    ///   - indices: γ from, to.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)`` where the solver does not cover them.
    public init(_ solver: NarrowLineSolver, indices: ClosedRange<Double> = 1.8...3.5) throws(TransportError) {
        let step = solver.precision.indexStep
        let allowed = NarrowLineSolver.indices
        guard indices.lowerBound >= allowed.lowerBound, indices.upperBound <= allowed.upperBound else {
            throw .indexOutOfRange(
                allowed.contains(indices.lowerBound) ? indices.upperBound : indices.lowerBound,
                lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        // A node beyond either end keeps the interpolation in the middle of its stencil, where it is best.
        let count = Int(((indices.upperBound - indices.lowerBound) / step).rounded(.up)) + 4
        let span = step * Double(count - 1)
        let first = max(min(indices.lowerBound - step, allowed.upperBound - span), allowed.lowerBound)
        let grid = SpectralGrid(edges: solver.geometry.edges, step: solver.precision.tableEnergyStep)
        let strengths = StrengthGrid(solver.geometry, step: solver.precision.strengthStep)
        var slices: [SelfSimilarSlice] = []
        for node in 0..<count {
            let spectrum = try solver.spectrum(index: first + step * Double(node))
            slices.append(SelfSimilarSlice(spectrum, grid: grid, strengths: strengths))
        }
        self.solver = solver
        self.indices = indices
        self.grid = grid
        self.strengths = strengths
        self.slices = slices
        firstIndex = first
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        guard indices.contains(gamma) else {
            throw .indexOutOfRange(gamma, lower: indices.lowerBound, upper: indices.upperBound)
        }
        let offset = (gamma - firstIndex) / solver.precision.indexStep
        let stencil = CubicStencil(offset: offset, count: slices.count)
        return TabulatedSpectrum(
            index: gamma, table: self, slices: Array(slices[stencil.first..<stencil.first + 4]),
            weights: stencil.weights)
    }

    /// That of the line's width; the table's own error is below 1e-4.
    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        solver.estimatedError(mediator, index: gamma)
    }
}
