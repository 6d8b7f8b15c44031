import ConstraintKit
import IceCubeFit
import Physics
import Yams

/// Why a scenario's YAML can't be used. `path` names the place, `icecube.gamma` for instance.
public enum ScenarioError: Error, Sendable, Hashable {
    case tooLarge(bytes: Int, limit: Int)
    case notYAML(reason: String)
    case missing(path: String, expected: String)
    case wrongValue(path: String, found: String, expected: String)
    case unknownKey(path: String, nearest: String?, known: [String])
    case usesAnchors
    case duplicate(path: String, stem: String)
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
        let root: Node?
        do {
            guard try !Self.usesAnchors(yaml) else { throw ScenarioError.usesAnchors }
            root = try compose(yaml: yaml)
        } catch let error as ScenarioError {
            throw error
        } catch {
            throw .notYAML(reason: "\(error)")
        }
        guard let root else { throw .missing(path: "name", expected: "the name of the scenario") }
        self = try ScenarioReader(root: root).scenario()
    }

    /// Anchors show in the text as `&name` at the start of a value; the scenario's own vocabulary has no `&`.
    private static func usesAnchors(_ yaml: String) throws -> Bool {
        yaml.split(separator: "\n").contains { line in
            let content = line.prefix { $0 != "#" }
            return content.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("&") || $0.hasPrefix("*") }
                || content.contains("[&") || content.contains("[*") || content.contains(",&") || content.contains(",*")
        }
    }
}

/// Walks the nodes of a scenario file.
private struct ScenarioReader {
    let root: Node

    func scenario() throws(ScenarioError) -> Scenario {
        let top = try Section(
            root, path: "",
            keys: ["name", "summary", "bounds", "alternatives", "conventions", "neutrinos", "icecube"])
        let bounds = try top.strings("bounds")
        let alternatives = try top.sections("alternatives", keys: ["name", "counts", "others"]) {
            section throws(ScenarioError) in
            Scenario.Alternatives(
                name: try section.string("name"), counts: try section.string("counts"),
                others: try section.strings("others"))
        }
        var seen: Set<String> = []
        for stem in bounds + alternatives.flatMap({ [$0.counts] + $0.others }) where !seen.insert(stem).inserted {
            throw .duplicate(path: "bounds", stem: stem)
        }
        return Scenario(
            name: try top.string("name"), summary: try top.string("summary", default: ""), bounds: bounds,
            alternatives: alternatives, conventions: try conventions(top), neutrinos: try neutrinos(top),
            iceCube: try iceCube(top))
    }

    private func conventions(_ top: Section) throws(ScenarioError) -> Conventions {
        let section = try top.section(
            "conventions", keys: ["kinetic_mixing", "cross_section", "confidence_level", "parameters"])
        return Conventions(
            kineticMixing: try section.value("kinetic_mixing", expected: "natural, none or a number", default: .none) {
                KineticMixing(text: $0)
            },
            crossSection: try section.value(
                "cross_section", expected: "paper, majorana or dirac", default: .paper, CrossSection.init(rawValue:)),
            confidenceLevel: try section.optionalNumber("confidence_level"),
            parameterSet: try section.string("parameters", default: "nusiprop"))
    }

    private func neutrinos(_ top: Section) throws(ScenarioError) -> Scenario.Neutrinos {
        let section = try top.section("neutrinos", keys: ["ordering", "sum_of_masses_eV"])
        return Scenario.Neutrinos(
            ordering: try section.value(
                "ordering", expected: "normal or inverted", default: .normal, Ordering.init(rawValue:)),
            sumOfMasses: try section.optionalNumber("sum_of_masses_eV") ?? 0.1)
    }

    private func iceCube(_ top: Section) throws(ScenarioError) -> Scenario.IceCube {
        let section = try top.section(
            "icecube", keys: ["data", "amplitude", "gamma", "upper_limits", "errors", "statistic"])
        return Scenario.IceCube(
            dataSets: try section.strings("data"), amplitude: try section.optionalNumber("amplitude"),
            gamma: try section.optionalNumber("gamma"),
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

extension KineticMixing {
    /// Reads `natural`, `none` or a ratio ε/g′.
    public init?(text: String) {
        switch text {
        case "natural": self = .natural
        case "none": self = .none
        default:
            guard let ratio = Double(text), ratio.isFinite else { return nil }
            self = .ratio(ratio)
        }
    }
}
