import ConstraintKit
import Foundation

@testable import AllowedRegion
@testable import Assessment

/// Points for a batch, from a generator that begins alike in every run.
struct PointList {
    var masses: [Double] = []
    var couplings: [Double] = []
    private var state: UInt64 = 20_261_128

    var count: Int { masses.count }

    /// SplitMix64 (Steele, Lea and Flood 2014), from 0 to below 1.
    private mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }

    /// Even in both logarithms.
    mutating func addRandom(_ count: Int, masses: ClosedRange<Double>, couplings: ClosedRange<Double>) {
        func value(_ range: ClosedRange<Double>, _ share: Double) -> Double {
            range.lowerBound * pow(range.upperBound / range.lowerBound, share)
        }
        for _ in 0..<count {
            self.masses.append(value(masses, next()))
            self.couplings.append(value(couplings, next()))
        }
    }

    /// On each edge of some bounds and beside it, from less than what counts as on it to more than a table's lines are wide.
    mutating func addEdges(of bounds: [Bound], at masses: [Double]) throws {
        for mass in masses {
            for bound in bounds {
                let typed = try Mass(inMeV: mass)
                let excluded = bound.boundary(at: typed)?.exclusions.map(Array.init) ?? []
                let edges = (excluded + bound.undecided(at: typed).map(\.couplings)).flatMap { [$0.lower, $0.upper] }
                for edge in edges where edge > 0 && edge.isFinite {
                    for distance in [0, 1e-12, 9e-10, 1.1e-9, 1e-7, 1e-4, 2e-3] {
                        self.masses += [mass, mass]
                        couplings += [edge * (1 + distance), edge * (1 - distance)]
                    }
                }
            }
        }
    }

    func fill(
        _ columns: inout PointColumns, by batch: PointBatch, cores: Int? = nil,
        shouldStop: @Sendable () -> Bool = { false }
    ) throws {
        try masses.withUnsafeBufferPointer { masses in
            try couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(
                    &columns, masses: masses, couplings: couplings, cores: cores, shouldStop: shouldStop)
            }
        }
    }

    func answers(
        of batch: PointBatch, cores: Int? = nil, shouldStop: @Sendable () -> Bool = { false }
    ) throws -> PointColumns {
        var columns = PointColumns()
        try fill(&columns, by: batch, cores: cores, shouldStop: shouldStop)
        return columns
    }
}
