/// The targets of a package, as its manifest writes them.
struct PackageManifest {
    /// The names in the list of dependencies of each target.
    private(set) var dependencies: [String: Set<String>] = [:]

    /// The bounds that programs are linked with.
    let bounds: Set<String>

    init(_ text: String) {
        bounds = text.firstRange(of: "let bounds = [").map { Self.names(in: Self.list(text[$0.upperBound...])) } ?? []
        var rest = text[...]
        while let start = rest.firstRange(of: "arget(") {
            rest = rest[start.upperBound...]
            let end = rest.firstRange(of: "arget(")?.lowerBound ?? rest.endIndex
            let target = rest[..<end]
            guard let name = Self.text(after: "name: ", in: target), let list = target.firstRange(of: "dependencies: [")
            else { continue }
            dependencies[name] = Self.names(in: Self.list(target[list.upperBound...]))
        }
    }

    private static func text(after mark: String, in text: Substring) -> String? {
        guard let start = text.firstRange(of: mark + "\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    /// Up to the bracket that closes it.
    private static func list(_ text: Substring) -> Substring {
        var open = 1
        let end = text.firstIndex { character in
            if character == "[" { open += 1 }
            if character == "]" { open -= 1 }
            return open == 0
        }
        return text[..<(end ?? text.endIndex)]
    }

    /// Every text in quotation marks; products of other packages are among them, and bear names that are none of ours.
    private static func names(in list: Substring) -> Set<String> {
        Set(
            list.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map
            { String($0.element) })
    }
}
