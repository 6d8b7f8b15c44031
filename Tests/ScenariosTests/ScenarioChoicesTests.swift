import Foundation
import Physics
import Testing
import Transport

@testable import Scenarios

/// What scenario files and options choose of neutrinos and sources.
@Suite struct ScenarioChoicesTests {
    static func scenario(_ sections: String) throws -> Scenario {
        try Scenario(yaml: ScenarioFileTests.minimal + "\n" + sections)
    }

    static func file(_ text: String, _ name: String = "table.csv") throws -> String {
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-choices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let file = directory.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func everyKeyOfNeutrinosAndSourcesIsRead() throws {
        let scenario = try Self.scenario(
            """
            neutrinos:
              ordering: inverted
              lightest_mass_eV: 0.01
              theta12_deg: 33
              theta13_deg: 8.5
              theta23_deg: 45
              delta_cp_deg: -90
              charges: 0,1,-0.5
            sources:
              evolution: agn-like
              max_redshift: 4
              flavours: 1:2:0
            """)
        #expect(scenario.neutrinos.ordering == .inverted && scenario.neutrinos.scale == .lightest(0.01))
        #expect(scenario.neutrinos.angles == .init(theta12: 33, theta13: 8.5, theta23: 45, delta: -90))
        #expect(scenario.neutrinos.charges.value == ChargeMatrix(diagonal: [0, 1, -0.5]))
        #expect(scenario.sources.evolution?.value == .nucleiLike && scenario.sources.maximumRedshift == 4)
        #expect(scenario.sources.composition.value == .pion)
    }

    /// The forms of χ² have no effect on the likelihood; the usual ones stand in every file that is written.
    @Test func formsOfChi2ContradictALikelihood() throws {
        for (key, value) in [("errors", "by-side"), ("upper_limits", "zero-centred")] {
            #expect(throws: ScenarioError.contradiction(path: "icecube.\(key)", other: "icecube.statistic")) {
                try ScenarioFileTests.read(
                    ScenarioFileTests.minimal.replacing(
                        "icecube:", with: "icecube:\n  statistic: asymmetric-gaussian\n  \(key): \(value)"))
            }
        }
    }

    @Test func aLikelihoodThatIsChosenLeavesTheFormsOfChi2() throws {
        var scenario = try Scenario.shipped("paper")
        scenario.iceCube.treatment = .init(upperLimits: .zeroCentred, errors: .bySide)
        try ScenarioChoice.statistic.set("asymmetric-gaussian", in: &scenario)
        #expect(scenario.iceCube.treatment == .init(statistic: .asymmetricGaussian))
        #expect(try Scenario(yaml: scenario.yaml) == scenario)
    }

