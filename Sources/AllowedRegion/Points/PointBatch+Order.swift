import ConstraintKit
import NumericalMethods

/// The bounds that exclude each of many points, the strongest first: lists one behind another.
public struct ExcludingOrder: Sendable {
    /// Positions in ``PointBatch/deciding``.
    public fileprivate(set) var positions: [UInt8] = []
    /// Where the list of each point ends.
    public fileprivate(set) var ends: [Int] = []
}

extension PointBatch {
    /// The order of the bounds that exclude each point, found on all cores.
    /// - Parameters:
    ///   - columns: of these points, as ``fill(_:masses:couplings:cores:shouldStop:)`` has filled them.
    ///   - masses: [MeV]
    ///   - couplings: g′
    public func excludingOrder(
        _ columns: PointColumns, masses: [Double], couplings: [Double]
    ) -> ExcludingOrder {
        let part = 1 << 10
        let sets = columns.excludedBy
        let parts = Parallel.map((sets.count + part - 1) / part) { number in
            var order = ExcludingOrder()
            for row in number * part..<min((number + 1) * part, sets.count) {
                order.append(sets[row]) { strongestFirst(sets[row], atMass: masses[row], coupling: couplings[row]) }
            }
            return order
        }
        var order = ExcludingOrder()
        order.ends.reserveCapacity(sets.count)
        for part in parts {
            let offset = order.positions.count
            order.positions += part.positions
            order.ends += part.ends.map { $0 + offset }
        }
        return order
    }

    private func strongestFirst(_ set: UInt64, atMass mass: Double, coupling: Double) -> [Int] {
        // What is no point is excluded by nothing.
        do { return strongestFirst(set, mass: try Mass(inMeV: mass), coupling: try Coupling(coupling)) } catch {
            return []
        }
    }
}

extension ExcludingOrder {
    /// - Parameter ordered: the bits of a set of several, the strongest first.
    fileprivate mutating func append(_ set: UInt64, ordered: () -> [Int]) {
        switch set.nonzeroBitCount {
        case 0: break
        case 1: positions.append(UInt8(set.trailingZeroBitCount))
        default: for position in ordered() { positions.append(UInt8(position)) }
        }
        ends.append(positions.count)
    }
}
