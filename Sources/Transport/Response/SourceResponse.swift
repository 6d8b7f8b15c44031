import NumericalMethods
import RealModule

/// What every mediator makes of every spectrum of the sources, by narrow lines.
///
/// Transport is linear in the sources, and depends on E/E_1st and κ = C g′²/m² alone. So the cumulative fluxes of
/// ``SelfSimilarSlice`` are known for one bump in the emitted energy after another, and those of a spectrum are a sum over them.
struct SourceResponse: Sendable {
    let solver: NarrowLineSolver
    let basis: SourceBasis
    let grid: SpectralGrid
    let strengths: StrengthGrid
    /// Of each bump.
    let slices: [SelfSimilarSlice]

    /// γ of the power law that all are counted by: in the middle of what is seen.
    static let index = 2.5
    /// Where lines lie farther apart in ln E there are too many bumps to be worth their time.
    private static let greatestDistance = 8.0

    /// Fills the table, on all cores, a bump at a time: some tenths of a second.
    /// - Returns: nil where lines lie so far apart that it does not pay.
    init?(_ solver: NarrowLineSolver) {
        let geometry = solver.geometry
        guard let distance = geometry.lines.distances.last, distance < Self.greatestDistance else { return nil }
        let basis = SourceBasis(geometry)
        let grid = SpectralGrid(edges: geometry.edges, step: solver.precision.tableEnergyStep)
        let strengths = StrengthGrid(geometry, step: solver.precision.strengthStep)
        let powerLaw = NarrowLineSpectrum(geometry, index: Self.index, energyStep: solver.precision.energyStep)
        let emission = geometry.emission(index: Self.index)
        slices = Parallel.map(basis.count) { number in
            let relative = geometry.lines.distances.map { distance in
                (0...2 * emission.cells).map {
                    basis.height(number, at: emission.step / 2 * Double($0) - distance)
                }
            }
            let spectrum = NarrowLineSpectrum(powerLaw, source: SourceTable(emission, relative: relative))
            return SelfSimilarSlice(spectrum, grid: grid, strengths: strengths)
        }
        (self.solver, self.basis, self.grid, self.strengths) = (solver, basis, grid, strengths)
    }
}
