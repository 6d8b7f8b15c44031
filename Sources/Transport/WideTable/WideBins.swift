import NumericalMethods
import Physics
import RealModule

/// Bins, and how their fluxes are read from solutions.
struct WideBins: Sendable {
    typealias Lanes = GridIndices.Lanes

    /// Where a bin ends, in one sum over the states.
    private struct Edge: Sendable {
        /// ln E [ln GeV].
        var logarithm: Double
        var projection: Int
        /// (E/100 TeV)^(1−γ) in the unit of the flux, of each group of indices.
        var powers: [Lanes]
    }

    private struct Bin: Sendable {
        var lower: Int
        var upper: Int
        /// The flux without a mediator, of each group of indices.
        var free: [Lanes]
    }

    /// The weights of the states.
    let projections: [SIMD3<Double>]
    /// ln E of all [ln GeV].
    let logarithms: ClosedRange<Double>
    private let edges: [Edge]
    private let bins: [Bin]
    private let indices: Int
    private let groups: Int

    /// - Parameter free: what arrives of each state without interaction, relative to the mean.
    init(_ wanted: [ProjectedBin], _ lanes: GridIndices, free: SIMD3<Double>) {
        var projections: [SIMD3<Double>] = []
        var edges: [Edge] = []
        func edge(_ energy: Double, _ projection: Int) -> Int {
            let logarithm = Double.log(energy)
            let known = edges.firstIndex { $0.logarithm == logarithm && $0.projection == projection }
            if let known { return known }
            let unit = FreeFlux.unit * FreeFlux.pivot
            let distance = logarithm - Double.log(FreeFlux.pivot)
            let powers = lanes.gammas.map { exponential((1 - $0) * distance) * unit }
            edges.append(Edge(logarithm: logarithm, projection: projection, powers: powers))
            return edges.count - 1
        }
        bins = wanted.map { projected in
            let weights = projected.weights
            let projection = projections.firstIndex(of: weights) ?? projections.count
            if projection == projections.count { projections.append(weights) }
            let share = (weights * free).sum()
            let integrals = lanes.gammas.map { gammas in
                var flux = Lanes.zero
                for lane in 0..<4 { flux[lane] = FreeFlux.integrated(index: gammas[lane], bin: projected.bin) }
                return flux * share
            }
            return Bin(
                lower: edge(projected.bin.lower, projection), upper: edge(projected.bin.upper, projection),
                free: integrals)
        }
        self.projections = projections
        self.edges = edges
        indices = lanes.indices.count
        groups = lanes.groups
        let places = edges.map(\.logarithm)
        logarithms = (places.min() ?? 0)...(places.max() ?? 0)
    }

    /// Writes the flux of each bin, index after index.
    /// - Parameter solutions: the sixteen of the stencil.
    func read(
        _ fluxes: UnsafeMutableBufferPointer<Double>, _ stencil: WidePlane.Stencil, _ solutions: [WideSolution],
        _ mesh: WideMesh, logarithmOfHighest: Double
    ) {
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: edges.count * groups) { excess in
            excess.initialize(repeating: .zero)
            withUnsafeTemporaryAllocation(of: Source.self, capacity: 16) { sources in
                for place in 0..<16 {
                    let solution = solutions[place]
                    sources[place] = (solution.values, solution.first, solution.count)
                }
                add(sources, stencil, mesh, logarithmOfHighest: logarithmOfHighest, to: excess)
                withExtendedLifetime(solutions) {}
            }
            for number in edges.indices {
                for group in 0..<groups { excess[number * groups + group] *= edges[number].powers[group] }
            }
            for index in 0..<indices {
                let (group, lane) = (index / 4, index % 4)
                for number in bins.indices {
                    let above = excess[bins[number].lower * groups + group][lane]
                    let beyond = excess[bins[number].upper * groups + group][lane]
                    // Where nothing is left cubics leave their error, of either sign.
                    fluxes[index * bins.count + number] = max(0, bins[number].free[group][lane] + (above - beyond))
                }
            }
        }
    }

    /// A solution's values, its first place and their number.
    private typealias Source = (values: UnsafePointer<Lanes>, first: Int, count: Int)

    /// Adds up what sixteen solutions have at each edge.
    @inline(__always)
    private func add(
        _ sources: UnsafeMutableBufferPointer<Source>, _ stencil: WidePlane.Stencil, _ mesh: WideMesh,
        logarithmOfHighest: Double, to excess: UnsafeMutableBufferPointer<Lanes>
    ) {
        for number in edges.indices {
            let epsilon = logarithmOfHighest - edges[number].logarithm
            let cell = mesh.cell(of: epsilon)
            let width = mesh.places[cell + 1] - mesh.places[cell]
            let weights = hermiteWeights((epsilon - mesh.places[cell]) / width, step: width)
            let row = edges[number].projection * groups
            for place in 0..<16 {
                let (values, first, count) = sources[place]
                let scaled = weights * stencil.weight(place)
                for group in 0..<groups {
                    let at = values + 2 * ((row + group) * count + cell - first)
                    excess[number * groups + group] +=
                        at[0] * scaled.x + at[1] * scaled.z + (at[2] * scaled.y + at[3] * scaled.w)
                }
            }
        }
    }
}
