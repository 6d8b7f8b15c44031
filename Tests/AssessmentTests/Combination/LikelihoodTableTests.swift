import ConstraintKit
import RealModule
import Testing

@testable import Assessment

/// Tables of −2 ln L against the likelihoods that they are of.
@Suite struct LikelihoodTableTests {
    private let couplings = [1e-5, 3e-4, 2e-2]

    private func table(_ bound: Bound) throws -> LikelihoodTable? {
        let masses = try MassRow([1, 5].map { try Mass(inMeV: $0) })
        return LikelihoodTable(bound, along: masses, couplings: try couplings.map { try Coupling($0) })
    }

    private func values(_ bound: Bound) throws -> [Double] {
        let likelihood = try BoundLikelihood(bound, at: try Mass(inMeV: 1))
        return try couplings.map { try likelihood.value(at: try Coupling($0)) }
    }

    @Test(arguments: ["counting", "gaussian"], ["2", "4"])
    func aPowerIsTabulatedByItsUnit(statistic: String, power: String) throws {
        let bound = ScriptedBound.bound(
            "power", ScriptedBound.limit(3e-4), facts: ["statistic_kind": statistic, "signal_power": power])
        guard case .power(let units, let exponent)? = try table(bound)?.form else {
            Issue.record("no power")
            return
        }
        #expect(units.count == 2)
        for (coupling, value) in zip(couplings, try values(bound)) {
            // Two powers in the place of one: rounding, eight times over.
            #expect(abs(Double.pow(coupling / units[0], exponent) / value - 1) < 1e-13)
        }
    }

    @Test func anyOtherIsTabulatedByItsValues() throws {
        let bound = ScriptedBound.bound("own", ScriptedBound.limit(1e-3)) { -1e6 * ($0 - 2e-3) * ($0 - 2e-3) }
        guard case .own(let found, let without)? = try table(bound)?.form else {
            Issue.record("not its own")
            return
        }
        let expected = try values(bound)
        #expect(found == expected + expected)
        // −2 ln L at no coupling, 2 (2e-3)² 1e6; the coupling that stands for none is 1e-30.
        #expect(without.allSatisfy { abs($0 - 8) < 1e-12 })
    }

    @Test func whatHasNoPartHasNoTable() throws {
        let stated = ScriptedBound.bound("a", ScriptedBound.limit(1e-3))
        #expect(try table(stated) == nil)
        let silent = ScriptedBound.bound("b", .silent(.outsideRange(lower: 10, upper: 20))) { -$0 }
        #expect(try table(silent) == nil)
    }
}
