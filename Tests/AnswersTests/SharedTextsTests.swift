import Documents
import Testing

@testable import Answers

/// What the page's tables hold several times is written once.
struct SharedTextsTests {
    private let long = String(repeating: "AAAAgD8=", count: 40)
    private let other = String(repeating: "AAAAQD8=", count: 40)

    @Test func aLongTextOfSeveralPlacesIsWrittenOnce() {
        let tables: JSONValue = [
            "bounds": .array([["row": .text(long)], ["row": .text(other)], ["row": .text(long)]]), "unit": .text("MeV"),
        ]
        let expected: JSONValue = [
            "texts": .texts([long]),
            "tables": [
                "bounds": .array([
                    ["row": ["shared": .integer(0)]], ["row": .text(other)], ["row": ["shared": .integer(0)]],
                ]),
                "unit": .text("MeV"),
            ],
        ]
        #expect(SharedTexts.taken(outOf: tables) == expected)
    }

    @Test func shortTextsNumbersAndNullsStayWhereTheyAre() {
        let tables: JSONValue = ["kinds": .texts(["observed", "observed"]), "level": .number(0.9), "group": .null]
        #expect(SharedTexts.taken(outOf: tables) == ["texts": .array([]), "tables": tables])
    }
}
