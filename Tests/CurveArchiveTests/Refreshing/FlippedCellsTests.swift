import ConstraintKit
import Testing

@testable import CurveArchive

/// Where a version of a bound says another thing than the one before, by more than its edges may move.
@Suite struct FlippedCellsTests {
    private static let make: BoundMaker = { try CurveConstraint($0, $1) }

    private func document(
        _ limits: [Region], kind: Kind = .observed, mixing: KineticMixing = .none
    ) -> Document {
        let card = Card(
            stem: "x", title: "", kind: kind, confidenceLevel: .notStated, kineticMixing: mixing, method: .computed)
        return Document(
            card: card,
            limits: limits.enumerated().map {
                Limit(name: "\($0)", kind: kind, confidenceLevel: .notStated, region: $1)
            })
    }

    private func flat(_ coupling: Double, _ masses: ClosedRange<Double> = 1...100) throws -> Region {
        .above(
            try Curve(knots: [
                .init(mass: masses.lowerBound, coupling: coupling), .init(mass: masses.upperBound, coupling: coupling),
            ]))
    }

    private func box(_ masses: ClosedRange<Double>, _ couplings: ClosedRange<Double>) throws -> Region {
        let (low, high) = (couplings.lowerBound, couplings.upperBound)
        let corners = [
            (masses.lowerBound, low), (masses.upperBound, low), (masses.upperBound, high), (masses.lowerBound, high),
        ]
        return .inside(try Contour(corners.map { .init(mass: $0.0, coupling: $0.1) }))
    }

    private func flips(_ old: Document?, _ new: Document) throws -> FlippedCells {
        try FlippedCells(from: old, to: new, RefreshPlausibility().tolerance, Self.make)
    }

    @Test func nothingFlipsWithoutAChange() throws {
        for region in [try flat(1e-3), try box(10...20, 1e-5...1e-4), .belowMass(try Mass(inMeV: 5), .above(1e-9))] {
            let same = document([region])
            #expect(try flips(same, same).count == 0)
        }
    }

    /// The border is at 0.3 dex, a factor of 1.995, up and down.
    @Test(arguments: [(1.99, false), (2.0, true), (0.503, false), (0.5, true)])
    func anEdgeMayMoveByAFactorOfTwo(factor: Double, flips: Bool) throws {
        let found = try self.flips(document([flat(1e-3)]), document([flat(1e-3 * factor)]))
        #expect((found.count > 0) == flips)
        if flips {
            let verdicts = found.examples.map { [$0.from, $0.to] }
            #expect(Set(verdicts) == [factor > 1 ? [.excluded, .allowed] : [.allowed, .excluded]])
        }
    }

    /// It excludes where it did not, and says nothing where it did. A tenth of the mass is how far a steep edge may move.
    @Test func furtherAndFewerMasses() throws {
        let (short, long) = (document([try flat(1e-3)]), document([try flat(1e-3, 1...200)]))
        #expect(try flips(short, document([try flat(1e-3, 0.95...105)])).count == 0)
        let further = try flips(short, long)
        #expect(further.count > 0 && further.examples.allSatisfy { $0.from == .silent && $0.to == .excluded })
        #expect(further.examples.allSatisfy { $0.massInMeV > 109 && $0.massInMeV <= 200 && $0.coupling > 1e-3 })
        let fewer = try flips(long, short)
        #expect(fewer.count == further.count && fewer.examples.allSatisfy { $0.from == .excluded && $0.to == .silent })
    }

    /// A spike of a part in ten thousand between two cells is seen, since its points are looked at.
    @Test func aSpikeBetweenTheCells() throws {
        let old = document([try flat(1e-3)])
        let spiked = document([try flat(1e-3), try box(33.001...33.004, 1e-9...1e-8)])
        let found = try flips(old, spiked)
        #expect(found.count > 0)
        #expect(found.examples.allSatisfy { (33.001...33.004).contains($0.massInMeV) && $0.to == .excluded })
        #expect(found.examples.allSatisfy { (1e-9...1e-8).contains($0.coupling) })
    }

    @Test func aHoleInAnExclusion() throws {
        let (low, high) = (document([try box(1...100, 1e-6...1e-3)]), document([try box(1...100, 1e-6...1e-5)]))
        let found = try flips(low, high)
        #expect(found.count > 0)
        #expect(found.examples.allSatisfy { $0.from == .excluded && $0.to == .allowed && $0.coupling > 1e-5 })
    }

    /// Under the conventions of scenarios without mixing it says no more, and under its own what it said.
    @Test func mixingSilences() throws {
        let (plain, mixed) = (document([try flat(1e-3)]), document([try flat(1e-3)], mixing: .natural))
        let found = try flips(plain, mixed)
        #expect(found.count > 0 && found.examples.allSatisfy { $0.from == .excluded && $0.to == .silent })
        #expect(try flips(mixed, plain).examples.allSatisfy { $0.from == .silent && $0.to == .excluded })
        #expect(try flips(mixed, mixed).count == 0)
        // What moves under its own mixing is seen, though it is silent without.
        #expect(try flips(mixed, document([flat(1e-4)], mixing: .natural)).count > 0)
    }

    @Test func preferredRegions() throws {
        let band = try box(1...100, 1e-4...1e-3)
        let (hint, limit) = (document([band], kind: .hint), document([band]))
        #expect(try flips(hint, limit).examples.allSatisfy { $0.from == .preferred && $0.to == .excluded })
        let elsewhere = try flips(hint, document([try box(1...100, 1e-2...1e-1)], kind: .hint))
        #expect(Set(elsewhere.examples.map(\.to)).isSubset(of: [.preferred, .allowed]) && elsewhere.count > 0)
    }

    @Test func theFirstVersionIsAllNew() throws {
        let found = try flips(nil, document([try flat(1e-3)]))
        #expect(found.total == 200 * 200 && found.examples.count == FlippedCells.mostExamples)
        // Half of two decades of couplings are above a flat limit in their middle; none of the few masses has another.
        #expect(abs(found.count - found.total / 2) <= 2 * FlippedCells.side)
        #expect(found.examples.allSatisfy { $0.from == .silent && $0.to == .excluded })
    }

    @Test func intervals() {
        func union(_ pairs: [(Double, Double)]) -> CouplingIntervals {
            .init(union: pairs.map { CouplingInterval(lower: $0.0, upper: $0.1) })
        }
        let all = union([(1, 10), (20, .infinity)])
        #expect(all.subtracting(union([(2, 3), (9, 30)])) == union([(1, 2), (3, 9), (30, .infinity)]))
        #expect(all.subtracting(all).isEmpty && all.subtracting(.init()) == all)
        #expect(union([(1, 10)]).widened(by: 1) == union([(0.1, 100)]))
    }
}
