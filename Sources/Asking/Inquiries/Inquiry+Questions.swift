import AllowedRegion
import ArgumentParser
import ConstraintKit
import Documents
import IceCubeFit
import Scenarios

/// What follows a question, word by word as on the command line.
private struct PointQuestion: ParsableArguments {
    @Argument(help: "Mass of the Z′.", transform: readMass) var mass: Mass
    @Argument(help: "The gauge coupling g′.", transform: readCoupling) var coupling: Coupling
    @Flag(help: "Say what each way to combine the bounds makes of it.") var combinations = false
    @Flag(help: "Say of each bound what it rests on.") var explain = false
}

private struct MassQuestion: ParsableArguments {
    @Argument(help: "Mass of the Z′.", transform: readMass) var mass: Mass
    @Flag(help: "Say what each way to combine the bounds leaves.") var combinations = false
}

private struct MassesQuestion: ParsableArguments {
    @Argument(help: "Masses of the Z′.", transform: readMass) var masses: [Mass]
}

private struct FitQuestion: ParsableArguments {
    @OptionGroup var space: FitSpaceOptions
    @Option(help: "Keep the coupling below these bounds, at each mass.") var below: [String] = []
}

private struct NoQuestion: ParsableArguments {}

extension Inquiry {
    /// An answer as the program writes it: JSON, and BibTeX to `cite`.
    /// - Parameter shouldStop: asked from time to time, from any thread, by what takes long.
    /// - Throws: what the command throws; ``ErrorReport`` for a question that is none.
    package func answer(
        _ question: String, _ words: [String], shouldStop: @Sendable () -> Bool = { false }
    ) throws -> String {
        switch question {
        case "check":
            let asked = try PointQuestion.reading(words)
            return try Self.json(
                check(asked.mass, asked.coupling, combines: asked.combinations, explains: asked.explain))
        case "limit":
            let asked = try MassQuestion.reading(words)
            return try Self.json(limit(asked.mass, combines: asked.combinations))
        case "limits":
            let lines = try limits(MassesQuestion.reading(words).masses).map { try $0.json.compact }
            return "[" + lines.joined(separator: ",\n") + "]"
        case "table": return try Self.json(table(MassesQuestion.reading(words).masses))
        case "chi2":
            let asked = try PointQuestion.reading(words)
            return try Self.json(chi2(asked.mass, asked.coupling))
        case "fit":
            let asked = try FitQuestion.reading(words)
            return try Self.json(fit(asked.space.space(), below: asked.below, shouldStop: shouldStop))
        case "cite":
            _ = try NoQuestion.reading(words)
            return try boundSet.bibliography
        case "scenario":
            _ = try NoQuestion.reading(words)
            return try Self.json(scenarioReport)
        case "bounds":
            _ = try NoQuestion.reading(words)
            return try bounds.pretty
        default:
            throw ErrorReport("'\(ErrorText.clipped(question))' is no question", code: ExitStatus.usage)
        }
    }

    private static func json(_ answer: some Answer) throws -> String {
        String(decoding: try answer.bytes(as: .json), as: UTF8.self)
    }
}

extension ParsableArguments {
    /// Reads words as on the command line.
    /// - Throws: ``ErrorReport`` with the words of the argument parser.
    package static func reading(_ words: [String]) throws -> Self {
        do { return try parse(words) } catch {
            throw ErrorReport(of: error) ?? ErrorReport(message(for: error), code: ExitStatus.usage)
        }
    }
}
