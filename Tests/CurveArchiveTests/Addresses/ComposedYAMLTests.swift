import CurveArchive
import CurveFormats
import Testing

/// What is composed in one pass, without places, is what Yams makes of the same text.
@Suite struct ComposedYAMLTests {
    private static let own = BundledFiles.ofProgram.files.filter { $0.path.hasSuffix(".yaml") }.map(\.path)

    @Test(arguments: own) func theProgramsFilesAreTheSame(path: String) throws {
        let bytes = try #require(BundledFiles.ofProgram[path]).contents()
        let root = try #require(try BoundedYAML.root(of: bytes))
        #expect(try root == BoundedYAML.rootWithPlaces(of: bytes))
        #expect(root.mapping?.isEmpty == false && root.mark == nil)
    }

    @Test(arguments: [
        "", "# nothing", "a", "a:", "- 1\n- '1'\n- ~\n- >-\n  b\n  c\n", "{a: {b: [c, {}]}, d: []}", "? [a]\n: b\n",
        "\"a\\u00e9\": 'it''s'", "--- a\n...\n",
    ])
    func othersAreTheSame(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try BoundedYAML.root(of: bytes) == BoundedYAML.rootWithPlaces(of: bytes))
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3", "'a' stands twice: again in line 3"),
        ("a: 1\n--- \nb: 2", "(line 2): but found another document"),
    ])
    func whatYamsRefusesIsRefusedWithItsLine(text: String, words: String) {
        let error = #expect(throws: FormatFault.self) { try BoundedYAML.root(of: Array(text.utf8)) }
        #expect(error?.explanation.contains(words) == true, "\(error?.explanation ?? "")")
    }
}
