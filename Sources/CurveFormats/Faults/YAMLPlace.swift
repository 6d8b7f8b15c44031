import Yams

/// A place in a YAML file, counted from 1.
public struct YAMLPlace: Sendable, Hashable {
    public let line: Int
    /// nil where only the line is known.
    public let column: Int?

    public init(line: Int, column: Int? = nil) {
        self.line = line
        self.column = column
    }

    /// Where a path such as `curves.a.sources[0].url` leads, or as far as it leads: what is missing is missing there.
    ///
    /// The decoder's errors name a path and not a place. nil where nothing of the path is found.
    /// - Parameter root: as composed, with the marks of the parser.
    public init?(of path: String, in root: Node) {
        var (node, rest) = (root, path[...])
        var mark: Mark?
        while let step = Self.step(along: rest, in: node) {
            mark = step.mark ?? mark
            (node, rest) = (step.node, step.rest)
        }
        guard let mark else { return nil }
        self.init(line: mark.line, column: mark.column)
    }

    /// In words, to follow what is wrong there.
    public var words: String { "line \(line)" + (column.map { ", column \($0)" } ?? "") }

    private struct Step {
        var node: Node
        var mark: Mark?
        var rest: Substring
    }

    private static func step(along path: Substring, in node: Node) -> Step? {
        if path.first == "[", let end = path.firstIndex(of: "]"), let sequence = node.sequence {
            guard let index = Int(path[..<end].dropFirst()), sequence.indices.contains(index) else { return nil }
            return Step(node: sequence[index], mark: sequence[index].mark, rest: path[end...].dropFirst())
        }
        guard let mapping = node.mapping else { return nil }
        let path = path.first == "." ? path.dropFirst() : path
        // A key may have dots itself: the longest that fits is the one.
        let fitting = mapping.compactMap { pair -> (name: String, key: Node, value: Node)? in
            guard let name = pair.key.string, path.hasPrefix(name), !name.isEmpty else { return nil }
            let next = path.dropFirst(name.count).first
            return next == nil || next == "." || next == "[" ? (name, pair.key, pair.value) : nil
        }
        guard let pair = fitting.max(by: { $0.name.count < $1.name.count }) else { return nil }
        return Step(node: pair.value, mark: pair.key.mark, rest: path.dropFirst(pair.name.count))
    }
}
