/// A ``BlockTable`` as the loop over points reads it.
struct BlockView {
    let lines: UnsafeMutablePointer<EdgeLine>?
    let starts: UnsafeMutablePointer<Int32>?
    let exact: UnsafeMutablePointer<UInt64>?

    static var none: BlockView { BlockView(lines: nil, starts: nil, exact: nil) }

    /// What the tabulated bounds say of a point.
    /// - Parameters:
    ///   - cell: of its mass, counted from the first of the block.
    ///   - place: of its mass in the cell.
    /// - Returns: nil where the block is not there; `ask` has a bit for each bound that is to be asked itself, which the
    ///   other sets then don't have.
    @inline(__always)
    func read(cell: Int, place: Double, coupling: Double) -> (bits: PointBits, ask: UInt64)? {
        guard let starts, let exact else { return nil }
        var (excluded, speaking, limiting, open) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        var ask = exact[cell]
        if let lines {
            for number in Int(starts[cell])..<Int(starts[cell + 1]) {
                let line = lines[number]
                let bit: UInt64 = 1 << UInt64(line.bound)
                speaking |= bit
                let (lower, upper) = line.edges(at: place)
                if line.isNear(coupling, lower) || line.isNear(coupling, upper) { ask |= bit }
                let inside = coupling > lower && coupling < upper ? bit : 0
                if line.kind == .excluded {
                    limiting |= bit
                    excluded |= inside
                } else {
                    open |= inside
                }
            }
        }
        speaking &= ~(open & ~excluded)
        let told = speaking & ~ask
        return (PointBits(excluded: excluded & ~ask, speaking: told, limiting: limiting & told), ask)
    }
}
