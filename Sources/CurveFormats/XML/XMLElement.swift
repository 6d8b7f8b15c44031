/// An element of a small XML file with all it holds, for formats that are not VOTable.
struct XMLElement {
    var name: String
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    /// The text directly in it, without white space at its ends.
    var text = ""

    /// The first element of a name directly in it.
    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The elements of a name directly in it.
    func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The elements of a name anywhere in it, in the order of the file; none inside another of that name.
    func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
    }

    /// The text of the first element of a name directly in it; nil where there is none or it is empty.
    func text(of name: String) -> String? { child(name).map(\.text).flatMap { $0.isEmpty ? nil : $0 } }
}
