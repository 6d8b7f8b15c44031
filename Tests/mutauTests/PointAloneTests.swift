import ArgumentParser
import Testing

@testable import mutau

/// A point without options is read without the argument parser, and is the same question.
@Suite struct PointAloneTests {
    /// The options in a command, with their values by name; nil for one that has none: to read it would end the program.
    private static func values(in command: Any, _ path: String = "") -> [String: String?] {
        var values: [String: String?] = [:]
        for (label, option) in Mirror(reflecting: command).children {
            let name = "\(path).\(label ?? "")"
            guard let parsed = Mirror(reflecting: option).children.first(where: { $0.label == "_parsedValue" }) else {
                continue
            }
            guard let value = Mirror(reflecting: parsed.value).children.first, value.label == "value" else {
                values.updateValue(nil, forKey: name)
                continue
            }
            let inner = Self.values(in: value.value, name)
            values.merge(inner.isEmpty ? [name: "\(value.value)"] : inner) { $1 }
        }
        return values
    }

    /// What else a question says, by name.
    private static func rest(of question: PointQuestion) -> [String: String] {
        var values: [String: String] = [:]
        for (label, value) in Mirror(reflecting: question).children where label != "scenario" {
            values[label ?? ""] = "\(value)"
        }
        return values
    }

    @Test func itIsTheQuestionThatTheArgumentParserReads() throws {
        let words = ["check", "0.0065GeV", "4.5e-4"]
        let alone = try #require(PointQuestion(words))
        let parsed = try #require(try (Mutau.parseAsRoot(words) as? CheckCommand)?.question)
        let options = Self.values(in: alone.scenario)
        #expect(options.count > 30 && options.values.allSatisfy { $0 != nil })
        #expect(options == Self.values(in: parsed.scenario))
        #expect(Self.values(in: ScenarioOptions()).values.contains { $0 == nil })
        #expect(Self.rest(of: alone).count == 6)
        #expect(Self.rest(of: alone) == Self.rest(of: parsed))
    }

    @Test(arguments: [
        ["check"], ["check", "6.5MeV"], ["check", "6.5MeV", "4.5e-4", "--strict"], ["check", "--points", "a.csv"],
        ["check", "4.5e-4", "6.5MeV"], ["check", "6.5MeV", "-1"], ["check", "-5", "1"], ["limit", "6.5MeV", "1"],
        ["check", "", "1"], ["check", "x", "1"], ["check", "6.5MeV", "0"],
    ])
    func otherWordsAreTheArgumentParsers(words: [String]) {
        #expect(PointQuestion(words) == nil)
    }
}
