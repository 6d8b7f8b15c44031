import Testing

@testable import Documents

@Suite struct RecordTests {
    struct Sample: RecordAnswer {
        static let schemaName = "sample"
        static let schemaVersion = 2
        static let meaning = "Something."
        var mass = 6.5
        var limit: Double?
        var words: [String] = []
        var extra: Int?
        var text: String { "sample" }
        var rows: [Sample] { [self] }

        static let fields: [Field<Sample>] = [
            Field("mass_MeV", unit: "MeV", "A mass.") { $0.mass }, Field("limit", "A limit.") { $0.limit },
            Field("words", "Words.") { $0.words },
            Field("side", words: ["above", "below"], "A word.") { _ in "above" },
            Field("range", "Two numbers.") { $0.mass...10 }, Field("extra", "Sometimes.", ifPresent: { $0.extra }),
        ]
    }

    @Test func keysKeepTheirOrderAndNullsAreKept() throws {
        #expect(
            try Sample().json.compact == #"{"schema": "sample/2", "mass_MeV": 6.5, "limit": null, "words": [], "#
                + #""side": "above", "range": [6.5, 10]}"#)
        #expect(try Sample(extra: 3).json.compact.hasSuffix(#""extra": 3}"#))
    }

    /// A list of numbers has no cell; a key that no record has no column.
    @Test func csvHasTheFieldsThatFitIntoACell() throws {
        #expect(try Sample(words: ["a", "b"]).csv == "mass_MeV,limit,words,side\n6.5,,a b,above\n")
        let both = [Sample(), Sample(limit: .infinity, extra: 3)]
        #expect(try both.csv == "mass_MeV,limit,words,side,extra\n6.5,,,above,\n6.5,,,above,3\n")
    }

    /// An object has a column for each of its fields, behind its name, and a list of them may have another, shorter value.
    @Test func objectsHaveColumnsOfTheirOwn() throws {
        struct Part: Record {
            var path: String?
            var size = 2
            static let fields: [Field<Part>] = [
                Field("path", "A path.", ifPresent: { $0.path }), Field("size", "A size.") { $0.size },
            ]
        }
        struct Whole: Record {
            var part = Part()
            var other: Part?
            static let fields: [Field<Whole>] = [
                Field("part", "A part.") { $0.part }.inColumns(of: Part.self),
                Field("other", "Perhaps one.") { $0.other }.inColumns(of: Part.self),
                Field("parts", "A list.") { [$0.part] }.inCell("Sizes.") { ["\($0.part.size)"] },
            ]
        }
        #expect(try [Whole()].csv == "part_size,parts\n2,2\n")
        let both = [Whole(part: Part(path: "a")), Whole(other: Part(size: 3))]
        #expect(try both.csv == "part_path,part_size,other_size,parts\na,2,,2\n,2,3,2\n")
        #expect(
            try OrderedJSONEncoder().encode(Whole()).compact
                == #"{"part": {"size": 2}, "other": null, "parts": [{"size": 2}]}"#)
        let held = [Field<Part>("size", "A size.") { $0.size }.inCell("Text.") { "\($0.size)!" }.of(\Whole.part)]
        #expect(try held[0].cells[0].json(Whole())?.words == "2!")
    }

    @Test func theSchemaSaysWhatTheEncodingWrites() throws {
        let schema = AnswerSchema(Sample.self).json.compact
        #expect(schema.contains(#""$schema": "https://json-schema.org/draft/2020-12/schema""#))
        #expect(schema.contains(#""mass_MeV": {"description": "A mass.", "unit": "MeV", "type": "number"}"#))
        #expect(schema.contains(#""limit": {"description": "A limit.", "type": ["number", "null"]}"#))
        #expect(schema.contains(#""required": ["schema", "mass_MeV", "limit", "words", "side", "range"]"#))
    }

    /// What the compiler makes of a type is encoded in the order of its declaration, too, and its nulls are kept.
    @Test func anyEncodableValueIsTaken() throws {
        struct Plain: Encodable {
            var b = 1
            var a: String?
            var list = [[1.5], []]
        }
        #expect(try OrderedJSONEncoder().encode(Plain()).compact == #"{"b": 1, "a": null, "list": [[1.5], []]}"#)
    }
}
