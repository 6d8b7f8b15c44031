import ConstraintKit
import Physics
import Testing
import Transport

@Suite("Errors and caveats")
struct WingEstimateTests {
    /// The largest changes that a finite-width solver finds at 1.05 E_3, 1.1 E_1 and 2 E_1 for 6.5 MeV, γ = 2.5, normal
    /// ordering, state 3 (`majorana`, `paper`).
    static let changes: [(coupling: Double, majorana: Double, paper: Double)] = [
        (1e-3, 1.2e-5, 4.9e-5), (2e-3, 1.8e-4, 6.4e-4), (5e-3, 4.6e-3, 1.4e-2), (1e-2, 0.041, 0.11), (2e-2, 0.36, 0.81),
    ]

    /// An estimate bounds: it must not be below, and to be of use not far above. Six times is a fifth of a decade in g′.
    @Test("The estimate is above the change, and no more than sixfold", arguments: changes)
    func bounds(row: (coupling: Double, majorana: Double, paper: Double)) throws {
        let solver = try NarrowLineSolver(TransportSetting())
        for (convention, change) in [(CrossSection.majorana, row.majorana), (.paper, row.paper)] {
            let estimate = solver.estimatedError(try mediator(6.5, row.coupling, convention), index: 2.5)
            #expect(estimate >= change && estimate <= 6 * change)
        }
    }

    @Test("It rises with the coupling and stays a number", arguments: [1, 2.5, 3.3, 10])
    func monotony(gamma: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: .inverted))
        let estimates = try [1e-8, 1e-5, 1e-3, 1e-2, 0.1, 10, 1e200].map {
            solver.estimatedError(try mediator(6.5, $0), index: gamma)
        }
        #expect(zip(estimates, estimates.dropFirst()).allSatisfy { $0 < $1 || $1 == 1 })
        #expect(estimates[0] > 0 && estimates[6] == 1)
    }

    @Test("Caveats come where they are due")
    func caveats() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        func kinds(_ coupling: Double) throws -> [String] {
            solver.caveats(try mediator(6.5, coupling, .paper), index: 2.5).map {
                switch $0 {
                case .finiteWidth(let error, let tolerance): error > tolerance ? "width" : "wrong"
                case .gridStep: "grid"
                case .exchangeNeglected(_, let depth): depth > 0 ? "exchange" : "wrong"
                case .indicative: "indicative"
                case .thermalMotion, .targetsAtRest: "thermal"
                case .spectrumEdge: "edge"
                case .unphysicalAmplitude, .fluxUnseen: "wrong"
                }
            }
        }
        #expect(try kinds(5e-4) == [])
        #expect(try kinds(2.3e-3) == ["width"])
        #expect(try kinds(5e-3) == ["width", "exchange"])
        #expect(try kinds(2e-2) == ["width", "exchange", "indicative"])
    }

    @Test("A light state's targets move")
    func thermalMotion() throws {
        let inverted = try NarrowLineSolver(TransportSetting(ordering: .inverted))
        let caveats = inverted.caveats(try mediator(6.5, 1e-4), index: 2.5)
        guard case .thermalMotion(let state, let ratio)? = caveats.first, let ratio else {
            Issue.record("no caveat about m_3")
            return
        }
        #expect(state == 3)
        // 55 % today as given; its mass of 0.0008 eV has but one digit there.
        #expect(abs(ratio / 6 - 0.55) < 0.15)
        guard caveats.count == 2, case .targetsAtRest(3, let change) = caveats[1] else {
            Issue.record("not said what rest costs: \(caveats)")
            return
        }
        #expect(change > 0 && change < 1)
    }
}
