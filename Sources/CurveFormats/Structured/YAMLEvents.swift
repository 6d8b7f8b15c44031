import CYaml

/// The events by which libyaml itself reads a text: anchors, aliases, tags, depth and number, before anything is made of
/// them. What looks like an anchor inside quotes, comments or block scalars is none, and every line break of YAML counts.
struct YAMLEvents {
    /// - Parameter take: is given each event that is within bounds.
    /// - Throws: ``FormatFault`` for what could cost far more than its size, or is no YAML.
    static func check(
        _ bytes: UnsafeBufferPointer<UInt8>, _ take: (borrowing yaml_event_t) -> Void = { _ in }
    ) throws(FormatFault) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw .notWellFormed(message: "libyaml has no memory", line: nil)
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        var (depth, count) = (0, 0)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                let problem = parser.problem.map { String(cString: $0) } ?? "it can't be parsed"
                throw .notWellFormed(message: problem, line: Int(parser.problem_mark.line) + 1)
            }
            defer { yaml_event_delete(&event) }
            let line = Int(event.start_mark.line) + 1
            switch event.type {
            case YAML_STREAM_END_EVENT: return
            case YAML_ALIAS_EVENT: throw .anchor(line: line)
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                guard scalar.anchor == nil else { throw .anchor(line: line) }
                guard scalar.tag == nil else { throw .tag(line: line) }
                count += 1
            case YAML_SEQUENCE_START_EVENT:
                let start = event.data.sequence_start
                guard start.anchor == nil else { throw .anchor(line: line) }
                guard start.tag == nil else { throw .tag(line: line) }
                (depth, count) = (depth + 1, count + 1)
            case YAML_MAPPING_START_EVENT:
                let start = event.data.mapping_start
                guard start.anchor == nil else { throw .anchor(line: line) }
                guard start.tag == nil else { throw .tag(line: line) }
                (depth, count) = (depth + 1, count + 1)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
            default: break
            }
            guard depth <= FormatLimits.depth else { throw .tooLarge(.depth, limit: FormatLimits.depth) }
            guard count <= FormatLimits.yamlNodes else { throw .tooLarge(.nodes, limit: FormatLimits.yamlNodes) }
            take(event)
        }
    }
}