    @Test func twoKeysOfOneQuantityContradict() {
        #expect(
            throws: ScenarioError.contradiction(
                path: "neutrinos.lightest_mass_eV", other: "neutrinos.sum_of_masses_eV")
        ) {
            let choices = "\nneutrinos: {sum_of_masses_eV: 0.1, lightest_mass_eV: 0.01}"
            try ScenarioFileTests.read(ScenarioFileTests.minimal + choices)
        }
        #expect(
            throws: ScenarioError.contradiction(
                path: "neutrinos.lightest_mass_eV", other: "neutrinos.sum_of_masses_inverted_eV")
        ) {
            let choices = "\nneutrinos: {sum_of_masses_inverted_eV: 0.1, lightest_mass_eV: 0.01}"
            try ScenarioFileTests.read(ScenarioFileTests.minimal + choices)
        }
    }

    @Test(arguments: [
        "neutrinos: {charges: lepton}", "neutrinos: {charges: '1,2'}", "neutrinos: {charges: '0,0,0'}",
        "neutrinos: {charges: '0,1,x'}", "neutrinos: {charges: '0,1,0,2,0,0,0,0,1'}", "neutrinos: {charges: '0,1,nan'}",
        "sources: {evolution: stars}", "sources: {evolution: no/such/file}", "sources: {flavours: '1:2'}",
        "sources: {flavours: '1:-2:0'}", "sources: {flavours: '0:0:0'}", "sources: {flavours: kaon}",
        "sources: {max_redshift: far}", "sources: {max_redshif: 5}",
    ])
    func whatChoosesNothingIsRefused(section: String) {
        #expect(throws: ScenarioError.self) { try Self.scenario(section) }
    }

    @Test func matricesAreReadInEveryForm() throws {
        let complex = try Chosen(charges: "0, 0.1+0.2i, 0, 0.1-0.2i, 1e0, 0, 0, 0, -1").value
        #expect(complex.elements[0][1].imaginary == 0.2 && complex.elements[1][0].imaginary == -0.2)
        let path = try Self.file("# rows e, mu, tau\n0 0.1+2e-1i 0\n0.1-0.2i 1 0\n0,0,-1\n", "charges.txt")
        #expect(try Chosen(charges: path).value == complex)
        for text in ["0,1,-1", "0,0,0,0,1,0,0,0,-1", "mu-minus-tau"] {
            #expect(try Chosen(charges: text) == .muonMinusTau)
        }
        #expect(try Chosen(charges: "universal").value == .universal)
        #expect(throws: ChoiceError.self) { try Chosen(charges: try Self.file("1 0\n0 1\n")) }
    }

    @Test func tablesOfEvolutionAreRead() throws {
        let path = try Self.file("z,density\n# today\n0,1\n1,2.5\n6,0\n")
        let table = try EvolutionTable(redshifts: [0, 1, 6], densities: [1, 2.5, 0])
        #expect(try Chosen(evolution: path).value == .table(table))
    }

    /// With the line of the file where one is at fault.
    @Test(arguments: [
        ("z,density\n0,1\n2,1\n1,3\n", 4), ("0,1\n1,-2\n", 2), ("1,1\n2,2\n", 1), ("0,1\n1\n", 2),
        ("0,1\n1,nan\n", 2), ("0,1\n", nil), ("", nil), ("0,0\n1,0\n", nil),
    ])
    func tablesThatAreNoneAreRefused(text: String, line: Int?) throws {
        let path = try Self.file(text)
        let error = #expect(throws: ChoiceError.self) { try Chosen(evolution: path) }
        switch error {
        case .badLine(_, let found, _, _): #expect(found == line)
        case .evolution(.redshiftsNotRising(let found), _): #expect(found == line)
        case .evolution(.densityOutOfRange(let density, let found), _): #expect(density == 0 || found == line)
        case .rowsOutOfRange: #expect(line == nil)
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func spectraAreReadInEveryForm() throws {
        #expect(try Chosen(spectrum: "power-law") == nil)
        #expect(try Chosen(spectrum: "power-law:2.5")?.value == SpectrumFamily(.powerLaw(index: 2.5)))
        #expect(
            try Chosen(spectrum: "broken:2.0,2.8,100TeV")?.value
                == SpectrumFamily(.broken(below: 2, above: 2.8, energy: 1e5)))
        #expect(
            try Chosen(spectrum: "broken:2.0,2.8,0.1PeV")?.value == Chosen(spectrum: "broken:2.0,2.8,1e-4 EeV")?.value)
        #expect(
            try Chosen(spectrum: "broken-observed:1.72,2.84,33TeV")?.value
                == SpectrumFamily(.observed(.broken(below: 1.72, above: 2.84, energy: 33e3))))
        #expect(
            try Chosen(spectrum: "power-law:3+cut-off-observed:2,1e6GeV@2")?.value
                == SpectrumFamily(
                    .sum([
                        .init(amplitude: 1, spectrum: .powerLaw(index: 3)),
                        .init(amplitude: 2, spectrum: .observed(.cutOff(index: 2, energy: 1e6))),
                    ])))
        #expect(try Chosen(otherSpectrum: "power-law").value == nil)
        #expect(try Chosen(spectrum: "cut-off:2.3,5e+6")?.value == SpectrumFamily(.cutOff(index: 2.3, energy: 5e6)))
        #expect(
            try Chosen(spectrum: "power-law:3@0.5+cut-off:2,1e+6GeV")?.value
                == SpectrumFamily(
                    .sum([
                        .init(amplitude: 0.5, spectrum: .powerLaw(index: 3)),
                        .init(amplitude: 1, spectrum: .cutOff(index: 2, energy: 1e6)),
                    ])))
        let path = try Self.file("E_GeV,flux\n1e4,2\n1e6,0\n")
        #expect(
            try Chosen(spectrum: path)?.value
                == SpectrumFamily(.table(SpectrumTable(energies: [1e4, 1e6], values: [2, 0]))))
    }

    @Test func indicesMayFollowTheScenarios() throws {
        #expect(try Chosen(spectrum: "power-law:gamma") == nil)
        let broken = try #require(try Chosen(spectrum: "broken:gamma,gamma+0.8,1e5GeV")?.value)
        #expect(broken.hasIndex && broken.spectrum(index: 2) == .broken(below: 2, above: 2.8, energy: 1e5))
        // Both indices from 1 to 10.
        #expect(broken.indices == 1...9.2)
        let mixed = try #require(try Chosen(spectrum: "power-law:3+cut-off-observed:gamma-0.5,1e6GeV@2")?.value)
        #expect(
            mixed.spectrum(index: 2.5)
                == .sum([
                    .init(amplitude: 1, spectrum: .powerLaw(index: 3)),
                    .init(amplitude: 2, spectrum: .observed(.cutOff(index: 2, energy: 1e6))),
                ]))
        #expect(try Chosen(spectrum: "broken:2,3,1e5GeV")?.value.hasIndex == false)
    }

    @Test func rangesStandWhereNumbersMay() throws {
        let text = "power-law:3@0.1..10+cut-off:gamma-0.5..0.5,3000TeV"
        let family = try #require(try Chosen(spectrum: text)?.value)
        #expect(family.parameters.map(\.range) == [0.1...10, -0.5...0.5])
        #expect(SpectrumParameter.names(family.parameters) == ["weight", "step"])
        // Of all that a range allows, both indices must be from 1 to 10.
        #expect(family.indices == 1.5...9.5)
        #expect(
            family.at([0, 0.5]).spectrum(index: 2)
                == .sum([
                    .init(amplitude: 0.1, spectrum: .powerLaw(index: 3)),
                    .init(amplitude: 1, spectrum: .cutOff(index: 2, energy: 3e6)),
                ]))
        let both = try #require(try Chosen(spectrum: "broken:2,3,1e4..1e5GeV+broken:2,3,1e6..1e7GeV")?.value)
        #expect(SpectrumParameter.names(both.parameters) == ["break_GeV", "break_GeV_2"])
        // The first end takes the unit of the second.
        #expect(both.parameters.map(\.range) == [1e4...1e5, 1e6...1e7])
        // The lesser end of a range is no index of a power law that a scenario has.
        let powerLaw = try #require(try Chosen(spectrum: "power-law:2..3")?.value)
        #expect(powerLaw.powerLawIndex == nil && powerLaw.parameters.map(\.range) == [2...3])
        // One without a width is a number.
        #expect(
            try Chosen(spectrum: "broken:gamma,3,1e5..1e5GeV")?.value
                == Chosen(spectrum: "broken:gamma,3,1e5GeV")?.value)
    }

    @Test(arguments: [
        "broken:gamma,3,1e6..1e4GeV", "broken:gamma,3,1e5..infGeV", "broken:gamma,3,1e5..1e999GeV",
        "broken:gamma,3,1e5..", "broken:gamma,3,..1e5GeV", "broken:gamma,3,1e4...1e5GeV",
        "broken:gamma,3,1e-3..1e12GeV", "broken:gamma,3,0..1e5GeV", "broken:gamma,3,1e5..1e6MHz",
        "broken:gamma,2..nan,1e5GeV", "broken:gamma,2..3..4,1e5GeV",
        "broken:gamma..2,3,1e5GeV", "broken:gamma,gamma+0..12,1e5GeV", "power-law:2@0..2+power-law:3",
        "broken:1..2,1..3,1e4..1e5GeV",
    ])
    func rangesThatCannotBeSearchedAreRefused(text: String) {
        #expect(throws: ChoiceError.self) { try Chosen(spectrum: text) }
    }

    @Test(arguments: [
        "broken:gamma2,3,1e5GeV", "broken:gamma+,3,1e5GeV", "broken:gamma+x,3,1e5GeV", "broken:gam,3,1e5GeV",
        "broken:gamma+50,3,1e5GeV", "cut-off:2,gamma", "broken:gamma+-1,3,1e5GeV", "broken:gamma++1,3,1e5GeV",
        "cut-off:gamma+inf,1e5GeV",
    ])
    func indicesThatFollowNothingAreRefused(text: String) {
        #expect(throws: ChoiceError.self) { try Chosen(spectrum: text) }
    }

    @Test(arguments: [
        "", "power-law:", "power-law:x", "power-law:0.5", "power-law:nan", "broken:2,3", "broken:2,3,-1e5GeV",
        "broken:2,3,1e5MHz", "cut-off:2", "cut-off:2,inf", "gaussian:1", "power-law:2@-1", "power-law:2@x",
        "power-law:2@1@2", "power-law-observed:2", "broken-observed:2,3", "-observed:2", "power-law:2+",
        "power-law:2+power-law:2+x", "no/such/file",
    ])
    func spectraThatAreNoneAreRefused(text: String) {
        #expect(throws: ChoiceError.self) { try Chosen(spectrum: text) }
    }

    @Test(arguments: ["1e4,1\n1e3,1\n", "1e4,1\n1e5,-1\n", "1e4,1\n1e5\n", "1e4,0\n1e5,0\n", "1e4,1\n", "0,1\n1,1\n"])
    func tablesOfSpectraThatAreNoneAreRefused(text: String) throws {
        let path = try Self.file(text)
        #expect(throws: ChoiceError.self) { try Chosen(spectrum: path) }
    }

    @Test func anIndexBesideAnotherSpectrumContradicts() throws {
        let text = ScenarioFileTests.minimal + "\n  gamma: 2.5\nsources: {spectrum: 'cut-off:2,1e6GeV'}"
        #expect(throws: ScenarioError.contradiction(path: "icecube.gamma", other: "sources.spectrum")) {
            try ScenarioFileTests.read(text)
        }
        #expect(try Scenario(yaml: text.replacingOccurrences(of: "2.5", with: "profiled")).iceCube.gamma == nil)
    }

    /// On top of a scenario: a power law in the place of the spectrum that was asked for would be another answer.
    @Test func anIndexOnTopOfASpectrumWithoutIsRefused() throws {
        var scenario = try Scenario.shipped("paper")
        try ScenarioChoice.spectrum.set("cut-off:2,1e6GeV", in: &scenario)
        for text in ["2.5", "profiled"] {
            #expect(throws: ChoiceError.noIndex(spectrum: "cut-off:2,1e6GeV")) {
                try ScenarioChoice.gamma.set(text, in: &scenario)
            }
        }
        try ScenarioChoice.spectrum.set("cut-off:gamma,1e6GeV", in: &scenario)
        try ScenarioChoice.gamma.set("2.25", in: &scenario)
        #expect(scenario.sources.spectrum?.text == "cut-off:gamma,1e6GeV" && scenario.iceCube.gamma == 2.25)
        // An index of one's own in the place of a power law's.
        try ScenarioChoice.spectrum.set("power-law:2.7", in: &scenario)
        try ScenarioChoice.gamma.set("2.5", in: &scenario)
        #expect(scenario.sources.spectrum == nil && scenario.iceCube.gamma == 2.5)
    }

    @Test func offsetsMayBeLarge() throws {
        let far = try #require(try Chosen(spectrum: "power-law:gamma-5")?.value)
        // The index from 1 on, γ itself to 10.
        #expect(far.indices == 6...10 && far.indices.contains(far.referenceIndex))
        #expect(throws: ChoiceError.spectrum(.noCommonIndex, path: nil)) {
            try Chosen(spectrum: "broken:gamma-5,gamma+5,1e5GeV")
        }
    }

    @Test func anglesAreThoseOfTheSetWhereNoneIsGiven() throws {
        let set = ParameterSet.nusiprop.normal.angles
        #expect(try AngleOverrides().applied(to: set) == set)
        #expect(try AngleOverrides(theta23: 40).applied(to: set).theta23 == 40)
        for angle in [-1, 91, .nan, .infinity] {
            #expect(throws: MixingAngleError.self) { try AngleOverrides(theta12: angle).applied(to: set) }
        }
    }
}
