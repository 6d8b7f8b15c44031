import ConstraintKit
import CurveFormats
import IceCubeFit
import Physics
import Yams

/// Why a scenario's YAML can't be used. `path` names the place, `icecube.gamma` for instance.
public enum ScenarioError: Error, Sendable, Hashable {
    /// More bytes than any scenario has.
    case tooLarge(bytes: Int, limit: Int)
    /// The text is not YAML; `reason` is the parser's.
    case notYAML(reason: String)
    /// A key that a scenario can't do without.
    case missing(path: String, expected: String)
    /// A value of another kind or vocabulary than its key asks for.
    case wrongValue(path: String, found: String, expected: String)
    /// A key that means nothing: a slip of the pen, most likely for `nearest`.
    case unknownKey(path: String, nearest: String?, known: [String])
    /// An anchor or alias, by which a small file can grow without bound.
    case usesAnchors
    /// A bound named twice would count twice.
    case duplicate(path: String, stem: String)
    /// Two keys that say different things of one quantity.
    case contradiction(path: String, other: String)
    /// A text that chooses nothing, or a file that is not what it should be.
    case unusableChoice(path: String, ChoiceError)
}

extension Scenario {
    /// The most bytes a scenario file may have: thirty times the longest of ours.
    private static var greatestSize: Int { 65_536 }

    /// Reads a scenario from YAML.
    ///
    /// Every key is checked, so that a slip of the pen is an error and not a default. Anchors are refused: a scenario has
    /// no use for them, and they let a small file grow without bound.
    ///
    /// - Throws: ``ScenarioError``
    public init(yaml: String) throws(ScenarioError) {
        guard yaml.utf8.count <= Self.greatestSize else {
            throw .tooLarge(bytes: yaml.utf8.count, limit: Self.greatestSize)
        }
        do throws(FormatFault) { try BoundedYAML.check(Array(yaml.utf8)) } catch {
            if case .anchor = error { throw .usesAnchors }
            throw .notYAML(reason: error.explanation)
        }
        let root: Node?
        do { root = try compose(yaml: yaml) } catch { throw .notYAML(reason: "\(error)") }
        guard let root else { throw .missing(path: "name", expected: "the name of the scenario") }
        self = try ScenarioReader(root: root).scenario()
    }
}

/// Walks the nodes of a scenario file.
private struct ScenarioReader {
    let root: Node

    func scenario() throws(ScenarioError) -> Scenario {
        let top = try Section(
            root, path: "",
            keys: [
                "name", "summary", "bounds", "own_bounds", "alternatives", "conventions", "neutrinos", "sources",
                "icecube", "solver",
            ])
        let bounds = try top.strings("bounds")
        let alternatives = try top.sections("alternatives", keys: ["name", "counts", "others"]) {
            section throws(ScenarioError) in
            Scenario.Alternatives(
                name: try section.string("name"), counts: try section.string("counts"),
                others: try section.strings("others"))
        }
        var seen: Set<String> = []
        for stem in bounds + alternatives.flatMap(\.stems) where !seen.insert(stem).inserted {
            throw .duplicate(path: "bounds", stem: stem)
        }
        let sources = try sources(top)
        let iceCube = try iceCube(top)
        guard sources.spectrum == nil || iceCube.gamma == nil else {
            throw .contradiction(path: "icecube.gamma", other: "sources.spectrum")
        }
        return Scenario(
            name: try top.string("name"), summary: try top.string("summary", default: ""), bounds: bounds,
            alternatives: alternatives, conventions: try conventions(top), neutrinos: try neutrinos(top),
            sources: sources, iceCube: iceCube,
            solver: try top.value(
                "solver", expected: "auto, narrow-line or grid", default: nil, SolverChoice.init(rawValue:)),
            takesOwnBounds: try top.value("own_bounds", expected: "all or none", default: true) {
                ["all": true, "none": false][$0]
            })
    }

    private func conventions(_ top: Section) throws(ScenarioError) -> Conventions {
        let section = try top.section(
            "conventions", keys: ["kinetic_mixing", "cross_section", "confidence_level", "parameters"])
        return Conventions(
            kineticMixing: try section.value("kinetic_mixing", expected: "natural, none or a number", default: .none) {
                KineticMixing($0)
            },
            crossSection: try section.value(
                "cross_section", expected: "paper, majorana or dirac", default: .paper, CrossSection.init(rawValue:)),
            confidenceLevel: try section.optionalNumber("confidence_level"),
            parameterSet: try section.string("parameters", default: "nusiprop"))
    }

    private func neutrinos(_ top: Section) throws(ScenarioError) -> Scenario.Neutrinos {
        let section = try top.section(
            "neutrinos",
            keys: [
                "ordering", "sum_of_masses_eV", "lightest_mass_eV", "theta12_deg", "theta13_deg", "theta23_deg",
                "delta_cp_deg", "charges",
            ])
        let sum = try section.optionalNumber("sum_of_masses_eV")
        let lightest = try section.optionalNumber("lightest_mass_eV")
        guard sum == nil || lightest == nil else {
            throw .contradiction(path: "neutrinos.lightest_mass_eV", other: "neutrinos.sum_of_masses_eV")
        }
        return Scenario.Neutrinos(
            ordering: try section.value(
                "ordering", expected: "normal or inverted", default: .normal, Ordering.init(rawValue:)),
            scale: lightest.map { .lightest($0) } ?? .sum(sum ?? 0.1),
            angles: AngleOverrides(
                theta12: try section.optionalNumber("theta12_deg"), theta13: try section.optionalNumber("theta13_deg"),
                theta23: try section.optionalNumber("theta23_deg"), delta: try section.optionalNumber("delta_cp_deg")),
            charges: try section.choice("charges") { text throws(ChoiceError) in try Chosen(charges: text) }
                ?? .muonMinusTau)
    }

    private func sources(_ top: Section) throws(ScenarioError) -> Scenario.Sources {
        let section = try top.section("sources", keys: ["evolution", "max_redshift", "flavours", "spectrum"])
        let standard = Scenario.Sources()
        return Scenario.Sources(
            evolution: try section.choice("evolution") { text throws(ChoiceError) in try Chosen(evolution: text) },
            maximumRedshift: try section.optionalNumber("max_redshift") ?? standard.maximumRedshift,
            composition: try section.choice("flavours") { text throws(ChoiceError) in try Chosen(composition: text) }
                ?? standard.composition,
            spectrum: try section.choice("spectrum") { text throws(ChoiceError) in try Chosen(spectrum: text) } ?? nil)
    }

    private func iceCube(_ top: Section) throws(ScenarioError) -> Scenario.IceCube {
        let section = try top.section(
            "icecube", keys: ["data", "amplitude", "gamma", "upper_limits", "errors", "statistic"])
        return Scenario.IceCube(
            dataSets: try section.strings("data"), amplitude: try section.fixedNumber("amplitude"),
            gamma: try section.fixedNumber("gamma"),
            treatment: Treatment(
                upperLimits: try section.value(
                    "upper_limits", expected: "one-sided or zero-centred", default: .oneSided,
                    UpperLimitTreatment.init(rawValue:)),
                errors: try section.value(
                    "errors", expected: "mean or by-side", default: .mean, ErrorTreatment.init(rawValue:)),
                statistic: try section.value(
                    "statistic", expected: "chi2 or asymmetric-gaussian", default: .chi2, Statistic.init(rawValue:))))
    }
}
