import ConstraintKit

/// What the deciding bounds say of a point: a bit for each.
package struct PointBits: Sendable, Hashable {
    package var excluded: UInt64 = 0
    /// Those that exclude or allow it.
    package var speaking: UInt64 = 0
    /// Those of them that limit the coupling at its mass.
    package var limiting: UInt64 = 0
    package var failed: UInt64 = 0

    package init(excluded: UInt64 = 0, speaking: UInt64 = 0, limiting: UInt64 = 0, failed: UInt64 = 0) {
        (self.excluded, self.speaking, self.limiting, self.failed) = (excluded, speaking, limiting, failed)
    }

    mutating func add(_ exclusion: PointExclusion, of number: Int) {
        let bit: UInt64 = 1 << UInt64(number)
        switch exclusion {
        case .silent: break
        case .failed: failed |= bit
        case .allowed(let isLimit):
            speaking |= bit
            if isLimit { limiting |= bit }
        case .excluded:
            speaking |= bit
            limiting |= bit
            excluded |= bit
        }
    }
}

extension Bound {
    /// Adds what it says of a point.
    /// - Parameter number: of its bit.
    package func add(to bits: inout PointBits, number: Int, at mass: Mass, coupling: Coupling) {
        bits.add(exclusion(at: mass, coupling: coupling), of: number)
    }
}

extension PointVerdicts {
    /// What the bounds at some positions of the list say, in their order.
    package func bits(at positions: [Int]) -> PointBits {
        var bits = PointBits()
        for (number, position) in positions.enumerated() {
            bits.add(PointExclusion(verdicts[position]), of: number)
        }
        return bits
    }
}
