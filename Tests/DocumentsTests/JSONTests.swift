import Foundation
import Testing

@testable import Documents

@Suite struct JSONTests {
    /// What another program reads from a value.
    static func read(_ value: JSONValue) throws -> Any {
        let pretty = try JSONSerialization.jsonObject(with: Data(value.pretty.utf8), options: .fragmentsAllowed)
        let compact = try JSONSerialization.jsonObject(with: Data(value.compact.utf8), options: .fragmentsAllowed)
        #expect("\(pretty)" == "\(compact)")
        return pretty
    }

    @Test(arguments: EscapingTests.hostile) func textsComeBack(text: String) throws {
        let read = try Self.read([text: .text(text)])
        #expect((read as? [String: String]) == [text: text])
    }

    @Test(arguments: [5e-4, 1e-300, 1.7976931348623157e308, 0.1, -3, 1e16, 123456789.123])
    func numbersComeBackToTheLastBit(number: Double) throws {
        #expect(try Self.read(.number(number)) as? Double == number)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func whatIsNoNumberIsNull(number: Double) {
        #expect(JSONValue.array([.number(number)]).compact == "[null]")
    }

    @Test func keysKeepTheirOrder() {
        let value: JSONValue = ["b": 1, "a": ["d": .null, "c": .boolean(true)]]
        #expect(value.compact == #"{"b": 1, "a": {"d": null, "c": true}}"#)
    }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .integer(value) }
}
