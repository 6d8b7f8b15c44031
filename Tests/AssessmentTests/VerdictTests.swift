import ConstraintKit
import CurveArchive
import Foundation
import Testing

@testable import Assessment

/// A bound that answers what a test wants.
private struct Scripted: Constraint {
    static var stems: [String] { [] }
    let answer: Boundary

    init(_ answer: Boundary) { self.answer = answer }
    init(_ document: Document, _ conventions: Conventions) throws { answer = .excludes(.init()) }
    func boundary(at mass: Mass) throws -> Boundary { answer }
}

private struct Failing: Constraint {
    static var stems: [String] { [] }
    struct Cause: Error {}

    init() {}
    init(_ document: Document, _ conventions: Conventions) throws {}
    func boundary(at mass: Mass) throws -> Boundary { throw Cause() }
}

@Suite struct VerdictTests {
    func bound(_ constraint: any Constraint, role: Bound.Role = .decides, kind: Kind = .observed) -> Bound {
        Bound(
            card: Card(
                stem: "scripted", title: "scripted", kind: kind, confidenceLevel: .stated(0.9), method: .computed),
            role: role, origin: .bundled, contents: [], caveat: nil, constraint: constraint)
    }

    func verdict(_ answer: Boundary, at coupling: Double) throws -> BoundVerdict {
        bound(Scripted(answer)).verdict(at: try Mass(inMeV: 5), coupling: try Coupling(coupling))
    }

    @Test func marginsAreInDexAndStrengthsAreFactors() throws {
        let above = Boundary.excludes(.init(.above(1e-4)))
        let inside = try verdict(above, at: 1e-3)
        #expect(inside.isExclusion && inside.limit == 1e-4)
        // One logarithm, and a power of ten: rounding.
        #expect(abs(try #require(inside.marginInDex) + 1) < 1e-12)
        guard case .excluded(let strength) = inside.verdict else {
            Issue.record("\(inside.verdict)")
            return
        }
        #expect(abs(strength - 10) < 1e-12)
        let outside = try verdict(above, at: 1e-5)
        #expect(!outside.isExclusion)
        #expect(abs(try #require(outside.marginInDex) - 1) < 1e-12)
    }

    @Test func onTheLimitIsNotExcluded() throws {
        let verdict = try verdict(.excludes(.init(.above(5e-4))), at: 5e-4)
        #expect(!verdict.isExclusion && verdict.isAtTheLimit && verdict.marginInDex == 0)
    }

    @Test func aContourIsLeftOnBothSides() throws {
        let contour = Boundary.excludes(.init(.init(lower: 1e-4, upper: 1e-3)))
        #expect(try verdict(contour, at: 2e-4).limit == 1e-4)
        #expect(try verdict(contour, at: 5e-4).isExclusion)
        #expect(try verdict(contour, at: 5e-4).limit == 1e-3)
        #expect(try !verdict(contour, at: 2e-3).isExclusion)
        #expect(try verdict(contour, at: 2e-3).limit == 1e-3)
    }

    @Test func everythingExcludedHasNoLimit() throws {
        let verdict = try verdict(.excludes(.init(.above(0))), at: 1e-9)
        #expect(verdict.isExclusion && verdict.limit == nil && verdict.marginInDex == nil)
    }

    @Test func aFailureOrNonsenseNeverDecides() throws {
        let mass = try Mass(inMeV: 5)
        let coupling = try Coupling(1e-3)
        let failing = bound(Failing()).verdict(at: mass, coupling: coupling)
        let nonsense = try verdict(.excludes(.init(.init(lower: 2, upper: 1))), at: 1e-3)
        for verdict in [failing, nonsense] {
            guard case .failed = verdict.verdict else {
                Issue.record("\(verdict.verdict)")
                continue
            }
        }
        #expect(Standing(of: [failing, nonsense]) == .unconstrained)
    }

    @Test func silenceIsNotAllowance() throws {
        let silent = try verdict(.silent(.outsideRange(lower: 1, upper: 2)), at: 1e-3)
        #expect(Standing(of: [silent]) == .unconstrained)
        let allowed = try verdict(.excludes(.init(.above(1))), at: 1e-3)
        #expect(Standing(of: [silent, allowed]) == .allowed)
        let excluded = try verdict(.excludes(.init(.above(1e-5))), at: 1e-3)
        #expect(Standing(of: [silent, allowed, excluded]) == .excluded)
    }

    @Test func onlyDecidingBoundsDecide() throws {
        let mass = try Mass(inMeV: 5)
        let coupling = try Coupling(1e-3)
        let excluding = Scripted(.excludes(.init(.above(1e-5))))
        for role in [Bound.Role.informs, .alternative(group: "g")] {
            let verdict = bound(excluding, role: role, kind: .projected).verdict(at: mass, coupling: coupling)
            #expect(verdict.isExclusion)
            #expect(Standing(of: [verdict]) == .unconstrained)
        }
    }
}
