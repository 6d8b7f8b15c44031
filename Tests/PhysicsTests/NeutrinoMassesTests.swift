import Physics
import Testing

@Suite("Neutrino masses")
struct NeutrinoMassesTests {
    static let sets = [ParameterSet.nusiprop, .planck2018NuFIT6]

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
