import Yams

/// The values of a mapping by their keys, of which each is known: files of the program are read so at each start.
public enum YAMLFields {
    /// Why a node is none.
    public enum Fault: Error, Sendable, Hashable {
        /// It is a text or a list.
        case noMapping
        /// A key that is not known; nil where it is no text.
        case unknownKey(String?)
    }

    /// - Throws: ``Fault``, of the first key that is not known.
    public static func read(_ node: Node, known: [String]) throws(Fault) -> [String: Node] {
        guard case .mapping(let mapping) = node else { throw .noMapping }
        var fields: [String: Node] = [:]
        fields.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else { throw .unknownKey(nil) }
            guard known.contains(scalar.string) else { throw .unknownKey(scalar.string) }
            fields[scalar.string] = value
        }
        return fields
    }
}
