import ConstraintKit
import Foundation
import Synchronization
import Testing

@testable import Assessment

/// Bounds of elsewhere are asked mass by mass, by rows; those of this program where a table does not know.
@Suite("Bounds for many points")
struct TabulatedBoundsTests {
    /// A bound that counts how often it is asked.
    final class Counted: CouplingBound {
        let answer: @Sendable (Double) throws -> Boundary
        let asked = Atomic(0)
        let rows = Atomic(0)

        init(_ answer: @escaping @Sendable (Double) throws -> Boundary) { self.answer = answer }

        func boundary(at mass: Mass) throws -> Boundary {
            asked.add(1, ordering: .relaxed)
            return try answer(mass.inMeV)
        }

        func boundaries(along row: MassRow) throws -> BoundaryRow {
            rows.add(1, ordering: .relaxed)
            var answers = BoundaryRow()
            for mass in row { answers.append(try answer(mass.inMeV)) }
            return answers
        }

        func bound(_ stem: String, isOfThisProgram: Bool) -> Bound {
            Bound(
                card: Card(stem: stem, title: stem, kind: .observed, confidenceLevel: .stated(0.9), method: .computed),
                role: .decides, origin: .bundled, contents: [], caveat: nil, constraint: self,
                isOfThisProgram: isOfThisProgram)
        }
    }

    private struct Failure: Error {}

    private func bits(
        _ tabulated: TabulatedBounds, _ masses: [Double], _ couplings: [Double]
    ) -> [PointBits?] {
        var bits = [PointBits?](repeating: nil, count: masses.count)
        masses.withUnsafeBufferPointer { masses in
            couplings.withUnsafeBufferPointer { couplings in
                tabulated.prepared(for: masses).answer(
                    0..<masses.count, masses: masses, couplings: couplings
                ) { bits[$0] = $1 }
            }
        }
        return bits
    }

    /// Masses in steps of a fiftieth of a per cent, enough of them in each block to pay for its table, and couplings about the
    /// edge at 1e-3.
    private let masses = (0..<10_000).map { (number: Int) -> Double in 5 * exp(2e-4 * Double(number)) }
    private let couplings = (0..<10_000).map { (number: Int) -> Double in
        let steps = number * 37 % 200 - 100
        return 1e-3 * exp(0.01 * Double(steps))
    }

    @Test("What goes smoothly is asked far less often than there are points, and right at its edge")
    func smooth() throws {
        let counted = Counted { .excludes(.init(.above(1e-3 * sqrt($0 / 5)))) }
        let bound = counted.bound("smooth", isOfThisProgram: true)
        let found = bits(TabulatedBounds([bound]), masses, couplings)
        // 23 blocks of an eighth octave with nine masses each, and the 129 points of one that is not worth a table; beside
        // them only points within some millionths of the edge.
        let asked = counted.asked.load(ordering: .relaxed)
        #expect(asked >= 23 * 9 + 129 && asked < 500 && counted.rows.load(ordering: .relaxed) == 0)
        for (index, mass) in masses.enumerated() {
            let isExcluded = couplings[index] > 1e-3 * sqrt(mass / 5) * (1 + 1e-9)
            #expect(found[index] == PointBits(excluded: isExcluded ? 1 : 0, speaking: 1, limiting: 1))
        }
    }

    /// Silence in a window far narrower than a cell, and a step: a table alone would not see them.
    @Test("What comes from elsewhere is asked at every mass, in one row")
    func elsewhere() throws {
        let window = masses[700] * (1 - 1e-6)...masses[700] * (1 + 1e-6)
        let counted = Counted { mass in
            if window.contains(mass) { return .silent(.otherDecay("a window")) }
            return .excludes(.init(.above(mass < 20 ? 1e-3 : 1e-4)))
        }
        let bound = counted.bound("elsewhere", isOfThisProgram: false)
        let found = bits(TabulatedBounds([bound]), masses.reversed() + masses, couplings.reversed() + couplings)
        #expect(counted.rows.load(ordering: .relaxed) == 1 && counted.asked.load(ordering: .relaxed) == 0)
        for (index, mass) in masses.enumerated() {
            let edge = mass < 20 ? 1e-3 : 1e-4
            let isExcluded: UInt64 = couplings[index] > edge * (1 + 1e-9) ? 1 : 0
            let expected = index == 700 ? PointBits() : PointBits(excluded: isExcluded, speaking: 1, limiting: 1)
            #expect(found[masses.count + index] == expected && found[masses.count - 1 - index] == expected)
        }
    }

    @Test("Where one fails it says so of those points alone, and the others have their say", arguments: [true, false])
    func failing(isOfThisProgram: Bool) throws {
        let failing = Counted { mass in
            guard mass < 10 else { throw Failure() }
            return .excludes(.init(.above(1e-3)))
        }
        let other = Counted { _ in .excludes(.init(.below(1e-3))) }
        let bounds = [
            failing.bound("failing", isOfThisProgram: isOfThisProgram), other.bound("other", isOfThisProgram: true),
        ]
        let found = bits(TabulatedBounds(bounds), masses, couplings)
        for (index, mass) in masses.enumerated() {
            let coupling = couplings[index]
            var expected = PointBits(excluded: coupling < 1e-3 * (1 - 1e-9) ? 2 : 0, speaking: 2, limiting: 2)
            if mass < 10 {
                (expected.speaking, expected.limiting) = (3, 3)
                if coupling > 1e-3 * (1 + 1e-9) { expected.excluded |= 1 }
            } else {
                expected.failed = 1
            }
            #expect(found[index] == expected)
        }
    }

    @Test("A mass finds its cell and its place in it")
    func cells() {
        for mass in [1e-3, 0.999, 1, 6.5, 1e5] {
            let cell = MassCells.cell(of: mass) ?? -1
            let (begin, end) = (MassCells.lowerEdge(of: cell), MassCells.lowerEdge(of: cell + 1))
            #expect(begin <= mass && mass < end && end / begin < 1.004)
            // A place has the bits of a mass that its cell leaves.
            #expect(abs(begin + MassCells.place(of: mass) * (end - begin) - mass) <= mass.ulp)
        }
        #expect(MassCells.cell(of: 1e-9) == nil && MassCells.cell(of: 1e12) == nil)
        #expect(
            MassCells.cell(of: .leastNonzeroMagnitude) == nil && MassCells.cell(of: .greatestFiniteMagnitude) == nil)
    }
}
