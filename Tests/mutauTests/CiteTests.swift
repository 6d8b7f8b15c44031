import Foundation
import Testing

/// What is to be cited.
@Suite struct CiteTests {
    private static let citation = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../CITATION.cff").standardized

    /// A value of `CITATION.cff`, which has one a line; nil where there is none.
    private static func value(of key: String, in text: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix("\(key):") }
            .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
    }

    @Test func theProgramItselfIsFirst() throws {
        let program = try Program()
        defer { program.removeHome() }
        let text = try program.run(["cite"]).output
        #expect(text.hasPrefix("@software{mutau,\n"))
        let file = try String(contentsOf: Self.citation, encoding: .utf8)
        let version = try #require(Self.value(of: "version", in: file))
        #expect(text.contains("version = {\(version)}"))
        let entry = text.components(separatedBy: "\n}\n")[0]
        if let doi = Self.value(of: "doi", in: file) {
            #expect(entry.contains("doi = {\(doi)}"))
        } else {
            #expect(!entry.contains("doi"))
        }
        // The title in BibTeX has its signs as LaTeX has them.
        #expect(try #require(Self.value(of: "title", in: file)).hasPrefix("mutau: bounds on a light L"))
        #expect(entry.contains("title = {{mutau: bounds on a light L"))
    }

    /// The publications of the parameter set that is used, and of no other.
    @Test func theParameterSetIsCited() throws {
        let program = try Program()
        defer { program.removeHome() }
        let paper = try program.run(["cite"]).output
        #expect(paper.contains("2107.13568") && paper.contains("2007.14792") && !paper.contains("2410.05380"))
        let other = try program.run(["cite", "--parameters", "planck2018-nufit6"]).output
        #expect(other.contains("2410.05380") && other.contains("0911.1955") && !other.contains("2107.13568"))
    }
}
