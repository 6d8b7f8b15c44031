import Testing

@testable import IceCubeFit

@Suite struct PhysicalUnitTests {
    @Test(arguments: [
        "GeV.cm**-2.s**-1.sr**-1", "GeV cm-2 s-1 sr-1", "GeV/(cm**2.s.sr)", "GeV/cm^2/s/sr", "GeV*cm**-2*s**-1*sr**-1",
        "sr**-1.s**-1.cm**-2.GeV", "GeV / (s sr cm2)",
    ])
    func readsTheSameFluxHoweverItIsWritten(_ text: String) throws {
        let unit = try #require(PhysicalUnit(text))
        #expect(unit.isEnergyFlux)
        #expect(unit.scale == 1)
    }

    @Test(arguments: [("TeV", 1e3), ("PeV", 1e6), ("GeV", 1), ("eV", 1e-9)])
    func scalesEnergies(_ text: String, _ scale: Double) throws {
        let unit = try #require(PhysicalUnit(text))
        #expect(unit.isEnergy)
        #expect(unit.scale == scale)
    }

    @Test func scalesAreas() throws {
        let unit = try #require(PhysicalUnit("GeV.m**-2.s**-1.sr**-1"))
        #expect(unit.isEnergyFlux)
        // 1 m⁻² = 1e-4 cm⁻², to the rounding of two products.
        #expect(abs(unit.scale - 1e-4) < 1e-19)
    }

    @Test(arguments: ["GeV.cm**-2.s**-1", "GeV", "", "cm", "GeV**2.cm**-2.s**-1.sr**-1"])
    func tellsAFluxFromSomethingElse(_ text: String) throws {
        #expect(try #require(PhysicalUnit(text)).isEnergyFlux == false)
    }

    @Test(arguments: [
        "Gev", "GeV.cm**", "GeV.cm**-99999999999999999999", "GeV.cm**-9", "GeV/(cm", "GeV)", "GeV//cm", "1e-8GeV",
        "GeV.cm--2", "meV", "GeV/", "ν", "(", "GeV.cm²",
    ])
    func refusesWhatItDoesNotUnderstand(_ text: String) {
        #expect(PhysicalUnit(text) == nil)
    }
}
