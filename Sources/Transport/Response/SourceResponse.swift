import NumericalMethods
import Synchronization

/// What every mediator makes of every spectrum of the sources, by narrow lines.
///
/// Transport is linear in the sources, and depends on E/E_1st and κ = C g′²/m² alone. So the cumulative fluxes of
/// ``SelfSimilarSlice`` are known for one bump in the emitted energy after another, and those of a spectrum are a sum over them.
final class SourceResponse: Sendable {
    let solver: NarrowLineSolver
    let basis: SourceBasis
    let grid: SpectralGrid
    let strengths: StrengthGrid
    /// Of each bump.
    let slices: [SelfSimilarSlice]
    /// Those that were asked for last: fits of one spectrum after another ask for the same.
    private let lastBins = Mutex<(wanted: [ProjectedBin], bins: ResponseBins)?>(nil)

    /// γ of the power law that all are counted by: in the middle of what is seen.
    static let index = 2.5
    /// Where lines lie farther apart in ln E there are too many bumps to be worth their time.
    private static let greatestDistance = 8.0

    /// Fills the table, on all cores, a bump at a time: some tenths of a second.
    /// - Returns: nil where lines lie so far apart that it does not pay.
    init?(_ solver: NarrowLineSolver) {
        let geometry = solver.geometry
        guard let distance = geometry.lines.distances.last, distance < Self.greatestDistance else { return nil }
        let grid = SpectralGrid(edges: geometry.edges, step: solver.precision.tableEnergyStep)
        let strengths = StrengthGrid(geometry, step: solver.precision.strengthStep)
        let bumps = BumpSpectra(solver)
        slices = Parallel.map(bumps.basis.count) {
            SelfSimilarSlice(bumps[$0], grid: grid, strengths: strengths)
        }
        (self.solver, basis, self.grid, self.strengths) = (solver, bumps.basis, grid, strengths)
    }

    /// Certain bins, made ready for all mediators and spectra.
    func bins(_ wanted: [ProjectedBin]) -> ResponseBins {
        lastBins.withLock { last in
            if let last, last.wanted == wanted { return last.bins }
            let bins = ResponseBins(self, wanted)
            last = (wanted, bins)
            return bins
        }
    }
}
