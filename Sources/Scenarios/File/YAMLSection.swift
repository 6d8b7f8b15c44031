import CurveArchive
import Files
import Yams

/// A mapping of a YAML file, read strictly.
struct Section {
    private let mapping: Node.Mapping
    private let path: String

    init(_ node: Node, path: String, keys: [String]) throws(ScenarioError) {
        guard let mapping = node.mapping else {
            throw .wrongValue(
                path: path, found: Self.text(of: node), expected: "a mapping of \(keys.joined(separator: ", "))")
        }
        self.mapping = mapping
        self.path = path
        for key in mapping.keys {
            guard let name = key.string, keys.contains(name) else {
                let name = Self.text(of: key)
                throw .unknownKey(path: place(name), nearest: nearestName(to: name, among: keys), known: keys)
            }
        }
    }

    func string(_ key: String, default fallback: String? = nil) throws(ScenarioError) -> String {
        guard let node = mapping[key] else {
            guard let fallback else { throw .missing(path: place(key), expected: "a text") }
            return fallback
        }
        guard let text = node.string, !text.isEmpty else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a text")
        }
        return text
    }

    func strings(_ key: String) throws(ScenarioError) -> [String] {
        guard let node = mapping[key] else { throw .missing(path: place(key), expected: "a list of names") }
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

    /// A number; nil where the key is missing.
    func optionalNumber(_ key: String) throws(ScenarioError) -> Double? {
        guard let node = mapping[key] else { return nil }
        guard let number = number(node) else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a number")
        }
        return number
    }

    /// A number to fix a parameter at; nil where the key is missing or its value is `profiled`.
    func fixedNumber(_ key: String) throws(ScenarioError) -> Double? {
        guard let node = mapping[key], node.string != "profiled" else { return nil }
        guard let number = number(node) else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a number or profiled")
        }
        return number
    }

    private func number(_ node: Node) -> Double? {
        node.string.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }

    func value<Value>(
        _ key: String, expected: String, default fallback: Value, _ read: (String) -> Value?
    ) throws(ScenarioError) -> Value {
        guard let node = mapping[key] else { return fallback }
        guard let text = node.string, let value = read(text) else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: expected)
        }
        return value
    }

    /// A text that chooses something; nil where the key is missing.
    func choice<Value>(
        _ key: String, _ read: (String) throws(ChoiceError) -> Value
    ) throws(ScenarioError) -> Value? {
        guard mapping[key] != nil else { return nil }
        let text = try string(key)
        do { return try read(text) } catch { throw .unusableChoice(path: place(key), error) }
    }

    /// A section that may be missing, and is then empty.
    func section(_ key: String, keys: [String]) throws(ScenarioError) -> Section {
        try Section(mapping[key] ?? .mapping(Node.Mapping([])), path: place(key), keys: keys)
    }

    func sections<Value>(
        _ key: String, keys: [String], _ read: (Section) throws(ScenarioError) -> Value
    ) throws(ScenarioError) -> [Value] {
        guard let node = mapping[key] else { return [] }
        guard let sequence = node.sequence else {
            throw .wrongValue(path: place(key), found: Self.text(of: node), expected: "a list")
        }
        var values: [Value] = []
        for (index, element) in sequence.enumerated() {
            values.append(try read(try Section(element, path: "\(place(key))[\(index)]", keys: keys)))
        }
        return values
    }

    private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func text(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
