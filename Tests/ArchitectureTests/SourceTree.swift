import Foundation

/// The sources of the package, by module and folder.
struct SourceTree {
    struct File {
        /// Below the package, `Sources/Files/ReadFile.swift` for instance.
        var path: String
        var module: String
        /// Below the module; empty for its root.
        var folder: String
        var scan: SourceScanner
    }

    var files: [File]

    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let bundledBounds = folders(in: "Plugins")
    /// Sources of the build's own plugins, which are no modules.
    private static let toolsOfBuild: Set<String> = ["EmbedConstraints", "EmbedTables"]

    /// Reads the package once.
    static let ofPackage = Result { try SourceTree() }

    /// - Parameter sources: the text of each file by its path.
    init(_ sources: [(path: String, text: String)]) {
        files = sources.map { path, text in
            let parts = path.split(separator: "/").map(String.init)
            return File(
                path: path, module: parts[1], folder: parts[2..<(parts.count - 1)].joined(separator: "/"),
                scan: SourceScanner(text))
        }
    }

    private init() throws {
        let paths = ["Sources", "Plugins"].flatMap { top in
            (FileManager.default.enumerator(atPath: "\(Self.root)/\(top)")?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".swift") && $0.contains("/") }.map { "\(top)/\($0)" }
        }
        let sources = try paths.sorted().map { path in
            (path, try String(contentsOfFile: "\(Self.root)/\(path)", encoding: .utf8))
        }
        self.init(
            sources.filter { path, _ in !Self.toolsOfBuild.contains(path.split(separator: "/").map(String.init)[1]) })
    }

    var modules: [String] { Set(files.map(\.module)).sorted() }

    private static func folders(in directory: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(directory)")
        return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// A folder that mentions what another one of the same module declares.
    struct Arrow {
        var from, to: String
        /// `File.swift mentions Name`, for each name.
        var reasons: [String]
    }

    /// The arrows between the folders of a module. Its root is the door, which may see every folder, and be seen.
    func arrows(in module: String) -> [Arrow] {
        let mine = files.filter { $0.module == module }
        var homes: [String: Set<String>] = [:]
        for file in mine { for name in file.scan.declared { homes[name, default: []].insert(file.folder) } }
        var reasons: [String: [String: [String]]] = [:]
        for file in mine where !file.folder.isEmpty {
            for name in file.scan.mentioned.subtracting(file.scan.declared).sorted() {
                guard let found = homes[name], found.count == 1, let home = found.first, home != file.folder,
                    !home.isEmpty
                else { continue }
                reasons[file.folder, default: [:]][home, default: []].append("\(file.path) mentions \(name)")
            }
        }
        return reasons.flatMap { from, others in others.map { Arrow(from: from, to: $0.key, reasons: $0.value) } }
    }

    /// The shortest way from a folder back to itself; empty where the arrows of a module point one way.
    func circle(in module: String) -> [Arrow] {
        let arrows = arrows(in: module).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var shortest: [Arrow] = []
        for start in Set(arrows.map(\.from)).sorted() {
            var ways: [[Arrow]] = arrows.filter { $0.from == start }.map { [$0] }
            var seen: Set<String> = []
            while let way = ways.first, let last = way.last {
                ways.removeFirst()
                if last.to == start {
                    if shortest.isEmpty || way.count < shortest.count { shortest = way }
                    break
                }
                guard seen.insert(last.to).inserted else { continue }
                ways += arrows.filter { $0.from == last.to }.map { way + [$0] }
            }
        }
        return shortest
    }
}
