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
    /// A bound, a file or a data set named twice would count twice.
    case duplicate(path: String, stem: String)
    /// An answer of the program that holds no scenario; `answer` is the command's schema, `name` the scenario it only names.
    case noScenario(answer: String?, name: String?)
    /// Two keys that say different things of one quantity.
    case contradiction(path: String, other: String)
    /// A text that chooses nothing, or a file that is not what it should be.
    case unusableChoice(path: String, ChoiceError)
    /// Any of these, and where in the file.
    indirect case at(YAMLPlace, ScenarioError)
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
    public init(yaml: String) throws(ScenarioError) { try self.init(yaml: Array(yaml.utf8)) }

    /// The same of the bytes of a file, which may be no text.
    /// - Throws: ``ScenarioError``
    public init(yaml bytes: [UInt8]) throws(ScenarioError) {
        guard bytes.count <= Self.greatestSize else {
            throw .tooLarge(bytes: bytes.count, limit: Self.greatestSize)
        }
        let root: Node?
        do throws(FormatFault) { root = try BoundedYAML.root(of: bytes) } catch {
            if case .anchor(let line) = error { throw .at(.init(line: line), .usesAnchors) }
            throw .notYAML(reason: error.explanation)
        }
        guard let root else { throw .missing(path: "name", expected: "the name of the scenario") }
        do throws(ScenarioError) { self = try ScenarioReader(root: root).scenario() } catch {
            guard case .success(let root?) = Result(catching: { try BoundedYAML.rootWithPlaces(of: bytes) }) else {
                throw error
            }
            throw error.located(in: root)
        }
    }
}

/// Walks the nodes of a scenario file, choice by choice as ``ScenarioChoice`` declares them: types for a
/// `Codable` reading would be a second list of all choices.
struct ScenarioReader {
    let root: Node

    /// - Throws: ``ScenarioError``, with its place.
    func scenario() throws(ScenarioError) -> Scenario {
        do throws(ScenarioError) { return try read() } catch { throw error.located(in: root) }
    }

    private func read() throws(ScenarioError) -> Scenario {
        let top = try YAMLSection(root, path: "", keys: Self.keysAtTop)
        var scenario = Scenario.undecided
        var made: Set<String> = []
        for part in [nil] + ScenarioChoice.Section.allCases.map(Optional.init) {
            let choices = ScenarioChoice.all(in: part)
            let section = try part.map { part throws(ScenarioError) in
                try top.section(part.rawValue, keys: choices.map(\.key))
            }
            for choice in choices where try (section ?? top).make(choice, in: &scenario) { made.insert(choice.path) }
        }
        try Self.refuseContradictions(in: scenario, made)
        return scenario
    }

    /// In the order of files: the parts stand before what follows them.
    private static let keysAtTop: [String] = {
        let single = ScenarioChoice.all(in: nil).map(\.key)
        let parts = ScenarioChoice.Section.allCases.map(\.rawValue)
        let before = ScenarioChoice.ofBounds.count
        return single.prefix(before) + parts + single.dropFirst(before)
    }()

    private static func refuseContradictions(in scenario: Scenario, _ made: Set<String>) throws(ScenarioError) {
        var seen: Set<String> = []
        for stem in scenario.bounds + scenario.alternatives.flatMap(\.stems) where !seen.insert(stem).inserted {
            throw .duplicate(path: "bounds", stem: stem)
        }
        for (choice, names) in [
            (ScenarioChoice.overlays, scenario.overlays), (.data, scenario.iceCube.dataSets),
        ] {
            var seen: Set<String> = []
            for name in names where !seen.insert(name).inserted { throw .duplicate(path: choice.path, stem: name) }
        }
        let (sum, lightest) = (ScenarioChoice.sumOfMasses.path, ScenarioChoice.lightestMass.path)
        guard !made.contains(sum) || !made.contains(lightest) else {
            throw .contradiction(path: lightest, other: sum)
        }
        let inverted = ScenarioChoice.invertedSumOfMasses.path
        guard !made.contains(inverted) || !made.contains(lightest) else {
            throw .contradiction(path: lightest, other: inverted)
        }
        guard (scenario.sources.spectrum?.value.hasIndex ?? true) || scenario.iceCube.gamma == nil else {
            throw .contradiction(path: ScenarioChoice.gamma.path, other: ScenarioChoice.spectrum.path)
        }
        let (treatment, standard) = (scenario.iceCube.treatment, Treatment())
        guard treatment.statistic == .chi2 || treatment.errors == standard.errors else {
            throw .contradiction(path: ScenarioChoice.errors.path, other: ScenarioChoice.statistic.path)
        }
        guard treatment.statistic == .chi2 || treatment.upperLimits == standard.upperLimits else {
            throw .contradiction(path: ScenarioChoice.upperLimits.path, other: ScenarioChoice.statistic.path)
        }
    }
}

extension Scenario {
    /// What holds where nothing is chosen: no bounds, no data, and for all else what ``ScenarioChoice/standard`` says.
    public static var undecided: Scenario {
        Scenario(
            name: "", summary: "", bounds: [], alternatives: [], conventions: Conventions(),
            neutrinos: Neutrinos(ordering: .normal, sumOfMasses: 0.1),
            iceCube: IceCube(dataSets: [], amplitude: nil, gamma: nil, treatment: Treatment()))
    }
}
