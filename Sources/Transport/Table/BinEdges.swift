import NumericalMethods
import Physics
import RealModule

/// The edges of certain bins, and where a table of cumulative fluxes is read at them for a mediator.
struct BinEdges: Sendable {
    /// A place where an excess is read.
    struct Edge: Sendable {
        /// ln(E/100 TeV).
        var logarithm: Double
        /// (E/100 TeV)^(1−γ), in the unit of the flux.
        var power: Double
        /// Of its weights, among the projections.
        var projection: Int
    }

    /// Where a mediator's excesses are read: the same at every spectral index.
    struct Places {
        let strength: CubicStencil
        let scale: Double
        /// Of each edge.
        let edges: UnsafeMutableBufferPointer<Place>
    }

    struct Place {
        /// ε; where it is not above zero there is no excess.
        var epsilon: Double
        var cell: Int
        var weights: SIMD4<Double>
    }

    let edges: [Edge]
    /// Both edges of each bin.
    let bins: [(lower: Int, upper: Int)]
    /// The weights of the mass states, each once.
    let projections: [SIMD3<Double>]
    let grid: SpectralGrid
    let strengths: StrengthGrid
    private let charges: ChargeMatrix
    /// ln(E_1st/100 TeV) of a mediator of 1 MeV.
    private let highestOfUnitMass: Double

    /// - Parameter index: γ of the power law that fluxes are counted by.
    init(
        _ wanted: [ProjectedBin], index gamma: Double, _ geometry: LineGeometry, _ grid: SpectralGrid,
        _ strengths: StrengthGrid
    ) {
        (self.grid, self.strengths, charges) = (grid, strengths, geometry.charges)
        highestOfUnitMass = Double.log(1e3 / FreeFlux.pivot) - (geometry.lines.logarithmsOfTwiceMass.first ?? 0)
        var projections: [SIMD3<Double>] = []
        var edges: [Edge] = []
        func edge(_ energy: Double, _ projection: Int) -> Int {
            let logarithm = Double.log(energy / FreeFlux.pivot)
            if let known = edges.firstIndex(where: { $0.logarithm == logarithm && $0.projection == projection }) {
                return known
            }
            let power = FreeFlux.unit * FreeFlux.pivot * Double.exp((1 - gamma) * logarithm)
            edges.append(Edge(logarithm: logarithm, power: power, projection: projection))
            return edges.count - 1
        }
        bins = wanted.map { projected in
            let projection = projections.firstIndex(of: projected.weights) ?? projections.count
            if projection == projections.count { projections.append(projected.weights) }
            return (edge(projected.bin.lower, projection), edge(projected.bin.upper, projection))
        }
        (self.edges, self.projections) = (edges, projections)
    }

    /// Where the Z′ decays to charged leptons too, the spectrum is no longer a function of E/m².
    func isTabulated(_ mediator: Mediator) -> Bool {
        mediator.invisibleFraction(charges: charges) == 1 && !grid.cells.isEmpty
    }

    /// ln(E_1st/100 TeV).
    @inline(__always)
    func highest(_ mediator: Mediator) -> Double { highestOfUnitMass + 2 * Double.log(mediator.mass.inMeV) }

    /// Lends where the excesses of a mediator are read.
    @inline(__always)
    func withPlaces(_ mediator: Mediator, _ body: (Places) -> Void) {
        withUnsafeTemporaryAllocation(of: Place.self, capacity: edges.count) { body(places(mediator, in: $0)) }
    }

    /// Writes where the excesses of a mediator are read.
    /// - Parameter places: as many as there are edges, without a value yet.
    @inline(__always)
    func places(_ mediator: Mediator, in places: UnsafeMutableBufferPointer<Place>) -> Places {
        let (stencil, scale) = strengths.stencil(min(max(mediator.strength, 1e-300), 1e100))
        let highest = highest(mediator)
        grid.withFinder { finder in
            edges.withUnsafeBufferPointer { edges in
                for number in edges.indices {
                    let epsilon = highest - edges[number].logarithm
                    var place = Place(epsilon: epsilon, cell: 0, weights: .zero)
                    if epsilon > 0 { (place.cell, place.weights) = finder.position(of: min(epsilon, grid.upper)) }
                    places.initializeElement(at: number, to: place)
                }
            }
        }
        return Places(strength: stencil, scale: scale, edges: places)
    }
}
