import CYaml
import Yams

/// Makes nodes of the events of a text while these are bounded, so that a file of the program's own is gone through once at
/// each start. The nodes have no places and no style but that of scalars, and every scalar is a text: no rule guesses what
/// it may be.
struct YAMLComposer {
    private struct Collection {
        var nodes: [Node] = []
        var isMapping: Bool
    }

    private(set) var documents: [Node] = []
    /// Whether all was understood: a key that is no scalar, or stands twice in a mapping, is left to Yams.
    private(set) var isPlain = true
    private var open: [Collection] = []
    private let tags: (scalar: Tag, sequence: Tag, mapping: Tag)

    init() {
        // Yams makes all that it constructs values by each time it is asked for.
        let constructor = Constructor.default
        func tag(_ name: Tag.Name) -> Tag { Tag(name, .basic, constructor) }
        tags = (tag(.str), tag(.seq), tag(.map))
    }

    mutating func take(_ event: yaml_event_t) {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            add(.scalar(.init(text, tags.scalar, .init(rawValue: UInt32(scalar.style.rawValue)) ?? .any)))
        case YAML_SEQUENCE_START_EVENT: open.append(Collection(isMapping: false))
        case YAML_MAPPING_START_EVENT: open.append(Collection(isMapping: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let closed = open.popLast() else { return }
            add(closed.isMapping ? mapping(closed.nodes) : .sequence(.init(closed.nodes, tags.sequence)))
        default: break
        }
    }

    private mutating func add(_ node: Node) {
        if open.isEmpty { documents.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    /// - Parameter nodes: keys and values in turn.
    private mutating func mapping(_ nodes: [Node]) -> Node {
        var pairs: [(Node, Node)] = []
        pairs.reserveCapacity(nodes.count / 2)
        var seen: Set<String> = []
        for index in stride(from: 0, to: nodes.count - 1, by: 2) {
            pairs.append((nodes[index], nodes[index + 1]))
            guard case .scalar(let key) = nodes[index], seen.insert(key.string).inserted else {
                isPlain = false
                continue
            }
        }
        return .mapping(.init(pairs, tags.mapping))
    }
}
