import Physics
import Testing

@Suite("Parameter sets")
struct ParameterSetTests {
    @Test("Each is found by its name and says where its numbers come from", arguments: ParameterSet.all)
    func named(set: ParameterSet) throws {
        #expect(try ParameterSet.named(set.name) == set)
        #expect(!set.provenance.isEmpty)
        #expect(set.normal.splittings.ordering == .normal && set.inverted.splittings.ordering == .inverted)
    }

    @Test("An unknown name is refused with those there are")
    func unknown() {
        #expect(
            throws: ParameterSetError.unknown(
                name: "wmap", known: ["nusiprop", "planck2018-nufit6", "planck2018-nufit6.1"])
        ) {
            try ParameterSet.named("wmap")
        }
    }

    @Test(
        "Relic densities in cm⁻³, as listed",
        arguments: [("nusiprop", 56.65), ("planck2018-nufit6", 56.01), ("planck2018-nufit6.1", 56.01)])
    func relicDensity(name: String, listed: Double) throws {
        let unit = Constants.reducedPlanckTimesLightSpeed
        // Half a unit of the last digit given.
        #expect(abs(try ParameterSet.named(name).relicDensity / (unit * unit * unit) - listed) < 5e-3)
    }

    @Test("H_0 = 67.66 km/s/Mpc is 1.4433e-33 eV")
    func hubbleConstant() {
        // By hand from CODATA's ħ and the IAU's parsec; half a unit of the last digit.
        #expect(abs(ParameterSet.planck2018NuFIT6.cosmology.hubbleConstant - 1.4433e-33) < 5e-38)
    }

    @Test("Star formation rises as (1+z)^3.4 today and falls as (1+z)^−3.5 far out")
    func starFormation() {
        let density = SourceEvolution.starFormation.density
        // The other powers are below 1e-6 at these ends.
        #expect(abs(density(1.01) / density(1) / 1.034406 - 1) < 1e-5)
        #expect(abs(density(20) / density(10) * 11.3137 - 1) < 0.02)
    }
}
