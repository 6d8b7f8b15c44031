/// Two grids, whose errors go with the square of their steps: their sum has none of that order. What lies next to lines adds
/// little to a segment, and may be coarser than where a spectrum is asked for at single energies.
struct WideSolver: Sendable {
    let fine: GridSpectra
    private let coarse: GridSpectra

    /// - Parameter pointsPerDecade: of the finer.
    init(_ geometry: LineGeometry, _ indices: [Double], _ sources: [SourceTable], pointsPerDecade: Double) {
        // Of sources at one redshift steps along u are of second order as those across levels, and have more of the error.
        let isShell = geometry.shell != nil
        func spectra(_ pointsPerDecade: Double) -> GridSpectra {
            let layout = GridLayout(
                geometry, pointsPerDecade: isShell ? pointsPerDecade * 1.5 : pointsPerDecade,
                levelsPerInterval: isShell ? 1 : 2, growth: 0.6, nearest: 1e-3)
            return GridSpectra(
                geometry: geometry, layout: layout, lanes: GridIndices(indices, layout: layout, sources: sources))
        }
        fine = spectra(pointsPerDecade)
        coarse = spectra(pointsPerDecade / 2)
    }

    /// What each counts for.
    var parts: [(spectra: GridSpectra, part: Double)] { [(fine, 4.0 / 3), (coarse, -1.0 / 3)] }
}
