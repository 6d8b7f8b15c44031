/// N_eff at the nodes of mass, coupling and mixing.
public struct NeffGrid: Sendable, Hashable {
    /// m [MeV].
    public let masses: CubicAxis
    /// g′.
    public let couplings: CubicAxis
    /// ``NeffModel/electronMixing``, so that nothing jumps where the decay to electrons opens. The first node stands for
    /// no mixing at all. nil: the grid knows no mixing.
    public let mixings: CubicAxis?
    /// Mass by mass, coupling by coupling, mixing by mixing.
    let values: [Double]

    /// Nodes of mixing at one mass and coupling.
    static func rowLength(_ mixings: CubicAxis?) -> Int { mixings?.count ?? 1 }

    init(masses: CubicAxis, couplings: CubicAxis, mixings: CubicAxis?, values: [Double]) {
        precondition(
            values.count == masses.count * couplings.count * Self.rowLength(mixings), "a grid has a value at every node"
        )
        self.masses = masses
        self.couplings = couplings
        self.mixings = mixings
        self.values = values
    }

    /// The grid at one mass: coupling by coupling, mixing by mixing.
    func plane(at mass: Double) -> [Double] {
        let stencil = masses.stencil(at: mass)
        let size = couplings.count * Self.rowLength(mixings)
        let start = stencil.first * size
        let weights = stencil.weights
        return (start..<start + size).map { index in
            let lower = weights[0] * values[index] + weights[1] * values[index + size]
            return lower + weights[2] * values[index + 2 * size] + weights[3] * values[index + 3 * size]
        }
    }
}
