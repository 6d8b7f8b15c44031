import Physics
import RealModule

/// What the crossings of lines look like in units that leave mediator and spectral index out: computed once a setting.
struct LineGeometry: Sendable {
    /// A neutrino that reaches line `lower` at a node of the grid crossed line `higher` before, or began below it.
    struct Crossing: Sendable {
        /// Whether it began above the higher line.
        var happens: Bool
        /// u of the crossing; u_max where it does not happen.
        var u: Double
        var position: RedshiftGrid.Position
        /// ``survivalWeights(_:slopes:)`` there.
        var survival: SIMD4<Double>
    }

    let lines: Lines
    let charges: ChargeMatrix
    let grid: RedshiftGrid
    /// For each pair of lines, at ``pair(_:_:)`` times the count of nodes, its crossings node by node.
    let crossings: [Crossing]
    /// 1 + z at the nodes.
    let scales: [Double]
    /// See ``depth(scale:)``, at the nodes, and its derivative to u.
    let depthAtNode: [Double]
    let depthSlopeAtNode: [Double]
    /// ε = ln(E_1st/y) at which the spectrum at Earth jumps or bends, rising: every line at every edge of a panel.
    let edges: [Double]
    /// L/H at equal steps in u; empty for a point source.
    var sourceShape: [Double]
    /// The same at fewer steps, and half as many: of other spectra the square of the steps is what a line's table takes.
    private let emissionShape: [Double]
    private let emissionSteps: Int
    /// ``TransportSetting/freeStates``; the fourth lane is unused.
    let free: SIMD4<Double>

    /// W at some indices, where it was known before; nil: at none.
    private let known: SourceTables?
    /// Of the same sources.
    let families: FamilyMemo
    private let depthToday: Double
    private let matter: Double
    private let darkEnergy: Double

    /// - Parameter sources: passed over where they are not those of the setting.
    init(_ setting: TransportSetting, precision: Precision, sources: SourceTables? = nil) {
        let upper = Double.log(1 + setting.maximumRedshift)
        let lines = Lines(setting)
        let grid = RedshiftGrid(upper: upper, kinks: lines.kinks(upper: upper), step: precision.redshiftStep)
        self.lines = lines
        charges = setting.charges
        self.grid = grid
        let universe = setting.cosmology
        let depthToday = 12 * Double.pi * Double.pi * setting.relicDensity / universe.hubbleConstant
        self.depthToday = depthToday
        matter = universe.matterDensity
        darkEnergy = universe.darkEnergyDensity
        free = SIMD4(setting.freeStates, 0)
        emissionSteps = max(precision.sourceSteps / 4, 16)
        emissionShape = SourceTable.shape(setting, upper: upper, steps: emissionSteps)
        known = sources.flatMap { $0.serve(setting, precision) ? $0 : nil }
        families = known?.families ?? FamilyMemo()
        sourceShape = known?.shape ?? SourceTable.shape(setting, upper: upper, steps: precision.sourceSteps)
        let scales = grid.nodes.map { Double.exp($0) }
        let depths = scales.map {
            Self.depth(scale: $0, today: depthToday, universe.matterDensity, universe.darkEnergyDensity)
        }
        (self.scales, depthAtNode) = (scales, depths)
        let slopes = zip(scales, depths).map { scale, depth in
            let cube = universe.matterDensity * scale * scale * scale
            return depth * (3 - 1.5 * cube / (cube + universe.darkEnergyDensity))
        }
        depthSlopeAtNode = slopes
        var crossings: [Crossing] = []
        crossings.reserveCapacity(lines.count * (lines.count - 1) / 2 * grid.nodes.count)
        for lower in 0..<lines.count {
            for higher in 0..<lower {
                let distance = lines.distances[lower] - lines.distances[higher]
                for panel in grid.panels {
                    // At a kink the crossing happens for the one panel and not for the other.
                    let happens = panel.lower + Double(panel.cells) / 2 * panel.step + distance < upper
                    for node in grid.nodes[panel.firstNode...panel.firstNode + panel.cells] {
                        let u = min(node + distance, upper)
                        let position = grid.position(of: u)
                        crossings.append(
                            Crossing(
                                happens: happens, u: u, position: position,
                                survival: Self.survivalWeights(position, slopes: slopes)))
                    }
                }
            }
        }
        self.crossings = crossings
        let panelEdges = grid.panels.map(\.lower) + [upper]
        edges = Set(lines.distances.flatMap { distance in panelEdges.map { $0 + distance } }).sorted()
    }

    /// ``TransportSetting/freeStates``.
    var freeStates: SIMD3<Double> { SIMD3(free.x, free.y, free.z) }

    /// u of the sources where all lie at one redshift; nil: they are spread.
    var shell: Double? { sourceShape.isEmpty ? grid.upper : nil }

    /// ε of all places at which a spectrum at Earth may step, rising: the lines, and where what was emitted on them arrives if that is all
    /// at one place.
    var steps: [Double] {
        (lines.distances + (shell.map { shell in lines.distances.map { $0 + shell } } ?? [])).sorted()
    }

    /// W at a spectral index.
    func source(index gamma: Double) -> SourceTable {
        known?.table(index: gamma) ?? SourceTable(shape: sourceShape, upper: grid.upper, index: gamma)
    }

    /// w at a spectral index, for spectra counted relative to its power law.
    func emission(index gamma: Double) -> EmissionRates {
        EmissionRates(shape: emissionShape, upper: grid.upper, cells: emissionSteps, index: gamma)
    }

    /// ∫ L (1+z)^{1−γ}/H du over all sources, in one unit at all γ.
    func emitted(index gamma: Double) -> Double {
        sourceShape.isEmpty ? Double.exp((1 - gamma) * grid.upper) : source(index: gamma).total
    }

    /// ln E [GeV] of the resonance of highest energy; there must be one.
    func logarithmOfHighestLine(_ mediator: Mediator) -> Double {
        logarithmOfHighestLine(2 * Double.log(mediator.mass.inMeV))
    }

    /// The same of ln m² [ln MeV²].
    func logarithmOfHighestLine(_ logarithmOfSquaredMass: Double) -> Double {
        // E_j = m²/2m_j with m in MeV and m_j in eV is in units of 1e12 eV, 1e3 GeV.
        logarithmOfSquaredMass - lines.logarithmsOfTwiceMass[0] + Double.log(1e3)
    }

    /// τ_ij/(κ |Q_ij|²) = 12π² n(z)/H(z) [eV²] with κ = C g′²/m².
    /// - Parameter scale: 1 + z.
    @inline(__always)
    func depth(scale: Double) -> Double { Self.depth(scale: scale, today: depthToday, matter, darkEnergy) }

    @inline(__always)
    private static func depth(scale: Double, today: Double, _ matter: Double, _ darkEnergy: Double) -> Double {
        let cube = scale * scale * scale
        return today * cube / (matter * cube + darkEnergy).squareRoot()
    }
}
