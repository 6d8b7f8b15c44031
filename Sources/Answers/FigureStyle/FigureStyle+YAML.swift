import CurveFormats
import Files
import Yams

extension FigureStyle {
    /// The most bytes a style file may have: a hundred times a long one.
    public static var greatestSize: Int { 65_536 }

    /// Reads a style from YAML. Every key is checked, so that a slip of the pen is an error and not a default.
    /// - Throws: ``FigureStyleError``
    public init(yaml bytes: [UInt8]) throws(FigureStyleError) {
        self.init()
        guard bytes.count <= Self.greatestSize else { throw .tooLarge(bytes: bytes.count, limit: Self.greatestSize) }
        let root: Node?
        do throws(FormatFault) {
            try BoundedYAML.check(bytes)
            root = try BoundedYAML.rootWithPlaces(of: bytes)
        } catch {
            if case .anchor(let line) = error { throw .at(.init(line: line), .usesAnchors) }
            throw .notYAML(reason: error.explanation)
        }
        // A file of comments alone changes nothing.
        guard let root, root.scalar?.string.isEmpty != true else { return }
        do throws(FigureStyleError) { try read(root) } catch {
            guard let path = error.path, let place = YAMLPlace(of: path, in: root) else { throw error }
            throw .at(place, error)
        }
    }

    private mutating func read(_ root: Node) throws(FigureStyleError) {
        let (keys, maps) = (FigureStyleKey.all, FigureStyleMap.all)
        let prefix = "layers."
        let plain = keys.filter { !$0.path.hasPrefix(prefix) }
        for (name, node) in try Self.members(
            of: root, path: "", keys: plain.map(\.path) + ["layers"] + maps.map(\.key))
        {
            if let key = plain.first(where: { $0.path == name }) {
                try read(node, at: key)
            } else if let map = maps.first(where: { $0.key == name }) {
                for (stem, value) in try Self.members(of: node, path: name, keys: nil) {
                    guard let text = value.scalar?.string, map.read(stem, text, &self) else {
                        throw .wrongValue(path: "\(name).\(stem)", found: Self.text(of: value), expected: map.expected)
                    }
                }
            } else {
                let names = Layer.allCases.map(\.rawValue)
                for (layer, value) in try Self.members(of: node, path: name, keys: names) {
                    guard let key = keys.first(where: { $0.path == prefix + layer }) else { continue }
                    try read(value, at: key)
                }
            }
        }
    }

    private mutating func read(_ node: Node, at key: FigureStyleKey) throws(FigureStyleError) {
        guard let text = node.scalar?.string, key.read(text, &self) else {
            throw .wrongValue(path: key.path, found: Self.text(of: node), expected: key.expected)
        }
    }

    /// The members of a mapping.
    /// - Parameter keys: those it may have; nil: any.
    private static func members(
        of node: Node, path: String, keys: [String]?
    ) throws(FigureStyleError) -> [(name: String, node: Node)] {
        guard let mapping = node.mapping else {
            throw .wrongValue(
                path: path.isEmpty ? "the whole" : path, found: text(of: node),
                expected: "a mapping" + (keys.map { " of " + $0.joined(separator: ", ") } ?? " of stems to texts"))
        }
        var members: [(name: String, node: Node)] = []
        for (key, value) in mapping {
            let name = text(of: key)
            guard keys?.contains(name) ?? true else {
                throw .unknownKey(
                    path: path.isEmpty ? name : "\(path).\(name)", nearest: nearestName(to: name, among: keys ?? []),
                    known: keys ?? [])
            }
            members.append((name, value))
        }
        return members
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

extension FigureStyleError {
    /// The place that is wrong.
    fileprivate var path: String? {
        switch self {
        case .wrongValue(let path, _, _), .unknownKey(let path, _, _): path
        case .tooLarge, .notYAML, .usesAnchors, .at: nil
        }
    }
}
