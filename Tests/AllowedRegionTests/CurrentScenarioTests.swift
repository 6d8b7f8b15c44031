import ConstraintKit
import Testing

@testable import AllowedRegion
@testable import Scenarios

/// What is known in 2026: IceCube's MESE, a break in the spectrum, and lighter neutrinos.
@Suite struct CurrentScenarioTests {
    static func comparison(_ scenario: String, _ choices: [(ScenarioChoice, String)] = []) throws -> IceCubeComparison {
        var scenario = try Scenario.shipped(scenario)
        for (choice, text) in choices { try choice.set(text, in: &scenario) }
        return try IceCubeComparison(scenario, dataSets: DataSetLibrary())
    }

    static func chi2(_ comparison: IceCubeComparison) throws -> (without: Double, with: Double) {
        let answer = try comparison.answer(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4))
        return (answer.chi2 - answer.deltaChi2, answer.chi2)
    }

    /// As an independent computation found with the paper's conventions: to the last digit given.
    @Test(arguments: [
        ("power-law", 27.25, 23.48), ("broken:1.72,2.84,60TeV", 5.75, 4.71),
    ])
    func mostOfThePreferenceGoesWithABreak(spectrum: String, without: Double, with: Double) throws {
        let found = try Self.chi2(
            Self.comparison(
                "paper",
                [(.data, "mese-2025"), (.gamma, "profiled"), (.amplitude, "profiled"), (.spectrum, spectrum)]))
        #expect(abs(found.without - without) < 0.006 && abs(found.with - with) < 0.006, "\(found)")
    }

    /// The break is given as it is seen, and compared beside a power law.
    @Test func theScenarioComparesBothSpectra() throws {
        let comparison = try Self.comparison("current")
        let (mass, coupling) = (try Mass(inMeV: 6.5), try Coupling(5e-4))
        let single = try comparison.answer(mass: mass, coupling: coupling)
        #expect(single.provisionalData == ["mese-2025"] && single.spectrum == nil)
        let other = try #require(try comparison.otherAnswer(mass: mass, coupling: coupling))
        #expect(other.spectrum == "broken-observed:1.72,2.84,33TeV" && other.gamma == nil)
        // Of a preference of three units little more than one is left, and a break alone takes twenty.
        #expect(single.deltaChi2 < -3 && other.deltaChi2 > -2 && other.deltaChi2 < -1)
        #expect(other.chi2 - other.deltaChi2 < 7)
        // The same by naming the break at the sources.
        let emitted = try #require(
            other.caveats.compactMap { caveat -> Double? in
                if case .spectrumEdge(let edge) = caveat { edge.emitted } else { nil }
            }.first)
        // 1.889 is (⟨(1+z)^−γ₁⟩/⟨(1+z)^−γ₂⟩)^(1/(γ₂−γ₁)) by the trapezoidal rule over star formation to z = 5.
        #expect(abs(emitted / 33e3 - 1.8892) < 1e-3)
        let named = try Self.comparison("current", [(.spectrum, "broken:1.72,2.84,\(emitted / 1e3)TeV")])
        let answer = try named.answer(mass: mass, coupling: coupling)
        // The break goes through a text.
        #expect(abs(answer.chi2 - other.chi2) < 1e-6)
    }

    @Test func lightNeutrinosAreSaidToMove() throws {
        let answer = try Self.comparison("current").answer(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4))
        let changes = answer.caveats.compactMap { caveat -> Double? in
            if case .targetsAtRest(_, let change) = caveat { change } else { nil }
        }
        #expect(changes.count == 2)
    }

    /// Inverted ordering asks for more than 0.06 eV, and the scenario says what it takes then.
    @Test(arguments: [("normal", 0.06), ("inverted", 0.1)])
    func theSumGoesByTheOrdering(ordering: String, sum: Double) throws {
        let comparison = try Self.comparison("current", [(.ordering, ordering)])
        // Rounding of the search for the lightest mass.
        #expect(abs(comparison.solver.setting.masses.sum - sum) < 1e-14)
    }

    @Test func otherwiseNoOtherSpectrumIsCompared() throws {
        for name in ["paper", "consistent"] {
            let other = try Self.comparison(name).otherAnswer(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4))
            #expect(other == nil)
        }
        let law = try Self.comparison("current", [(.spectrum, "cut-off:2.3,5e6GeV"), (.otherSpectrum, "power-law")])
        let other = try #require(try law.otherAnswer(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4)))
        #expect(try abs(other.chi2 - Self.chi2(Self.comparison("current")).with) < 1e-9 && other.gamma != nil)
    }
}
