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
        #expect(text.hasPrefix("@misc{mutau,\n"))
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

    /// The same publications in each style, and a file that is not overwritten.
    @Test func everyStyleCitesTheSame() throws {
        let program = try Program()
        defer { program.removeHome() }
        let bibTeX = try program.run(["cite"]).output
        let keys = bibTeX.matches(of: /(?m)^@\w+\{([^,\n]+)/).map { String($0.1) }
        #expect(keys.count > 10 && keys[0] == "mutau" && Set(keys).count == keys.count)

        let text = try program.run(["cite", "--style", "text"]).output
        let listed = text.split(separator: "\n").prefix(keys.count).map { String($0) }
        #expect(listed.count == keys.count && zip(listed, keys).allSatisfy { $0.hasPrefix("\($1): ") })

        let json = try program.run(["cite", "--style", "json"]).output
        let records = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(records.compactMap { $0["key"] as? String } == Array(keys.dropFirst()))
        for record in records {
            for field in [
                "authors", "title", "journal", "volume", "pages", "year", "arxiv", "primary_class", "doi", "texkey",
            ] {
                #expect((record[field] as? String)?.isEmpty == false, "\(field) of \(record["key"] ?? "")")
            }
        }

        let caption = try program.run(["cite", "--style", "caption"]).output
        let cited = caption.matches(of: /\\cite\{([^}]+)\}/).flatMap { $0.1.split(separator: ",").map { String($0) } }
        #expect(caption.split(separator: "\n").count == 1 && Set(cited) == Set(keys))

        let file = URL(filePath: NSTemporaryDirectory()).appending(path: "cite-\(UUID().uuidString).bib")
        defer { try? FileManager.default.removeItem(at: file) }
        let silent = try program.run(["cite", "--output", file.path])
        #expect(silent.status == 0 && silent.output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == bibTeX)
        let refused = try program.run(["cite", "--output", file.path, "--style", "text"])
        #expect(refused.status == 73 && refused.errors.contains("is there already"))
        #expect(try String(contentsOf: file, encoding: .utf8) == bibTeX)
    }

    /// The same records in every form for programs.
    @Test func citationsForPrograms() throws {
        let program = try Program()
        defer { program.removeHome() }
        let styled = try program.run(["cite", "--style", "json"]).output
        #expect(try program.run(["cite", "--format", "json"]).output == styled)
        let records = try #require(try JSONSerialization.jsonObject(with: Data(styled.utf8)) as? [[String: Any]])
        #expect(try program.run(["cite", "--format", "csv"]).output.split(separator: "\n").count == records.count + 1)
        let both = try program.run(["cite", "--style", "text", "--format", "csv"])
        #expect(both.status == 64 && both.errors.contains("give --style or --format"))
    }
}
