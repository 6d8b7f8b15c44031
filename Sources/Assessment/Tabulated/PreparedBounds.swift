import ConstraintKit

/// The deciding bounds, ready for the points of some masses: read by many threads.
package struct PreparedBounds: Sendable {
    private let tabulated: TabulatedBounds
    private let blocks: [BlockTable?]
    private let rows: RowAnswers?

    init(_ tabulated: TabulatedBounds, blocks: [BlockTable?], rows: RowAnswers?) {
        (self.tabulated, self.blocks, self.rows) = (tabulated, blocks, rows)
    }

    /// Answers points one after another.
    /// - Parameters:
    ///   - masses: [MeV], among those it was made ready for.
    ///   - body: is told the place of each point and what the bounds say of it; nil: the pair is no point.
    package func answer(
        _ range: Range<Int>, masses: UnsafeBufferPointer<Double>, couplings: UnsafeBufferPointer<Double>,
        _ body: (Int, PointBits?) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: BlockView.self, capacity: blocks.count) { views in
            for place in blocks.indices { views.initializeElement(at: place, to: blocks[place]?.view ?? .none) }
            for place in range {
                let (mass, coupling) = (masses[place], couplings[place])
                guard mass > 0, mass < .infinity, coupling > 0, coupling < .infinity else {
                    body(place, nil)
                    continue
                }
                guard rows == nil, let cell = MassCells.cell(of: mass),
                    let read = views[cell / MassCells.cellsOfBlock].read(
                        cell: cell % MassCells.cellsOfBlock, place: MassCells.place(of: mass), coupling: coupling)
                else {
                    body(place, bits(mass, coupling, views))
                    continue
                }
                body(place, read.ask == 0 ? read.bits : asked(read.ask, read.bits, mass, coupling))
            }
        }
        withExtendedLifetime(blocks) {}
    }

    /// With bounds that are asked by rows, or without a table.
    @inline(never)
    private func bits(
        _ mass: Double, _ coupling: Double, _ views: UnsafeMutableBufferPointer<BlockView>
    ) -> PointBits? {
        var (bits, ask) = (PointBits(), tabulated.tabulatedSet)
        if let cell = MassCells.cell(of: mass),
            let read = views[cell / MassCells.cellsOfBlock].read(
                cell: cell % MassCells.cellsOfBlock, place: MassCells.place(of: mass), coupling: coupling)
        {
            (bits, ask) = read
        }
        guard var bits = asked(ask, bits, mass, coupling) else { return nil }
        guard let rows else { return bits }
        do {
            let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
            rows.add(to: &bits, tabulated.bounds, mass: mass, coupling: coupling)
        } catch { return nil }
        return bits
    }

    /// With what some bounds say themselves.
    @inline(never)
    private func asked(_ ask: UInt64, _ known: PointBits, _ mass: Double, _ coupling: Double) -> PointBits? {
        do {
            let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
            var (bits, left) = (known, ask)
            while left != 0 {
                let number = left.trailingZeroBitCount
                left &= left - 1
                bits.add(tabulated.bounds[number].exclusion(at: mass, coupling: coupling), of: number)
            }
            return bits
        } catch { return nil }
    }
}
