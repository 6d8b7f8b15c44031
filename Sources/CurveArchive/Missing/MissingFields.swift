import CurveFormats
import Files
import Yams

/// A mapping of the list of what is missing, read strictly and by its nodes: the list is read at each start, and a decoder
/// would take most of that.
struct MissingFields {
    private let path: String
    private let fields: [String: Node]

    /// - Throws: ``AddressBookError/wrongKind(path:expected:)``, and ``AddressBookError/unknownKey(path:nearest:known:)`` for a
    ///   slip of the pen.
    init(_ node: Node, path: String, known: [String]) throws(AddressBookError) {
        self.path = path
        do throws(YAMLFields.Fault) { fields = try YAMLFields.read(node, known: known) } catch {
            guard case .unknownKey(let key) = error else {
                throw .wrongKind(path: path, expected: "a mapping or a list")
            }
            let name = key ?? "a mapping or a list"
            throw .unknownKey(
                path: Self.place(name, in: path), nearest: nearestName(to: name, among: known), known: known)
        }
    }

    /// `missing[0].stem`
    func place(_ key: String) -> String { Self.place(key, in: path) }

    private static func place(_ key: String, in path: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func textIfAny(_ key: String) throws(AddressBookError) -> String? {
        guard let node = fields[key] else { return nil }
        guard let text = node.scalar?.string else { throw .wrongKind(path: place(key), expected: "a text") }
        return text
    }

    func text(_ key: String) throws(AddressBookError) -> String {
        guard let text = try textIfAny(key) else { throw .missing(path: place(key), expected: "a value") }
        return text
    }

    /// Whatever it is; nil where there is nothing.
    func nodeIfAny(_ key: String) -> (node: Node, path: String)? { fields[key].map { ($0, place(key)) } }

    /// A list; nil where there is none.
    func listIfAny(_ key: String) throws(AddressBookError) -> [(node: Node, path: String)]? {
        guard let node = fields[key] else { return nil }
        guard let list = node.sequence else { throw .wrongKind(path: place(key), expected: "a mapping or a list") }
        return list.enumerated().map { ($0.element, "\(place(key))[\($0.offset)]") }
    }

    /// A list of texts; nil where there is none.
    func textsIfAny(_ key: String) throws(AddressBookError) -> [String]? {
        guard let node = fields[key] else { return nil }
        guard let list = node.sequence else { throw .wrongKind(path: place(key), expected: "a mapping or a list") }
        var texts: [String] = []
        for node in list {
            guard let text = node.scalar?.string else {
                throw .wrongKind(path: "\(place(key))[\(texts.count)]", expected: "a text")
            }
            texts.append(text)
        }
        return texts
    }
}
