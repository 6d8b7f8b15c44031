import AllowedRegion
import Answers
import ArgumentParser
import Asking
import Assessment
import ConstraintKit
import Scenarios

/// What `check` is asked of one point.
struct PointQuestion {
    let mass: WrittenMass
    let coupling: Coupling
    var scenario = ScenarioOptions.unasked
    var format = OutputFormat.text
    var explain = false
    var noIceCube = false
    var exitCode = false

    init(mass: WrittenMass, coupling: Coupling) { (self.mass, self.coupling) = (mass, coupling) }

    /// A point without an option, which is most of what is asked: the argument parser would reflect on every option first,
    /// a third of what the answer takes.
    ///
    /// - Returns: nil for all other words, those that are no point among them: the argument parser has to read them.
    init?(_ words: [String]) {
        guard words.count == 3, words[0] == CheckCommand._commandName, !words[1].hasPrefix("-"),
            !words[2].hasPrefix("-"),
            case .success(let mass) = Result(catching: { try WrittenMass(argument: words[1]) }),
            case .success(let coupling) = Result(catching: { try readCoupling(words[2]) })
        else { return nil }
        self.init(mass: mass, coupling: coupling)
    }

    /// - Throws: `ExitCode` where the standing is asked for as one, and what is wrong with all that the answer is made from.
    func answer() throws {
        let mass = mass.told(beside: coupling)
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        let isCombined = format == .json || request.scenario.combination != .union
        // How bounds combine at a point is told of a search beyond it.
        let prepared = try ingredients.prepared(
            for: request, withIceCube: !noIceCube, at: isCombined ? nil : (mass, coupling))
        let combined = try prepared.combined(inFull: format == .json, for: [(mass, coupling)])
        let assessment = try prepared.assessment(mass: mass, coupling: coupling, combined)
        let scenario = prepared.boundSet.scenario
        let report = AssessmentReport(
            assessment,
            elsewhere: try ingredients.elsewhere(than: self.scenario.scenario, scenario, request).map {
                $0.verdicts(mass: mass, coupling: coupling)
            },
            explained: explain ? try scenario.conventionsOfBounds : nil, missing: try prepared.boundSet.missing)
        try Console.write(report, as: format.ofAnswer)
        guard exitCode else { return }
        switch assessment.standing {
        case .allowed: return
        case .excluded: throw ExitCode(1)
        case .unconstrained: throw ExitCode(2)
        }
    }
}

extension Ingredients {
    /// - Parameter point: to be asked for no other; nil: for any.
    func prepared(
        for request: ScenarioRequest, withIceCube: Bool, at point: (mass: Mass, coupling: Coupling)? = nil
    ) throws -> PreparedScenario {
        try withIceCube
            ? PreparedScenario(analysis(of: request, for: point)) : PreparedScenario(boundSet: boundSet(of: request))
    }
}
