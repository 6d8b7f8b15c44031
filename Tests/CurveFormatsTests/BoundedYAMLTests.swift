import Testing

@testable import CurveFormats

/// The one reader of all YAML that users write.
@Suite("YAML from outside")
struct BoundedYAMLTests {
    private static let faults: [(text: String, fault: FormatFault)] = [
        ("a: 1\nb: {c: 1,\n  c: 2}", .keyTwice("c", line: 3)), ("a: 1\nb: 2\na: 3", .keyTwice("a", line: 3)),
        ("a: 1\n'a': 3", .keyTwice("a", line: 2)), ("- x: {y: 1}\n  x: 2", .keyTwice("x", line: 2)),
        ("a: !!str 1", .tag(line: 1)), ("a:\n  - !ours [1]", .tag(line: 2)), ("a: ! {b: 1}", .tag(line: 1)),
        (
            "? [a]\n: 1\n? [a]\n: 2",
            .notWellFormed(message: "a key that is a list or a mapping stands twice", line: nil)
        ),
        ("a: &b 1", .anchor(line: 1)), ("a: 1\nb: *a", .anchor(line: 2)),
    ]

    @Test("What is refused says what it is, and in which line", arguments: faults)
    func refusal(text: String, fault: FormatFault) {
        #expect(throws: fault) {
            try BoundedYAML.check(Array(text.utf8))
            _ = try BoundedYAML.root(of: Array(text.utf8))
        }
        #expect(throws: fault) {
            try BoundedYAML.check(Array(text.utf8))
            _ = try BoundedYAML.rootWithPlaces(of: Array(text.utf8))
        }
    }

    @Test("The same word may be a key of two mappings, and a value beside a key")
    func plain() throws {
        let text = "a: {b: 1}\nb: {b: a}\nc: [{a: 1}, {a: 2}]"
        #expect(try BoundedYAML.rootWithPlaces(of: Array(text.utf8))?["b"]?["b"]?.string == "a")
    }

    @Test("A mark of UTF-8 at the beginning is passed over")
    func mark() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("name: x".utf8)
        try BoundedYAML.check(bytes)
        #expect(try BoundedYAML.root(of: bytes)?["name"]?.string == "x")
        #expect(try BoundedYAML.rootWithPlaces(of: bytes)?["name"]?.string == "x")
    }

    @Test("Text in UTF-16 says so", arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func wide(mark: [UInt8]) {
        let error = #expect(throws: FormatFault.self) { try BoundedYAML.check(mark + [0x61, 0]) }
        #expect(error?.explanation.contains("UTF-16") == true)
    }

    @Test("Two documents are one too many, in the line of the second")
    func documents() {
        let error = #expect(throws: FormatFault.self) { _ = try BoundedYAML.root(of: Array("a: 1\n---\nb: 2".utf8)) }
        guard case .notWellFormed(_, line: 2) = error else {
            Issue.record("found \(String(describing: error))")
            return
        }
    }
}
