import ConstraintKit
import RealModule
import Testing

@testable import Physics

@Suite("N_eff by thermal history")
struct NeffHistoryTests {
    /// ε/g′ of the reference.
    static let naturalRatio = 1 / 69.286

    /// Mass [MeV], g′ (0: without mixing), N_eff of an independent solver: Z′ in equilibrium with the neutrinos.
    static let reference: [(Double, Double, Double)] = [
        (5, 0, 4.1229), (5, 1e-6, 3.7786), (5, 1e-4, 5.2347), (5, 5e-4, 5.8434), (6.5, 0, 3.7953), (6.5, 1e-6, 3.4418),
        (6.5, 1e-4, 4.3004), (6.5, 5e-4, 4.6792), (10.4, 0, 3.3259), (10.4, 1e-6, 3.1674), (10.4, 1e-4, 3.4886),
        (10.4, 5e-4, 3.6345), (12, 0, 3.2314), (12, 1e-6, 3.1276), (12, 1e-4, 3.3645), (12, 5e-4, 3.4728),
        (20, 0, 3.0682), (20, 1e-6, 3.0597), (20, 1e-4, 3.1353), (20, 5e-4, 3.1721), (5, 1e-8, 4.043), (5, 3e-8, 3.639),
        (5, 1e-7, 3.307), (5, 3e-7, 3.496), (5, 1e-5, 4.441), (6.5, 3e-8, 3.536), (6.5, 1e-7, 3.198),
        (6.5, 3e-7, 3.282),
        (10.4, 1e-8, 3.320), (10.4, 3e-8, 3.279), (10.4, 1e-7, 3.125), (10.4, 3e-7, 3.113), (10.4, 1e-5, 3.310),
    ]

    @Test(
        "Agrees with an independent solver: 0.02 below 3.6, 2 % above, as its rates are approximate",
        arguments: reference)
    func agreement(mass: Double, coupling: Double, expected: Double) throws {
        let model = NeffModel(
            mass: mass, coupling: coupling > 0 ? coupling : 1e-5, mixing: coupling * Self.naturalRatio)
        let neutrinos = try Neff.neutrinos(model)
        #expect(abs(neutrinos - expected) < (expected < 3.6 ? 0.02 : 0.02 * expected), "\(neutrinos)")
    }

    @Test("The Standard Model: 3.044 to 3.046")
    func standardModel() throws {
        let neutrinos = try Neff.neutrinos(.standardModel)
        #expect((3.044...3.046).contains(neutrinos))
        // Four digits are stated.
        #expect(abs(neutrinos - Neff.standardModel) < 1e-4)
    }

    @Test("A vanishing coupling leaves nothing: ΔN_eff falls as g′", arguments: [0.01, 0.5, 3, 30])
    func vanishingCoupling(mass: Double) throws {
        let base = try Neff.neutrinos(.standardModel)
        let excesses = try [1e-13, 1e-14, 1e-15].map {
            try Neff.neutrinos(.init(mass: mass, coupling: $0, mixing: $0 * Self.naturalRatio)) - base
        }
        #expect(excesses[0] < 0.015 && excesses[2] < 1e-4)
        // Integration leaves 1e-6.
        #expect(excesses[1] < excesses[0] / 5 + 1e-6 && excesses[2] < excesses[1] / 5 + 1e-6)
    }

    @Test("A factor on the rates is its root on both couplings")
    func rates() throws {
        for (mass, coupling) in [(5.0, 2e-10), (0.01, 5e-9), (8, 1e-5)] {
            var model = NeffModel(mass: mass, coupling: coupling, mixing: coupling * Self.naturalRatio)
            let root = 3.0.squareRoot()
            let scaled = NeffModel(
                mass: mass, coupling: root * coupling, mixing: root * coupling * Self.naturalRatio)
            model.rates = 3
            // The same equations but for rounding, which fast relaxation carries into the steps' sizes.
            #expect(abs(try Neff.neutrinos(model) - (try Neff.neutrinos(scaled))) < 1e-4)
        }
    }

    @Test("Smaller steps converge", arguments: [(5.0, 1e-7), (10, 1e-4), (5, 3e-10), (0.01, 3e-9), (2, 1e-2)])
    func convergence(mass: Double, coupling: Double) throws {
        let results = try [1e-4, 1e-6, 1e-8].map { tolerance in
            var precision = NeffPrecision()
            precision.tolerance = tolerance
            return try Neff.neutrinos(
                .init(mass: mass, coupling: coupling, mixing: coupling * Self.naturalRatio), precision: precision)
        }
        let (coarse, fine) = (abs(results[0] - results[2]), abs(results[1] - results[2]))
        #expect(fine < 5e-4, "\(results)")
        #expect(fine < max(coarse / 5, 1e-4), "\(results)")
    }

    @Test("Equilibrium is kept, whatever the fastest rate allowed is", arguments: [(5.0, 1e-4), (20, 1e-2)])
    func fastestRelaxation(mass: Double, coupling: Double) throws {
        let results = try [1e5, 1e6].map { rate in
            var precision = NeffPrecision()
            precision.fastestRelaxation = rate
            return try Neff.neutrinos(
                .init(mass: mass, coupling: coupling, mixing: coupling * Self.naturalRatio), precision: precision)
        }
        // A lag of 1e-5, times the masses in units of the temperature and the few of them that are left.
        #expect(abs(results[0] - results[1]) < 1e-3, "\(results)")
    }

    @Test("Pauli's principle matters only where mixing begins to be felt")
    func pauliBlocking() throws {
        // The difference as computed, to a tenth; and steps' errors.
        for (mass, coupling, expected) in [(6.5, 3e-8, 0.0184), (3, 2e-8, 0.0524), (5, 1e-4, 0), (12, 1e-6, 0)] {
            var model = NeffModel(mass: mass, coupling: coupling, mixing: coupling * Self.naturalRatio)
            let free = try Neff.neutrinos(model)
            model.pauliBlocking = true
            let difference = try Neff.neutrinos(model) - free
            #expect(abs(difference - expected) < 0.1 * expected + 2e-4, "\(difference)")
        }
    }

    @Test("A history that needs more steps than granted says so")
    func tooManySteps() {
        var precision = NeffPrecision()
        precision.mostSteps = 10
        #expect(throws: NeffHistoryError.self) { try Neff.neutrinos(.standardModel, precision: precision) }
    }
}
