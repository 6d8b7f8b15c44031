import Foundation
import Scenarios
import Testing

@testable import Scan

struct PlanTests {
    private func plan(_ text: String) throws -> ScanPlan { try ScanPlan(yaml: Array(text.utf8)) }

    private static let ranges = """
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}

        """

    @Test
    func aPlanIsReadWithItsDefaults() throws {
        let plan = try plan("scenario: paper\nmethod: random\npoints: 1e4\n" + Self.ranges)
        #expect(plan.rows == 10_000 && plan.block == 1000 && plan.seed == 1 && plan.toys == nil)
        #expect(plan.parameters.map(\.name) == ["mass_MeV", "coupling"])
        #expect(plan.blockCount == 10 && plan.rows(ofBlock: 9) == 9000..<10_000)
    }

    @Test
    func aGridHasEveryCombinationAndItsEnds() throws {
        let plan = try plan(
            """
            scenario: paper
            method: grid
            parameters:
              mass_MeV: {from: 1, to: 100, scale: log, count: 3}
              coupling: {from: 1e-5, to: 1e-1, scale: log, count: 5}
              icecube.gamma: {from: 2, to: 3, count: 2}
            """)
        let columns = plan.columns(ofRows: 0..<plan.rows, ScanSequence(plan))
        let values = (0..<plan.rows).map { row in columns.map { $0[row] } }
        // Any rows by themselves.
        #expect(plan.columns(ofRows: 11..<17, ScanSequence(plan)) == columns.map { Array($0[11..<17]) })
        #expect(plan.rows == 30 && Set(values).count == 30)
        #expect(values[0] == [1, 1e-5, 2] && values[1] == [1, 1e-5, 3] && values[29] == [100, 1e-1, 3])
        #expect(abs(values[10][0] - 10) < 1e-12)
    }

    /// One of the two statements would be lost without a word.
    @Test(arguments: [
        (
            "choices: {neutrinos.sum_of_masses_eV: 0.2}\n", "  neutrinos.sum_of_masses_eV: {from: 0.1, to: 0.3}\n",
            "choices.neutrinos.sum_of_masses_eV"
        ),
        (
            "",
            "  neutrinos.sum_of_masses_eV: {from: 0.1, to: 0.3}\n  neutrinos.lightest_mass_eV: {from: 0, to: 0.1}\n",
            "parameters.neutrinos.sum_of_masses_eV"
        ),
    ])
    func whatIsStatedTwiceIsRefused(choices: String, parameters: String, path: String) throws {
        let text = "scenario: paper\nmethod: random\npoints: 4\n" + choices + Self.ranges + parameters
        let error = #expect(throws: ScanPlanError.self) { try plan(text.replacing("\n\n", with: "\n")) }
        guard case .wrongValue(path, _, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// In either order: a power law in the place of the spectrum that was asked for would be another answer.
    @Test(arguments: [
        "{sources.spectrum: 'broken:2,2.8,1e5GeV', icecube.gamma: 2.3}",
        "{icecube.gamma: 2.3, sources.spectrum: 'broken:2,2.8,1e5GeV'}",
    ])
    func anIndexOfASpectrumWithoutIsRefused(choices: String) throws {
        let plan = try plan("scenario: paper\nmethod: random\npoints: 4\nchoices: \(choices)\n" + Self.ranges)
        var scenario = try Scenario.shipped("paper")
        #expect(
            throws: ScanPlanError.unusableChoice(
                path: "choices.icecube.gamma", .noIndex(spectrum: "broken:2,2.8,1e5GeV"))
        ) { try plan.makeChoices(in: &scenario) }
    }

    /// There are no limits then, but normal terms about zero: either word would be without effect.
    @Test(arguments: ["icecube.upper_limits: zero-centred", "icecube.statistic: asymmetric-gaussian"])
    func limitsOfPseudoExperimentsAreRefusedWhereThereAreNone(choice: String) throws {
        for limits in ["kept", "redrawn"] {
            var scenario = try Scenario.shipped("paper")
            let plan = try plan(Self.toys(choice: choice, "toys: {limits: \(limits)}"))
            try plan.makeChoices(in: &scenario)
            #expect {
                try plan.refuseIdleLimits(in: scenario)
            } throws: { error in
                guard case ScanPlanError.wrongValue("toys.limits", limits, _) = error else { return false }
                return true
            }
        }
        var scenario = try Scenario.shipped("paper")
        let silent = try plan(Self.toys(choice: choice, "toys: {widths: as-predicted}"))
        try silent.makeChoices(in: &scenario)
        try silent.refuseIdleLimits(in: scenario)
        let usual = try plan(Self.toys(choice: "icecube.errors: by-side", "toys: {limits: redrawn}"))
        try usual.refuseIdleLimits(in: try Scenario.shipped("paper"))
    }

    private static func toys(choice: String, _ more: String) -> String {
        """
        scenario: paper
        method: toys
        points: 4
        choices: {\(choice)}
        parameters:
          mass_MeV: {from: 1, to: 20, scale: log, count: 4}
          coupling: {from: 1e-5, to: 1e-1, scale: log, count: 4}
        \(more)

        """
    }

