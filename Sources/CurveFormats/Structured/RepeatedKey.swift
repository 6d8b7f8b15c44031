import CYaml

/// Looks for a key that stands twice in one mapping.
struct RepeatedKey {
    private struct Collection {
        let isMapping: Bool
        var isAtKey = true
        var seen: Set<String> = []
    }

    /// The first of them, and the line where it stands again.
    private(set) var found: (key: String, line: Int)?
    private var open: [Collection] = []

    mutating func take(_ event: borrowing yaml_event_t) {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            if let last = open.indices.last, open[last].isMapping, open[last].isAtKey,
                !open[last].seen.insert(text).inserted, found == nil
            {
                found = (text, Int(event.start_mark.line) + 1)
            }
            step()
        case YAML_SEQUENCE_START_EVENT: open.append(Collection(isMapping: false))
        case YAML_MAPPING_START_EVENT: open.append(Collection(isMapping: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            open.removeLast()
            step()
        default: break
        }
    }

    /// After a key comes its value, and then the next key.
    private mutating func step() {
        if let last = open.indices.last { open[last].isAtKey.toggle() }
    }
}
