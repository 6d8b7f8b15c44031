import ConstraintKit
import NumericalMethods
import Synchronization

/// The deciding bounds of a scenario, ready for many points.
///
/// Bounds of this program become tables along the mass, made block by block where there are enough points to pay for it;
/// what code from elsewhere computes is asked for all masses at once, since nobody knows how it goes between them.
package final class TabulatedBounds: Sendable {
    let bounds: [Bound]
    /// The numbers of those that become tables.
    private let tabulated: [Int]
    /// The numbers of those that are asked by rows.
    private let asked: [Int]
    /// A bit for each bound that becomes a table.
    let tabulatedSet: UInt64
    private let state = Mutex(State())

    private struct State {
        var blocks = [BlockTable?](repeating: nil, count: MassCells.blocks)
        /// How many points have been asked for in each, as long as it is not there.
        var wanted = [Int](repeating: 0, count: MassCells.blocks)
    }

    /// - Parameters:
    ///   - bounds: at most 64.
    ///   - unasked: a bit for each that is not to be asked, and says nothing.
    package init(_ bounds: [Bound], unasked: UInt64 = 0) {
        self.bounds = bounds
        let numbers = bounds.indices.filter { bounds[$0].silence == nil && unasked & 1 << UInt64($0) == 0 }
        asked = numbers.filter { !bounds[$0].isOfThisProgram }
        tabulated = numbers.filter { bounds[$0].isOfThisProgram }
        tabulatedSet = tabulated.reduce(0) { $0 | 1 << UInt64($1) }
    }

    /// As many points as make the making of a block worth it.
    private static let pointsThatPay = 200

    /// Makes ready for some masses [MeV]; those that are none are passed over.
    package func prepared(for masses: UnsafeBufferPointer<Double>) -> PreparedBounds {
        PreparedBounds(self, blocks: blocks(for: masses), rows: asked.isEmpty ? nil : RowAnswers(bounds, asked, masses))
    }

    /// The table that a cell belongs to, where it has been made.
    func table(of cell: Int) -> BlockTable? { state.withLock { $0.blocks[cell / MassCells.cellsOfBlock] } }

    /// The blocks that are there, with those that the masses pay for.
    private func blocks(for masses: UnsafeBufferPointer<Double>) -> [BlockTable?] {
        var counts = [Int](repeating: 0, count: MassCells.blocks)
        counts.withUnsafeMutableBufferPointer { counts in
            for mass in masses {
                if mass > 0, let cell = MassCells.cell(of: mass) { counts[cell / MassCells.cellsOfBlock] += 1 }
            }
        }
        let missing = state.withLock { state in
            counts.indices.filter { block in
                guard counts[block] > 0, state.blocks[block] == nil else { return false }
                state.wanted[block] += counts[block]
                return state.wanted[block] >= Self.pointsThatPay
            }
        }
        // For a few points there is nothing to be made ready.
        let tabulations = missing.isEmpty ? [] : tabulated.map { ($0, BoundTabulation(bounds[$0])) }
        // Made outside the lock: who comes meanwhile makes the same, or goes without.
        let made = Parallel.map(missing.count) { BlockTable(tabulations, block: missing[$0]) }
        return state.withLock { state in
            for (block, table) in zip(missing, made) where state.blocks[block] == nil { state.blocks[block] = table }
            return state.blocks
        }
    }
}
