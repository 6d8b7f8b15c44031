import NumericalMethods
import Physics
import RealModule

/// Narrow lines of sources that emit one bump of a ``SourceBasis`` alone, one after another.
///
/// Where a line lies in energy its bumps do not know: they are counted from the highest line.
struct BumpSpectra: Sendable {
    let basis: SourceBasis
    let geometry: LineGeometry
    private let powerLaw: NarrowLineSpectrum
    private let emission: EmissionRates

    init(_ solver: NarrowLineSolver) {
        geometry = solver.geometry
        basis = SourceBasis(solver.geometry)
        powerLaw = NarrowLineSpectrum(
            solver.geometry, index: SourceResponse.index, energyStep: solver.precision.energyStep)
        emission = solver.geometry.emission(index: SourceResponse.index)
    }

    subscript(number: Int) -> NarrowLineSpectrum {
        let relative = geometry.lines.distances.map { distance in
            (0...2 * emission.cells).map { basis.height(number, at: emission.step / 2 * Double($0) - distance) }
        }
        return NarrowLineSpectrum(powerLaw, source: SourceTable(emission, relative: relative))
    }
}
