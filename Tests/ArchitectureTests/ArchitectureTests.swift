import Foundation
import Testing

/// The house of `Documentation/Architecture.md`, held: arrows point one way, rooms are small, and
/// what assesses bounds names none.
@Suite struct ArchitectureTests {
    private let tree: SourceTree

    init() throws { tree = try SourceTree.ofPackage.get() }

    @Test func everyModuleHasOneFloor() throws {
        let listed = Floors.all.flatMap(\.self)
        #expect(listed.sorted() == tree.modules, "Floors.swift and the folders of Sources and Plugins differ")
        #expect(Set(listed).count == listed.count, "Floors.swift names a module twice")
        let picture = try text(of: "Documentation/Architecture.md")
        for module in listed where !SourceTree.bundledBounds.contains(module) {
            #expect(picture.contains(module), "Documentation/Architecture.md does not show \(module)")
        }
    }

    @Test func importsPointDown() {
        for file in tree.files {
            for other in file.scan.imports where !Floors.allow(file.module, toImport: other) {
                Issue.record("\(file.path) imports \(other), which is not below \(file.module): see Floors.swift")
            }
        }
    }

    /// What Package.swift lets a module import is no more than the house does.
    @Test func dependenciesPointDown() throws {
        let targets = PackageManifest(try text(of: "Package.swift")).dependencies
        // Those that may depend on none of ours have no list to be read.
        let listed = Floors.all.dropLast(2).flatMap(\.self).filter { Floors.closed[$0]?.isEmpty != true }
        #expect(Set(targets.keys).isSuperset(of: listed))
        for (target, others) in targets {
            for other in others where !Floors.allow(target, toImport: other) {
                Issue.record("Package.swift: \(target) depends on \(other), which is not below it: see Floors.swift")
            }
        }
    }

    @Test func foldersPointOneWay() {
        for module in tree.modules {
            let circle = tree.circle(in: module)
            guard !circle.isEmpty else { continue }
            let lines = circle.map { arrow in
                "  \(arrow.from) → \(arrow.to): " + arrow.reasons.prefix(3).joined(separator: ", ")
            }
            Issue.record("the folders of \(module) form a circle:\n\(lines.joined(separator: "\n"))")
        }
    }

    @Test func foldersAreSmall() {
        for (folder, files) in Dictionary(grouping: tree.files, by: { "\($0.module)/\($0.folder)" }) {
            #expect(
                files.count <= Floors.mostFiles,
                "\(folder) has \(files.count) files of its own: part them by purpose into folders")
        }
    }

    /// A bound is its document and, where it has physics of its own, a folder in Plugins: nothing in Sources has its name,
    /// in code or in a remark. A stem of one plain word may be a word of a remark.
    @Test func noBoundIsNamed() throws {
        let documents = try FileManager.default.contentsOfDirectory(atPath: "\(SourceTree.root)/Constraints")
            .filter { $0.hasSuffix(".vot") }.map { String($0.dropLast(4)) }
        let ofPlugins = tree.files.filter { SourceTree.bundledBounds.contains($0.module) }.flatMap(\.scan.texts)
            .filter { text in
                text.contains("-") && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
        #expect(documents.count > 10)
        #expect(!Set(ofPlugins).isDisjoint(with: documents) && !Set(ofPlugins).isSubset(of: documents))
        let stems = Set(documents + ofPlugins)
        for file in tree.files where file.path.hasPrefix("Sources/") {
            let (said, whole) = (Set(file.scan.texts.flatMap(names)), Set(names(in: try text(of: file.path))))
            for stem in stems.sorted() where said.contains(stem) || (stem.contains("-") && whole.contains(stem)) {
                Issue.record("\(file.path) writes the stem \(stem): what it needs to know belongs into the document")
            }
        }
    }

    /// Bounds are linked in by their list in Package.swift and found where they register; no code of the program asks for
    /// one by its type.
    @Test func noBoundIsImported() throws {
        let manifest = PackageManifest(try text(of: "Package.swift"))
        for module in SourceTree.bundledBounds {
            #expect(manifest.bounds.contains(module), "Package.swift lacks \(module)")
        }
        for file in tree.files where file.path.hasPrefix("Sources/") {
            for bound in SourceTree.bundledBounds where file.scan.imports.contains(bound) {
                Issue.record("\(file.path) imports the bound \(bound)")
            }
        }
    }

    /// The runs of letters, digits, - and _ in a text.
    private func names(in text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
    }

    private func text(of path: String) throws -> String {
        try String(contentsOfFile: "\(SourceTree.root)/\(path)", encoding: .utf8)
    }
}
