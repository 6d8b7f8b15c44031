import NumericalMethods
import Physics
import RealModule
import Synchronization

/// Fluxes of lines with width for one mediator after another, read between solutions on the grid.
///
/// At fixed masses, mixing, universe and sources the spectrum of a power law depends on E/m², κ, g′² and γ alone, where the
/// Z′ decays to neutrinos only. A solution, which gives all energies and indices at once, is made when a mediator next to
/// it is first asked for, and is the same whoever asks: so are the digits of what is read.
final class WideTable: ProjectedFluxes {
    typealias Lanes = GridIndices.Lanes

    /// The most that a segment of a third of a decade is off, in units of its flux without a Z′, where sources are spread.
    static let error = 1e-3

    /// The same of any sources: where all lie at one redshift, and not near, grids leave more, and more of it than goes with the square of
    /// their steps.
    static func error(_ geometry: LineGeometry) -> Double {
        geometry.shell.map { error + 6e-3 * min(1, 2 * $0) } ?? error
    }

    let count: Int
    let bins: WideBins
    private let geometry: LineGeometry
    private let plane: WidePlane
    private let mesh: WideMesh
    /// For wings up to each of ``resolutions``.
    private let solvers: [WideSolver]
    private let solutions = Mutex<[WidePlane.Node: WideSolution]>([:])
    /// The sixteen of each stencil that was asked for, by its first.
    private let stencils = Mutex<[WidePlane.Node: [WideSolution]]>([:])

    init(_ geometry: LineGeometry, indices: [Double], _ wanted: [ProjectedBin]) {
        self.geometry = geometry
        plane = WidePlane(depth: geometry.depth(scale: 1))
        let sources = indices.map { geometry.source(index: $0) }
        solvers = Self.resolutions.map { WideSolver(geometry, indices, sources, pointsPerDecade: $0.pointsPerDecade) }
        mesh = WideMesh(distances: geometry.steps)
        bins = WideBins(wanted, solvers[0].fine.lanes, free: geometry.freeStates)
        count = indices.count * wanted.count
    }

    /// Whether a mediator is within what is tabulated.
    func serves(_ mediator: Mediator) -> Bool {
        guard geometry.lines.count > 0, Self.masses.contains(mediator.mass.inMeV),
            Self.couplings.contains(mediator.coupling.value),
            Self.wings.contains(plane.wing(mediator)),
            // Where the Z′ decays to charged leptons too, width and daughters are others.
            mediator.invisibleFraction(charges: geometry.charges) == 1
        else { return false }
        let range = places(logarithmOfHighest: geometry.logarithmOfHighestLine(mediator))
        return range.lowerBound >= mesh.range.lowerBound && range.upperBound <= mesh.range.upperBound
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        let stencil = plane.stencil(mediator)
        bins.read(
            fluxes, stencil, solutions(stencil.first), mesh,
            logarithmOfHighest: geometry.logarithmOfHighestLine(mediator))
    }

    private func solutions(_ first: WidePlane.Node) -> [WideSolution] {
        if let known = stencils.withLock({ $0[first] }) { return known }
        let found = (0..<16).map { solution(first.neighbour($0)) }
        stencils.withLock { $0[first] = found }
        return found
    }

    /// Solves what many mediators need, on all cores.
    /// - Parameters:
    ///   - mediators: those that are served.
    ///   - progress: told the fraction done after each solution, from any thread.
    func prepare(
        for mediators: some Sequence<Mediator>, progress: @Sendable (Double) -> Void = { _ in },
        shouldStop: @Sendable () -> Bool
    ) {
        var cells: Set<WidePlane.Node> = []
        for mediator in mediators { cells.insert(plane.stencil(mediator).first) }
        let missing = Set(cells.flatMap { cell in (0..<16).map(cell.neighbour) })
        let nodes = solutions.withLock { known in missing.filter { known[$0] == nil } }
        // In an order of their own, so that cores do not wait for the same ones.
        let order = nodes.sorted { ($0.wing, $0.strength) < ($1.wing, $1.strength) }
        let done = Atomic(0)
        _ = Parallel.ranges(order.count, chunk: 1, shouldStop: shouldStop) { range in
            for number in range {
                _ = solution(order[number])
                let sum = done.add(1, ordering: .relaxed).newValue
                progress(Double(sum) / Double(order.count))
            }
        }
    }

    private func solution(_ node: WidePlane.Node) -> WideSolution {
        if let known = solutions.withLock({ $0[node] }) { return known }
        // Two threads may both solve it, and find the same.
        let solved = solve(node)
        return solutions.withLock { known in
            if let other = known[node] { return other }
            known[node] = solved
            return solved
        }
    }

    private func solve(_ node: WidePlane.Node) -> WideSolution {
        let lines = plane.lines(node)
        let wing = plane.wing(node)
        let solver = solvers[Self.resolutions.firstIndex { wing <= $0.upTo } ?? solvers.count - 1]
        // Energies are in units of the highest line's.
        let resonance = Resonance(
            strength: lines.strength, squaredCoupling: lines.squaredCoupling, geometry, logarithmOfHighest: 0)
        let served = plane.served(by: node, masses: Self.masses, leastWing: Self.wings.lowerBound)
        let first = mesh.cell(
            of: places(logarithmOfHighest: geometry.logarithmOfHighestLine(served.lowerBound)).lowerBound)
        let last =
            mesh.cell(of: places(logarithmOfHighest: geometry.logarithmOfHighestLine(served.upperBound)).upperBound) + 1
        return WideSolution(
            resonance, places: mesh.places[first...last], solver: solver, projections: bins.projections)
    }

    /// ε of all that is read of a mediator.
    private func places(logarithmOfHighest: Double) -> ClosedRange<Double> {
        logarithmOfHighest - bins.logarithms.upperBound...logarithmOfHighest - bins.logarithms.lowerBound
    }

    /// [MeV]
    private static let masses = 0.1...211.0
    private static let couplings = 1e-6...0.5
    /// Of y: below, lines are narrow; beyond, so little is left of the flux that an error far below ``error`` is one of χ²
    /// once an amplitude of ten or more makes up for it.
    private static let wings = -14.0...13.0
    /// Points a decade of the finer of two grids, for y up to some value: the error of grids grows with the wings.
    private static let resolutions: [(upTo: Double, pointsPerDecade: Double)] = [
        (5.6, 56), (8.1, 80), (.infinity, 120),
    ]
}
