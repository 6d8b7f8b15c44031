import ConstraintKit
import Testing

@testable import Assessment

@Suite("Likelihoods that computed bounds give themselves")
struct OwnLikelihoodTests {
    private func likelihood(_ stem: String, mixing: KineticMixing = .natural) throws -> any LikelihoodBound {
        let document = try #require(BundledDocuments.computed(stem))
        let bound = try LinkedBounds().constraint(document, Conventions(kineticMixing: mixing))
        return try #require(bound as? any LikelihoodBound)
    }

    private func edge(_ bound: any LikelihoodBound, at mass: Mass) throws -> Double {
        guard case .excludes(let excluded) = try bound.boundary(at: mass) else {
            Issue.record("it excludes nothing")
            return 0
        }
        return try #require(excluded.last?.lower)
    }

    /// Stem and −2 ln L at the edge of what is excluded, n σ away; less what the Standard Model lies off to the other side.
    static let levels: [(String, Double)] = {
        let deficit: Double = 0.18 / 0.28
        let oneSided: Double = 1.2816
        return [
            // 0.82 + 2 · 0.28 is two errors above; the Standard Model 0.64 errors.
            ("trident-ccfr", 4 - deficit * deficit),
            // 1.58 is reached by some coupling: the best there is.
            ("trident-charm2", 4),
            ("borexino", oneSided * oneSided),
        ]
    }()

    @Test("−2 ln L at the edge is n² of the level", arguments: levels)
    func edges(stem: String, expected: Double) throws {
        let (bound, mass) = (try likelihood(stem), try Mass(inMeV: 6.5))
        let value = -2 * (try bound.logLikelihood(at: mass, coupling: Coupling(edge(bound, at: mass))))
        // The edge to rounding.
        #expect(abs(value / expected - 1) < 1e-9)
    }

    @Test("No coupling is better than the best, and without a Z′ the likelihood is that of the Standard Model")
    func greatest() throws {
        for stem in ["trident-ccfr", "trident-charm2", "borexino", "neff-history-2026"] {
            let bound = try likelihood(stem)
            for exponent in -12 ... -1 {
                for mass in [0.5, 6.5, 40] {
                    let coupling = try Coupling(Double("1e\(exponent)") ?? 1)
                    #expect(try bound.logLikelihood(at: try Mass(inMeV: mass), coupling: coupling) <= 0)
                }
            }
            let tiny = try bound.logLikelihood(at: try Mass(inMeV: 6.5), coupling: Coupling(1e-14))
            // CHARM-II's ratio is 1.02 errors above 1; N_eff of the table is that of the Standard Model to 1e-3.
            let expected = stem == "trident-charm2" ? -0.5 * (0.58 / 0.57) * (0.58 / 0.57) : 0
            #expect(abs(tiny - expected) < 0.02, "\(stem)")
        }
    }

    @Test("N_eff is measured, and what a scenario grants is no measurement")
    func neutrinos() throws {
        let document = try #require(BundledDocuments.computed("neff-history-2026"))
        let mass = try Mass(inMeV: 12)
        let bound = try likelihood("neff-history-2026")
        // 3.46 for g′ = 4e-4, 3.39 for rates of a third: less 2.99 in units of 0.07.
        let value = -2 * (try bound.logLikelihood(at: mass, coupling: Coupling(4e-4)))
        #expect(value > 30 && value < 45)
        var conventions = Conventions(kineticMixing: .natural)
        conventions.greatestNeff = 3.2
        let granted = try #require(
            try LinkedBounds().constraint(document, conventions) as? any LikelihoodBound)
        #expect(throws: DocumentError.noLikelihood(stem: "neff-history-2026")) {
            try granted.logLikelihood(at: mass, coupling: Coupling(4e-4))
        }
    }
}
