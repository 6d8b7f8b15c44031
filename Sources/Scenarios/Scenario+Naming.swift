extension Scenario {
    private static let markOfChanges = " (changed in "

    /// Takes a name that says what differs from the scenario it was made of: an answer of another scenario must not look like
    /// one of that.
    public mutating func nameChanges(from base: Scenario) {
        guard self != base else { return }
        let changed = ScenarioChoice.all.filter { choice in
            choice.path != ScenarioChoice.name.path && choice.path != ScenarioChoice.summary.path
                && choice.write(self) != choice.write(base)
        }
        guard !changed.isEmpty else { return }
        // An earlier answer's scenario may have been changed already.
        let parts = base.name.split(separator: Self.markOfChanges, maxSplits: 1).map(String.init)
        var keys: [String] = []
        if parts.count == 2, parts[1].hasSuffix(")") {
            keys = parts[1].dropLast().split(separator: ", ").map(String.init)
        }
        for choice in changed where !keys.contains(choice.key) { keys.append(choice.key) }
        name = (parts.first ?? base.name) + Self.markOfChanges + keys.joined(separator: ", ") + ")"
    }
}