    /// As the options of `check` are: one of both would be without effect.
    @Test(arguments: ["icecube.errors: by-side", "icecube.upper_limits: zero-centred"])
    func formsOfChi2AreRefusedBesideALikelihood(choice: String) throws {
        let plan = try plan(
            "scenario: paper\nmethod: random\npoints: 4\nchoices: {icecube.statistic: asymmetric-gaussian, \(choice)}\n"
                + Self.ranges)
        var scenario = try Scenario.shipped("paper")
        #expect {
            try plan.makeChoices(in: &scenario)
        } throws: { error in
            guard case ScanPlanError.wrongValue(let path, _, _) = error else { return false }
            return path == "choices." + choice.prefix { $0 != ":" }
        }
    }

    @Test
    func aParameterIsRefusedWhereNoneOfItsValuesIsAScenario() throws {
        var scenario = try Scenario.shipped("paper")
        let gamma = ScanParameter(name: "icecube.gamma", distribution: .linear(from: 2, to: 3), count: nil)
        _ = try ScenarioVariation(scenario, [gamma])
        scenario.sources.spectrum = try Chosen(spectrum: "cut-off:2,1e6GeV")
        #expect(throws: ScanPlanError.self) { try ScenarioVariation(scenario, [gamma]) }
        let word = ScanParameter(name: "neutrinos.ordering", distribution: .linear(from: 0, to: 1), count: nil)
        #expect(throws: ScanPlanError.self) { try ScenarioVariation(scenario, [word]) }
        // The middle lies below zero, and an end above: rows say which.
        let sums = ScanParameter(
            name: "neutrinos.sum_of_masses_eV", distribution: .linear(from: -0.1, to: 0.08), count: nil)
        _ = try ScenarioVariation(scenario, [sums])
    }

    /// Of a profile such a parameter would get a best value that says nothing.
    @Test(arguments: [
        ("conventions.neff_max", "χ² does not depend on it", "profile"),
        ("neutrinos.sum_of_masses_inverted_eV", "the ordering is normal", "random"),
    ])
    func aParameterThatChangesNothingIsRefused(path: String, reason: String, method: String) throws {
        let extra = method == "profile" ? "  \(path): {from: 0.2, to: 3}\n" : "  \(path): {from: 0.12, to: 0.3}\n"
        let points = method == "profile" ? "" : "points: 4\n"
        let count = method == "profile" ? ", count: 3" : ""
        let plan = try plan(
            "scenario: paper\nmethod: \(method)\n\(points)parameters:\n  mass_MeV: {from: 1, to: 10, scale: log\(count)}\n"
                + "  coupling: {from: 1e-4, to: 1e-2, scale: log\(count)}\n" + extra)
        #expect(
            throws: ScanPlanError.wrongValue(
                path: "parameters.\(path)", found: "a range", expected: "left out: \(reason)")
        ) { try plan.refuseIdleParameters(in: Scenario.shipped("paper")) }
    }

    @Test(arguments: [true, false])
    func whatIsChosenIsNoParameterByAnotherName(isChosen: Bool) {
        let lightest = "neutrinos.lightest_mass_eV"
        let choices = isChosen ? "choices: {\(lightest): 0.01}\n" : ""
        let other = isChosen ? "" : "  \(lightest): {from: 0, to: 0.1}\n"
        #expect(throws: ScanPlanError.self) {
            try plan(
                "scenario: paper\nmethod: random\npoints: 4\n" + choices + Self.ranges
                    + "  neutrinos.sum_of_masses_eV: {from: 0.06, to: 0.1}\n" + other)
        }
    }

    @Test
    func randomPointsFillTheirRangesEvenly() throws {
        let plan = try plan("scenario: paper\nmethod: random\npoints: 64\n" + Self.ranges)
        let sequence = ScanSequence(plan)
        let masses = plan.columns(ofRows: 0..<64, sequence)[0]
        #expect(plan.columns(ofRows: 21..<40, sequence)[0] == Array(masses[21..<40]))
        // A net: one in each sixty-fourth of the two decades.
        #expect(Set(masses.map { Int((32 * log10($0)).rounded(.down)) }) == Set(0..<64))
    }

    @Test(arguments: [
        ("method: random\npoints: 10\n", "scenario"), ("scenario: paper\nmethod: rnadom\npoints: 10\n", "method"),
        ("scenario: paper\nmethod: random\n", "points"), ("scenario: paper\nmethod: random\npoints: 0\n", "points"),
        ("scenario: paper\nmethod: random\npoints: 10\npoint: 3\n", "point"),
        ("scenario: paper\nmethod: grid\n", "parameters.mass_MeV.count"),
        ("scenario: paper\nmethod: random\npoints: 10\nchoices: {icecube.gama: 3}\n", "choices.icecube.gama"),
        ("scenario: paper\nmethod: random\npoints: 10\ntoys: {model: best-fit}\n", "toys"),
        ("scenario: paper\nmethod: random\npoints: 10\nblock: 1e9\n", "block"),
    ])
    func aSlipIsNamedByItsPlace(text: String, path: String) throws {
        let error = #expect(throws: ScanPlanError.self) { try plan(text + Self.ranges) }
        #expect(error?.path == path)
    }

    @Test(arguments: [
        ("{from: 1, to: 1}", "parameters.x.to"), ("{from: 2, to: 1}", "parameters.x.to"),
        ("{from: -1, to: 1, scale: log}", "parameters.x.from"), ("{from: 1}", "parameters.x.to"),
        ("{mean: 1, sigma: 0}", "parameters.x.sigma"), ("{mean: 1, sigma: 1, from: 0}", "parameters.x.from"),
        ("{from: a, to: 1}", "parameters.x.from"), ("{from: 0, to: 1, count: 3}", "parameters.x.count"),
        ("[1, 2]", "parameters.x"), ("{from: 0, to: nan}", "parameters.x.to"),
    ])
    func rangesAreRanges(range: String, path: String) throws {
        let text = "scenario: paper\nmethod: random\npoints: 10\n" + Self.ranges + "  icecube.gamma: \(range)\n"
        let error = #expect(throws: ScanPlanError.self) { try plan(text) }
        #expect(error?.path == path.replacing("x", with: "icecube.gamma"))
    }

    private static let nuisance = """
        scenario: paper
        method: profile
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log, count: 3}
          coupling: {from: 1e-5, to: 1e-1, scale: log, count: 5, profiled: false}
          neutrinos.sum_of_masses_eV: {mean: 0.1, sigma: 0.02}
          icecube.gamma: {from: 2, to: 3, profiled: true}

        """

    @Test
    func aProfileHasTheGridOfWhatIsNotProfiled() throws {
        let plan = try plan(Self.nuisance)
        #expect(plan.rows == 15 && plan.block == 16)
        let profile = try #require(plan.profile)
        #expect(profile.starts == 16 && profile.descents == 3 && profile.evaluations == 2000)
        let more = try self.plan(
            Self.nuisance + "profile: {starts: 4, descents: 1, evaluations: 50, tolerance: 1e-3}\n")
        #expect(more.profile?.evaluations == 50 && more.profile?.tolerance == 1e-3)
        // Of none: the least χ² of all.
        let all = Self.nuisance.replacing(", count: 3", with: "").replacing(", count: 5, profiled: false", with: "")
        #expect(try self.plan(all).rows == 1)
    }

    @Test(arguments: [
        (", profiled: true}", ", count: 4, profiled: true}", "parameters.icecube.gamma.count"),
        (", profiled: true}", ", profiled: false}", "parameters.icecube.gamma.count"),
        (", profiled: true}", ", profiled: maybe}", "parameters.icecube.gamma.profiled"),
        ("sigma: 0.02}", "sigma: 0.02, count: 3}", "parameters.neutrinos.sum_of_masses_eV.mean"),
        ("method: profile", "method: grid", "parameters.coupling.profiled"),
        ("method: profile\n", "method: profile\npoints: 3\n", "points"),
        ("method: profile\n", "method: profile\nprofile: {starts: 0}\n", "profile.starts"),
        ("method: profile\n", "method: profile\nprofile: {starts: 40, evaluations: 40}\n", "profile.evaluations"),
        ("method: profile\n", "method: profile\nprofile: {tolerance: 0}\n", "profile.tolerance"),
        ("method: profile\n", "method: profile\nprofile: {start: 4}\n", "profile.start"),
        ("from: 2, to: 3, profiled: true", "from: 2, to: 3, count: 3", "method"),
    ])
    func aSlipOfAProfileIsNamedByItsPlace(found: String, instead: String, path: String) throws {
        var text = Self.nuisance.replacing(found, with: instead)
        if path == "method" { text = text.replacing("{mean: 0.1, sigma: 0.02}", with: "{from: 0.06, to: 1, count: 2}") }
        let error = #expect(throws: ScanPlanError.self) { try plan(text) }
        #expect(error?.path == path)
    }

    @Test
    func noMassIsNegative() throws {
        let text =
            "scenario: paper\nmethod: random\npoints: 10\n" + Self.ranges.replacing("from: 1,", with: "from: -1,")
        let error = #expect(throws: ScanPlanError.self) { try plan(text.replacing(", scale: log", with: "")) }
        #expect(error?.path == "parameters.mass_MeV.from")
    }

    @Test(arguments: ["", "a: &b 1", "[", "- 1", String(repeating: "[", count: 5000)])
    func whatIsNoPlanIsRefused(text: String) {
        #expect(throws: ScanPlanError.self) { try plan(text) }
    }
}

extension ScanPlanError {
    /// Where it is.
    fileprivate var path: String? {
        switch self {
        case .missing(let path, _), .wrongValue(let path, _, _), .unknownKey(let path, _, _),
            .unusableChoice(let path, _):
            path
        case .at(_, let error): error.path
        case .notYAML, .usesAnchors, .tooMany: nil
        }
    }
}
