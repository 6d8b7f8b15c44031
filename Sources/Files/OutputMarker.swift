/// The list of its own files that a written directory carries: by it a later run knows that it may replace them.
struct OutputMarker {
    /// The name of the list in the directory.
    static let name = ".mutau-files"

    private static let heading = "# Written by mutau, which replaces this directory as long as it holds only these:"

    let names: [String]

    /// - Throws: ``WritingError/unusableName(_:)``
    init(names: [String]) throws(WritingError) {
        var seen: Set<String> = [Self.name, ".", ".."]
        for name in names {
            let isUsable = !name.isEmpty && name.utf8.count <= 200 && !name.utf8.contains { $0 == 0x2F || $0 < 0x20 }
            guard isUsable, seen.insert(name).inserted else { throw .unusableName(name) }
        }
        self.names = names
    }

    var bytes: [UInt8] { Array(([Self.heading] + names).joined(separator: "\n").utf8) + [0x0A] }

    /// The names among those found in a directory that its list does not vouch for, or that are no plain files.
    static func foreignNames(among found: [String], in directory: String) -> [String] {
        guard !found.isEmpty else { return [] }
        let vouched = listedNames(in: directory)
        return found.filter { name in
            guard name == Self.name || vouched.contains(name) else { return true }
            return !isFile("\(directory)/\(name)")
        }
    }

    /// What the list in a directory names. A list that can't be read vouches for nothing.
    private static func listedNames(in directory: String) -> Set<String> {
        do {
            let bytes = try readFile("\(directory)/\(Self.name)", limit: 1 << 20)
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            return lines.first == heading ? Set(lines.dropFirst()) : []
        } catch {
            return []
        }
    }

    private static func isFile(_ path: String) -> Bool {
        do { return try status(of: path).kind == .file } catch { return false }
    }
}
