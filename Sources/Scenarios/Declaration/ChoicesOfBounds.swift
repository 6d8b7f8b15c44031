import Physics

extension ScenarioChoice {
    /// What a scenario is called, and the bounds of it.
    static let ofBounds = [
        name, summary, bounds, whenFetched, ownBounds, alternatives, decides, overlays, muonsOnTarget, background,
        gMinus2Difference,
    ]

    static let name = ScenarioChoice(
        nil, "name", noun: "name", expected: "a text", standard: nil,
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, !text.isEmpty else { return false }
            scenario.name = text
            return true
        },
        write: { .text($0.name) })

    static let summary = ScenarioChoice(
        nil, "summary", noun: "summary", expected: "a text", standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, !text.isEmpty else { return false }
            scenario.summary = text
            return true
        },
        write: { $0.summary.isEmpty ? nil : .text($0.summary) })

    /// Changed by `--only` and `--without`.
    static let bounds = ScenarioChoice(
        nil, "bounds", noun: "list of bounds", expected: "a list of names", standard: nil,
        read: { value, scenario throws(ChoiceError) in
            guard case .list(let stems) = value else { return false }
            scenario.bounds = stems
            return true
        },
        write: { .list($0.bounds) })

    static let whenFetched = ScenarioChoice(
        nil, "when_fetched", noun: "list of bounds that take part once they are fetched", expected: "a list of names",
        standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .list(let stems) = value else { return false }
            scenario.whenFetched = stems
            return true
        },
        write: { .list($0.whenFetched) })

    static let ownBounds = ScenarioChoice(
        nil, "own_bounds", noun: "choice of the bounds you added", expected: "all, named or none", standard: "all",
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let own = Scenario.OwnBounds(rawValue: text) else { return false }
            scenario.ownBounds = own
            return true
        },
        write: { .text($0.ownBounds.rawValue) })

    /// Predictions that can't both be true; changed by `--g-minus-2`.
    static let alternatives = ScenarioChoice(
        nil, "alternatives", noun: "list of alternatives", expected: "a list of name, counts and others",
        standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .groups(let groups) = value else { return false }
            scenario.alternatives = groups
            return true
        },
        write: { .groups($0.alternatives) })

    /// Added to by `--count`.
    static let decides = ScenarioChoice(
        nil, "decides", noun: "list of bounds that decide all the same", expected: "a list of names", standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .list(let stems) = value else { return false }
            scenario.decides = stems
            return true
        },
        write: { .list($0.decides) })

    /// Changed by `--overlay`.
    static let overlays = ScenarioChoice(
        nil, "overlays", noun: "list of files laid over the bounds", expected: "a list of files", standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .list(let paths) = value else { return false }
            scenario.overlays = paths
            return true
        },
        write: { .list($0.overlays) })

    /// Changed by `--muons-on-target`, whose help names the limits at hand.
    public static let muonsOnTarget = ScenarioChoice(
        nil, "muons_on_target", noun: "number of muons on target to which limits are scaled",
        expected: "a number from 1, 5e10 for instance", standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard let number = value.finiteNumber, number >= 1 else { return false }
            scenario.muonsOnTarget = number
            return true
        },
        write: { .number($0.muonsOnTarget) })

    public static let background = ScenarioChoice(
        nil, "background", noun: "number of background events", expected: "a number from 0 to 200", standard: "0",
        option: .init(
            "background", valueName: "number",
            """
            How many events of background are expected with --muons-on-target: limits are those that an experiment expects \
            by CLs.
            """, example: "0.5"),
        read: { value, scenario throws(ChoiceError) in
            guard let number = value.finiteNumber, CountingLimit.backgrounds.contains(number) else { return false }
            scenario.background = number
            return true
        },
        write: { .number($0.background) })

    /// Changed by `--g-minus-2`, which takes the name of a known prediction too.
    static let gMinus2Difference = ScenarioChoice(
        nil, "g_minus_2_difference", noun: "difference of muon g−2 from its prediction",
        expected: "a difference like 25e-10±6e-10", standard: "none",
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let difference = StatedDifference(text) else { return false }
            scenario.gMinus2Difference = difference
            return true
        },
        write: { $0.gMinus2Difference.map { .text($0.text) } })
}
