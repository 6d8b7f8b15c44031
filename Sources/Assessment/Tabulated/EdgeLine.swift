/// What a bound says along a cell of mass, one interval of couplings after the other: its edges go straight with the mass.
struct EdgeLine: Sendable {
    enum Kind: UInt8, Sendable {
        case excluded
        /// The bound can't tell of these couplings, unless it excludes them.
        case undecided
        /// The bound speaks and excludes nothing: its edges are those of no coupling.
        case speaks
    }

    /// The edges at the cell's beginning, and what each gains to its end; no lower edge is 0, no upper one
    /// ``noUpperEdge``.
    var lower: Double
    var lowerGain: Double
    var upper: Double
    var upperGain: Double
    /// The relative distance from an edge within which the bound itself has to be asked.
    var width: Double
    /// The bound, by its number among those that are tabulated.
    var bound: UInt8
    var kind: Kind

    /// In place of infinity, of which no difference can be taken.
    static let noUpperEdge = Double.greatestFiniteMagnitude

    static func speaks(bound: UInt8) -> EdgeLine {
        EdgeLine(lower: 0, lowerGain: 0, upper: 0, upperGain: 0, width: 0, bound: bound, kind: .speaks)
    }

    @inline(__always)
    func edges(at place: Double) -> (lower: Double, upper: Double) {
        (lower + place * lowerGain, upper + place * upperGain)
    }

    @inline(__always)
    func isNear(_ coupling: Double, _ edge: Double) -> Bool { abs(coupling - edge) <= width * edge }
}
