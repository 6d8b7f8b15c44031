import CurveArchive
import Files
import Yams

/// A mapping of a YAML file, read strictly.
struct YAMLSection {
    private let members: [String: Node]
    private let path: String

    init(_ node: Node, path: String, keys: [String]) throws(ScenarioError) {
        guard let mapping = node.mapping else {
            throw .wrongValue(
                path: path, found: Self.text(of: node), expected: "a mapping of \(keys.joined(separator: ", "))")
        }
        self.path = path
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                let (name, place) = (Self.text(of: key), Self.place(Self.text(of: key), in: path))
                throw .unknownKey(path: place, nearest: nearestName(to: name, among: keys), known: keys)
            }
            members[name] = value
        }
        self.members = members
    }

    private init(path: String) { (members, self.path) = ([:], path) }

    /// Puts a choice into a scenario.
    /// - Returns: whether the file makes it; what is null is left open, as in answers.
    func make(_ choice: ScenarioChoice, in scenario: inout Scenario) throws(ScenarioError) -> Bool {
        guard let node = members[choice.key], !Self.isNull(node) else {
            guard choice.standard != nil else { throw .missing(path: choice.path, expected: choice.expected) }
            return false
        }
        let isRead: Bool
        let value = try value(of: node, at: choice)
        do throws(ChoiceError) { isRead = try choice.read(value, &scenario) } catch {
            throw .unusableChoice(path: choice.path, error)
        }
        guard isRead else {
            throw .wrongValue(path: choice.path, found: Self.text(of: node), expected: choice.expected)
        }
        return true
    }

    /// A section that may be missing, and is then empty.
    func section(_ key: String, keys: [String]) throws(ScenarioError) -> YAMLSection {
        guard let node = members[key] else { return YAMLSection(path: place(key)) }
        return try YAMLSection(node, path: place(key), keys: keys)
    }

    private func value(of node: Node, at choice: ScenarioChoice) throws(ScenarioError) -> ScenarioValue {
        if let text = node.string { return .text(text) }
        guard let sequence = node.sequence else {
            throw .wrongValue(path: choice.path, found: Self.text(of: node), expected: choice.expected)
        }
        if choice.form == .groups { return .groups(try groups(sequence, path: choice.path)) }
        var texts: [String] = []
        for element in sequence {
            guard let text = element.string else {
                throw .wrongValue(path: choice.path, found: Self.text(of: element), expected: "a name")
            }
            texts.append(text)
        }
        return .list(texts)
    }

    private func groups(_ sequence: Node.Sequence, path: String) throws(ScenarioError) -> [Scenario.Alternatives] {
        var groups: [Scenario.Alternatives] = []
        for (index, element) in sequence.enumerated() {
            let section = try YAMLSection(element, path: "\(path)[\(index)]", keys: ["name", "counts", "others"])
            guard let name = try section.string("name") else {
                throw .missing(path: section.place("name"), expected: "a text")
            }
            groups.append(
                .init(name: name, counts: try section.string("counts"), others: try section.strings("others")))
        }
        return groups
    }

    /// A text; nil where it is missing or null.
    private func string(_ key: String) throws(ScenarioError) -> String? {
        guard let node = members[key], !Self.isNull(node) else { return nil }
        guard let text = node.string, !text.isEmpty else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a text")
        }
        return text
    }

    private func strings(_ key: String) throws(ScenarioError) -> [String] {
        guard let node = members[key] else { throw .missing(path: place(key), expected: "a list of names") }
        guard let sequence = node.sequence else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a list of names")
        }
        var texts: [String] = []
        for element in sequence {
            guard let text = element.string else {
                throw .wrongValue(path: place(key), found: Self.text(of: element), expected: "a name")
            }
            texts.append(text)
        }
        return texts
    }

    private func place(_ key: String) -> String { Self.place(key, in: path) }

    private static func place(_ key: String, in path: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["null", "~"].contains(scalar.string)
    }

    private static func text(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "a mapping"
        case .sequence(let list): list.isEmpty ? "[]" : "a list"
        case .alias: "an alias"
        }
    }
}
