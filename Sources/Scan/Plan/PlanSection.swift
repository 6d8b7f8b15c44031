import Files
import Yams

/// A mapping of a plan, read strictly: a slip of the pen is an error and not a default.
struct PlanSection {
    private let mapping: Node.Mapping
    private let path: String

    init(_ node: Node, path: String, keys: [String]?) throws(ScanPlanError) {
        guard let mapping = node.mapping else {
            throw Self.located(node, .wrongValue(path: path, found: Self.text(of: node), expected: "a mapping"))
        }
        (self.mapping, self.path) = (mapping, path)
        guard let keys else { return }
        for key in mapping.keys {
            guard let name = key.string, keys.contains(name) else {
                let name = Self.text(of: key)
                throw Self.located(
                    key, .unknownKey(path: place(name), nearest: nearestName(to: name, among: keys), known: keys))
            }
        }
    }

    var keys: [String] { mapping.keys.compactMap(\.string) }

    func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func section(_ key: String, keys: [String]?) throws(ScanPlanError) -> PlanSection? {
        guard let node = mapping[key] else { return nil }
        return try PlanSection(node, path: place(key), keys: keys)
    }

    /// A text or number as it is written; nil where it is missing.
    func text(_ key: String) throws(ScanPlanError) -> String? {
        guard let node = mapping[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw wrong(key, expected: "a word or a number")
        }
        return text
    }

    func number(_ key: String) throws(ScanPlanError) -> Double? {
        guard let text = try text(key) else { return nil }
        guard let number = Double(text), number.isFinite else { throw wrong(key, expected: "a number") }
        return number
    }

    /// A count; `1e5` is one too.
    func count(_ key: String, in range: ClosedRange<Int>) throws(ScanPlanError) -> Int? {
        guard let number = try number(key) else { return nil }
        guard let count = Int(exactly: number), range.contains(count) else {
            throw wrong(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return count
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(ScanPlanError) -> Word? where Word.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw wrong(key, expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    func require<Value>(
        _ value: Value?, _ key: String, expected: String
    ) throws(ScanPlanError) -> Value {
        guard let value else { throw .missing(path: place(key), expected: expected) }
        return value
    }

    func wrong(_ key: String, expected: String) -> ScanPlanError {
        let found = mapping[key].map(Self.text) ?? ""
        let error = ScanPlanError.wrongValue(path: place(key), found: found, expected: expected)
        return mapping[key].map { Self.located($0, error) } ?? error
    }

    private static func located(_ node: Node, _ error: ScanPlanError) -> ScanPlanError {
        node.mark.map { .at(line: $0.line, error) } ?? error
    }

    private static func text(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
