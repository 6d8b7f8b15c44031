import CMutau
import Foundation
import MutauC
import Testing

/// The library as a C program sees it.
struct Library: ~Copyable {
    let scenario: OpaquePointer

    /// An error as the library gives it.
    struct Failure: Error, Equatable {
        var code: Int32
        var text: String
    }

    /// - Parameter choices: with the flag that leaves the user's own folders out.
    init(_ name: String?, _ choices: [String: String?] = [:]) throws {
        try self.init(name, choices, adding: [])
    }

    init(_ name: String?, _ choices: [String: String?], adding additions: [mutau_addition]) throws {
        var made: OpaquePointer?
        try Self.choices(choices.merging(["ignore-own": nil]) { first, _ in first }) { choices in
            try Library.calling { error in
                mutau_scenario_make(name, choices.baseAddress, choices.count, additions, additions.count, &made, error)
            }
        }
        scenario = try #require(made)
    }

    deinit { mutau_scenario_free(scenario) }

    /// The text that a function gave, released.
    static func text(_ given: UnsafeMutablePointer<CChar>?) -> String? {
        defer { mutau_release(given) }
        return given.map { String(cString: $0) }
    }

    /// - Throws: ``Failure``
    static func calling(_ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32) throws {
        var error: UnsafeMutablePointer<CChar>?
        let code = call(&error)
        guard code == 0 else { throw Failure(code: code, text: text(error) ?? "") }
        #expect(error == nil)
    }

    /// Choices as C has them, for as long as the body runs.
    static func choices<Value>(
        _ choices: [String: String?], _ body: (UnsafeBufferPointer<mutau_choice>) throws -> Value
    ) rethrows -> Value {
        let texts = choices.map { (name: strdup($0.key), value: $0.value.map { strdup($0) } ?? nil) }
        defer { for text in texts.flatMap({ [$0.name, $0.value] }) { free(text) } }
        let list = texts.map { mutau_choice(name: $0.name, value: $0.value) }
        return try list.withUnsafeBufferPointer(body)
    }

    func ask(_ question: String, _ words: String...) throws -> String {
        var answer: UnsafeMutablePointer<CChar>?
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        try Library.calling {
            mutau_ask(scenario, question, copies.map { UnsafePointer($0) }, words.count, &answer, $0)
        }
        return try #require(Library.text(answer))
    }

    func object(_ question: String, _ words: String...) throws -> [String: Any] {
        var answer: UnsafeMutablePointer<CChar>?
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        try Library.calling {
            mutau_ask(scenario, question, copies.map { UnsafePointer($0) }, words.count, &answer, $0)
        }
        let bytes = Data(try #require(Library.text(answer)).utf8)
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    func standings(_ points: [(Double, Double)], stop: UnsafePointer<Int32>? = nil) throws -> [UInt8] {
        var standings = [UInt8](repeating: 9, count: points.count)
        try Library.calling {
            mutau_standings(scenario, points.map(\.0), points.map(\.1), points.count, &standings, stop, $0)
        }
        return standings
    }
}
