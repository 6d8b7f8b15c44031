import ConstraintKit
import CurveFormats
import Testing

@testable import Scenarios

@Suite struct ScenarioFileTests {
    static let minimal = """
        name: mine
        bounds: [na64mu-2024]
        icecube:
          data: [cascades-6yr-2020]
        """

    @Test func whatIsNotGivenIsDefault() throws {
        let scenario = try Scenario(yaml: Self.minimal)
        #expect(scenario.name == "mine" && scenario.bounds == ["na64mu-2024"])
        #expect(scenario.conventions == Conventions())
        #expect(scenario.iceCube.amplitude == nil && scenario.iceCube.gamma == nil)
        #expect(scenario.neutrinos == .init(ordering: .normal, sumOfMasses: 0.1))
    }

    @Test func boundsOfTheUsersJoinUnlessTheScenarioWantsNone() throws {
        var open = try Scenario(yaml: Self.minimal)
        try open.join(["mine-2025", "na64mu-2024"])
        #expect(open.bounds == ["na64mu-2024", "mine-2025"])
        var closed = try Scenario(yaml: Self.minimal + "\nown_bounds: none")
        try closed.join(["mine-2025"])
        #expect(closed.bounds == ["na64mu-2024"])
        #expect(try Scenario(yaml: Self.minimal + "\nown_bounds: named").ownBounds == .named)
        #expect(
            throws: ScenarioError.wrongValue(path: "own_bounds", found: "no", expected: "all, named or none")
        ) { try Self.read(Self.minimal + "\nown_bounds: no") }
    }

    @Test func shippedScenariosAreRead() throws {
        #expect(Scenario.shippedNames.first == "paper")
        let paper = try Scenario.shipped("paper")
        #expect(
            paper.conventions.crossSection == .paper && paper.iceCube.amplitude == 1.5 && paper.iceCube.gamma == 2.5)
        #expect(paper.alternatives == [.init(name: "muon g-2", counts: "g-2-wp20", others: ["g-2-bmw21"])])
        let consistent = try Scenario.shipped("consistent")
        #expect(consistent.conventions.crossSection == .majorana && consistent.conventions.kineticMixing == .natural)
        #expect(consistent.iceCube.gamma == nil)
        var current = try Scenario.shipped("current")
        #expect(current.conventions.greatestNeff == nil && current.conventions.kineticMixing == .natural)
        #expect(current.conventions.parameterSet == "planck2018-nufit6.1")
        #expect(current.neutrinos.scaleOfOrdering == .sum(0.06))
        // The same bounds, but for what was measured of N_eff.
        #expect(current.bounds == consistent.bounds.map { $0 == "neff-history" ? "neff-history-2026" : $0 })
        #expect(current.sources.otherSpectrum?.text == "broken-observed:1.72,2.84,33TeV")
        try ScenarioChoice.ordering.set("inverted", in: &current)
        #expect(current.neutrinos.scaleOfOrdering == .sum(0.1))
        #expect(try Scenario(yaml: current.yaml).neutrinos.scaleOfOrdering == .sum(0.1))
        // A sum or a mass that is given holds whatever the ordering is.
        try ScenarioChoice.sumOfMasses.set("0.2eV", in: &current)
        #expect(current.neutrinos.scaleOfOrdering == .sum(0.2))
        try ScenarioChoice.lightestMass.set("0.01eV", in: &current)
        #expect(current.neutrinos.scaleOfOrdering == .lightest(0.01))
    }

    @Test func aSlipOfThePenIsAnErrorAndNotADefault() {
        #expect(
            throws: ScenarioError.unknownKey(
                path: "icecube.gama", nearest: "gamma",
                known: ["data", "amplitude", "gamma", "upper_limits", "errors", "statistic"])
        ) {
            try Self.read(Self.minimal + "\n  gama: 2.5")
        }
        #expect(throws: ScenarioError.wrongValue(path: "icecube.gamma", found: "2,5", expected: "a number or profiled"))
        {
            try Self.read(Self.minimal + "\n  gamma: '2,5'")
        }
        // Only a parameter of the fit can be profiled.
        for key in ["neutrinos: {sum_of_masses_eV: profiled}", "conventions: {confidence_level: profiled}"] {
            #expect(throws: ScenarioError.self, "\(key)") { try Scenario(yaml: Self.minimal + "\n" + key) }
        }
        #expect(throws: ScenarioError.missing(path: "name", expected: "a text")) {
            try Self.read("bounds: []\nicecube: {data: [d]}")
        }
        #expect(throws: ScenarioError.duplicate(path: "bounds", stem: "a")) {
            try Self.read("name: x\nbounds: [a, a]\nicecube: {data: [d]}")
        }
    }

    /// What is wrong, without its place.
    static func read(_ yaml: String) throws {
        do { _ = try Scenario(yaml: yaml) } catch ScenarioError.at(_, let error) { throw error }
    }

    @Test(arguments: [
        ("name: x\nbounds: []\nicecube: {data: [d], gama: 1}", YAMLPlace(line: 3, column: 22)),
        ("name: x\nbounds:\n  - a\n  - b\n  - a\nicecube: {data: [d]}", YAMLPlace(line: 5, column: 5)),
        ("name: x\nbounds: []\nicecube:\n  data: [d]\n  gamma: '2,5'", YAMLPlace(line: 5, column: 3)),
        ("name: x\nbounds: []\nicecube:\n  gamma: 2", YAMLPlace(line: 3, column: 1)),
        (
            "name: x\nbounds: []\nneutrinos:\n  sum_of_masses_eV: 1\n  lightest_mass_eV: 1\nicecube: {data: [d]}",
            YAMLPlace(line: 5, column: 3)
        ),
        (
            "name: x\nbounds: []\nalternatives:\n  - name: a\n    counts: [b]\n    others: []\nicecube: {data: [d]}",
            YAMLPlace(line: 5, column: 5)
        ),
        ("name: x\nsummary: *a", YAMLPlace(line: 2)),
    ])
    func faultsAreFoundInTheFile(yaml: String, place: YAMLPlace) throws {
        let error = try #require(throws: ScenarioError.self) { try Scenario(yaml: yaml) }
        guard case .at(place, _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func hostileYAMLIsRefused() {
        #expect(throws: ScenarioError.self) { try Scenario(yaml: "") }
        #expect(throws: ScenarioError.self) { try Scenario(yaml: "- a\n- b") }
        #expect(throws: ScenarioError.self) { try Scenario(yaml: "name: [unclosed") }
        #expect(throws: ScenarioError.self) { try Scenario(yaml: String(repeating: "[", count: 60_000)) }
        #expect(throws: ScenarioError.tooLarge(bytes: 100_000, limit: 65_536)) {
            try Scenario(yaml: String(repeating: "x", count: 100_000))
        }
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]"
        #expect(throws: ScenarioError.usesAnchors) { try Self.read(bomb) }
    }

    @Test(arguments: [
        "bounds: [\"#\", &a [x], *a]", "bounds: {&a x: y}", "{\"a\":&b x}", "? *a : b", "-\n  &a x", "!!str &a x",
        "a: &-a [x]", "a: [*-a]", "a:\r &a [x]",
    ])
    func anchorsAreFoundWhereverTheyHide(text: String) {
        #expect(throws: ScenarioError.usesAnchors) { try Self.read(text) }
    }

    @Test func signsThatAreNoAnchorsMayStand() throws {
        let summary = "summary: R&D at 2*3 GeV, a * b, more & less\n"
        #expect(try Scenario(yaml: summary + Self.minimal).summary.hasPrefix("R&D"))
    }
}
