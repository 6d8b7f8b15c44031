import NumericalMethods
import Physics
import Testing
import Transport

@testable import IceCubeFit

/// χ² at any point against the fit that solves the transport at that very index.
struct LikelihoodTests {
    private func fit() throws -> IceCubeFit {
        try IceCubeFit(dataSets: BundledSpectra.ofThePaper(), solver: NarrowLineSolver(TransportSetting()))
    }

    /// Both ends of the range and places between the nodes; 1e-4 is what the cubic may move χ² by where it is far from its least.
    @Test(arguments: [(3.0, 3e-4), (6.5, 4.5e-4), (6.5, 1e-2), (18.0, 1e-1)])
    func itIsThatOfTheFit(mass: Double, coupling: Double) throws {
        let (fit, mediator) = (try fit(), try mediator(mass, coupling))
        let likelihood = try FitLikelihood(fit, indices: 1.8...3.5)
        for gamma in [1.8, 1.83, 2.213, 2.6, 2.99, 3.47, 3.5] {
            let exact = try fit.chi2(mediator, amplitude: 1.3, gamma: gamma)
            let found = try likelihood.chi2(mediator, amplitude: 1.3, gamma: gamma)
            #expect(abs(found - exact) < 1e-4 * max(exact, 1), "γ \(gamma): \(found), \(exact)")
        }
    }

    @Test
    func aFixedIndexIsTakenAsItIs() throws {
        let (fit, mediator) = (try fit(), try mediator(6.5, 4.5e-4))
        let likelihood = try FitLikelihood(fit, indices: 2.5...2.5)
        #expect(
            try likelihood.chi2(mediator, amplitude: 1.1, gamma: 2.5)
                == fit.chi2(mediator, amplitude: 1.1, gamma: 2.5))
    }

    @Test
    func whatCannotBeAskedForIsRefused() throws {
        let likelihood = try FitLikelihood(fit(), indices: 2...3)
        #expect(throws: FitError.unusableIndex(3.1)) { try likelihood.chi2(nil, amplitude: 1, gamma: 3.1) }
        #expect(throws: FitError.unusableAmplitude(-1)) { try likelihood.chi2(nil, amplitude: -1, gamma: 2.5) }
    }
}
