import ArgumentParser
import Asking
import CMutau
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_interface() -> Int32 { MUTAU_INTERFACE }

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_version() -> UnsafeMutablePointer<CChar>! { strdup(ProgramVersion.text) }

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_release(_ text: UnsafeMutablePointer<CChar>!) { free(text) }

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_scenario_make(
    _ name: UnsafePointer<CChar>!, _ choices: UnsafePointer<mutau_choice>!, _ choiceCount: Int,
    _ additions: UnsafePointer<mutau_addition>!, _ additionCount: Int,
    _ scenario: UnsafeMutablePointer<OpaquePointer?>!, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    let notices = Notices()
    return answering(notices, error) {
        let scenario = try given(scenario, "scenario")
        let said: UnsafePointer<mutau_choice>? = choices
        let words = try said.words(choiceCount)
        var options = try ScenarioOptions.reading(
            (try text(name).map { ["--scenario=\($0)"] } ?? []) + words)
        let program = options.places.noPlugins ? nil : options.places.programForPlugins()
        let added = try row(additions, additionCount, "additions").map { try Addition($0) }
        scenario.pointee = Handle(try Inquiry(options, adding: added, program: program), notices).retained
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_scenario_free(_ scenario: OpaquePointer!) {
    if let scenario { Handle.release(scenario) }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_warnings(_ scenario: OpaquePointer!) -> UnsafeMutablePointer<CChar>! {
    guard let scenario else { return nil }
    let lines = Handle.of(scenario).notices.take()
    return lines.isEmpty ? nil : strdup(lines.joined(separator: "\n"))
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_choices() -> UnsafeMutablePointer<CChar>! { strdup(ScenarioOptions._dumpHelp()) }

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_mass(
    _ text: UnsafePointer<CChar>!, _ mass: UnsafeMutablePointer<Double>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    answering(Notices(), error) { try given(mass, "mass").pointee = try Mass(word(text)).inMeV }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_coupling(
    _ text: UnsafePointer<CChar>!, _ coupling: UnsafeMutablePointer<Double>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    answering(Notices(), error) { try given(coupling, "coupling").pointee = try Coupling(word(text)).value }
}

/// A word of C that has to be there.
private func word(_ word: UnsafePointer<CChar>?) throws -> String { try text(given(word, "text")) ?? "" }

/// The words that follow a question.
private func words(_ start: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int) throws -> [String] {
    try row(start, count, "words").map { try word($0) }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_ask(
    _ scenario: OpaquePointer!, _ question: UnsafePointer<CChar>!, _ words: UnsafePointer<UnsafePointer<CChar>?>!,
    _ wordCount: Int, _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let answer = try given(answer, "answer")
        answer.pointee = strdup(try handle.inquiry.answer(word(question), MutauC.words(words, wordCount)))
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_ask_at_length(
    _ scenario: OpaquePointer!, _ question: UnsafePointer<CChar>!, _ words: UnsafePointer<UnsafePointer<CChar>?>!,
    _ wordCount: Int, _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let answer = try given(answer, "answer")
        let flag = StopFlag(stop)
        let found = try handle.inquiry.answer(word(question), MutauC.words(words, wordCount)) { flag.isSet }
        try flag.check()
        answer.pointee = strdup(found)
    }
}

extension Addition {
    init(_ addition: mutau_addition) throws {
        let card = try CardOptions.reading(try addition.card.words(addition.card_count)).importOptions()
        if let function = addition.function {
            // Without a kind the card is refused.
            let bound = FunctionBound(function, context: addition.context, kind: card.kind ?? .observed)
            try self.init(card, bound: bound)
        } else {
            let masses = try row(addition.masses, addition.count, "masses")
            let couplings = try row(addition.couplings, addition.count, "couplings")
            guard masses.count <= CurveFile.greatestPointCount else {
                throw ErrorReport(
                    "a curve has \(masses.count) points, and may have \(CurveFile.greatestPointCount)",
                    code: ExitStatus.usage)
            }
            self.init(card, masses: Array(masses), couplings: Array(couplings))
        }
    }
}
