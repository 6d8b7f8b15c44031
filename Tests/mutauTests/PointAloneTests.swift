import ArgumentParser
import Testing

@testable import mutau

/// A point without options is read without the argument parser, and is the same command.
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

    @Test func itIsTheCommandThatTheArgumentParserReads() throws {
        let words = ["check", "0.0065GeV", "4.5e-4"]
        let alone = Self.values(in: try #require(CheckCommand.ofPointAlone(words)))
        #expect(alone.count > 50 && alone.values.allSatisfy { $0 != nil })
        #expect(alone == Self.values(in: try Mutau.parseAsRoot(words)))
        #expect(Self.values(in: CheckCommand()).values.contains { $0 == nil })
    }

    @Test(arguments: [
        ["check"], ["check", "6.5MeV"], ["check", "6.5MeV", "4.5e-4", "--strict"], ["check", "--points", "a.csv"],
        ["check", "4.5e-4", "6.5MeV"], ["check", "6.5MeV", "-1"], ["check", "-5", "1"], ["limit", "6.5MeV", "1"],
        ["check", "", "1"], ["check", "x", "1"], ["check", "6.5MeV", "0"],
    ])
    func otherWordsAreTheArgumentParsers(words: [String]) {
        #expect(CheckCommand.ofPointAlone(words) == nil)
    }
}
