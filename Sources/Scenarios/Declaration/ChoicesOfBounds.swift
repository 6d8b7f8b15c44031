extension ScenarioChoice {
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

    static let ownBounds = ScenarioChoice(
        nil, "own_bounds", noun: "choice of the bounds you added", expected: "all or none", standard: "all",
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let takes = ["all": true, "none": false][text] else { return false }
            scenario.takesOwnBounds = takes
            return true
        },
        write: { .text($0.takesOwnBounds ? "all" : "none") })

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
}
