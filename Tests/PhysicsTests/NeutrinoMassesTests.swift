import Physics
import Testing

@Suite("Neutrino masses")
struct NeutrinoMassesTests {
    static let sets = ParameterSet.all

    @Test("The masses of Σ = 0.1 eV, as listed to 1e-5 eV")
    func listedMasses() throws {
        let set = ParameterSet.nusiprop
        let normal = try NeutrinoMasses(sumOfMasses: 0.1, splittings: set.normal.splittings).masses
        let inverted = try NeutrinoMasses(sumOfMasses: 0.1, splittings: set.inverted.splittings).masses
        // Half a unit of the last digit given.
        for (mass, listed) in zip(0..<3, [0.02184, 0.02347, 0.05469]) { #expect(abs(normal[mass] - listed) <= 5e-6) }
        for (mass, listed) in zip(0..<3, [0.04923, 0.04998, 0.00080]) { #expect(abs(inverted[mass] - listed) <= 5e-6) }
    }

    @Test("Sum and splittings come back", arguments: Ordering.allCases, [0.1, 0.3, 5])
    func roundTrip(ordering: Ordering, sum: Double) throws {
        for set in Self.sets {
            let splittings = set.oscillations(ordering).splittings
            let neutrinos = try NeutrinoMasses(sumOfMasses: sum, splittings: splittings)
            // Rounding of the bisection's last step.
            #expect(abs(neutrinos.sum / sum - 1) < 1e-14)
            let squares = neutrinos.masses * neutrinos.masses
            let farther = ordering == .normal ? squares[2] - squares[0] : squares[1] - squares[2]
            // Rounding of a difference of squares of size Σ²/9.
            #expect(abs(squares[1] - squares[0] - splittings.solar) < 1e-15 * sum * sum)
            #expect(abs(farther - splittings.atmospheric) < 1e-15 * sum * sum)
        }
    }

    @Test(
        "A sum below the minimum is refused with the minimum",
        arguments: [(Ordering.normal, 0.0588), (.inverted, 0.0992)])
    func sumTooSmall(ordering: Ordering, listed: Double) throws {
        let splittings = ParameterSet.nusiprop.oscillations(ordering).splittings
        let minimum = splittings.minimumSum
        // Digits as listed.
        #expect(abs(minimum - listed) <= 5e-5)
        #expect(throws: NeutrinoMassError.sumTooSmall(0.05, minimum: minimum, ordering: ordering)) {
            try NeutrinoMasses(sumOfMasses: 0.05, splittings: splittings)
        }
        let least = try NeutrinoMasses(sumOfMasses: minimum, splittings: splittings)
        #expect(least.masses.min() == 0)
    }

    @Test(
        "The least sums of NuFIT 6.1, as listed, and the angles of its sin²",
        arguments: [(Ordering.normal, 0.0588, 0.470), (.inverted, 0.0989, 0.550)])
    func nufit61(ordering: Ordering, listed: Double, sineSquared23: Double) {
        let oscillations = ParameterSet.planck2018NuFIT61.oscillations(ordering)
        // Half a unit of the last digit given.
        #expect(abs(oscillations.splittings.minimumSum - listed) <= 5e-5)
        // |U_μ3|² = cos²θ_13 sin²θ_23 and |U_e3|² = sin²θ_13: to rounding of an arc sine and back.
        let mixing = MixingMatrix(oscillations.angles)
        let electron = mixing.probabilities(flavour: 0)[2]
        #expect(abs(mixing.probabilities(flavour: 1)[2] - (1 - electron) * sineSquared23) < 1e-14)
        #expect(abs(electron - (ordering == .normal ? 0.02248 : 0.02262)) < 1e-14)
    }

    @Test("Numbers that are none are refused", arguments: [0, -0.1, .nan, .infinity, 1e300])
    func hostileSum(sum: Double) {
        #expect(throws: NeutrinoMassError.self) {
            try NeutrinoMasses(sumOfMasses: sum, splittings: ParameterSet.nusiprop.normal.splittings)
        }
    }

    @Test(
        "Splittings that contradict their ordering are refused", arguments: [(-1e-5, 2e-3), (3e-3, 2e-3), (.nan, 2e-3)])
    func hostileSplittings(solar: Double, atmospheric: Double) {
        #expect(throws: NeutrinoMassError.self) {
            try NeutrinoMasses(
                lightest: 0,
                splittings: MassSplittings(ordering: .normal, solar: solar, atmospheric: atmospheric))
        }
    }
}
