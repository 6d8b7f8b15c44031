import Files

extension Scenario {
    /// Adds bounds that the user has put beside those of the program, unless the scenario wants none of them. Each then
    /// plays the part its kind gives it: an observed limit decides, all else informs. One that its document calls an
    /// alternative is reported in its group, and counts where it is alone there.
    ///
    /// - Throws: ``AlternativesError``
    public mutating func join(
        _ own: [String], _ declared: DeclaredAlternatives = .none
    ) throws(AlternativesError) {
        guard ownBounds != .none else { return }
        let named = Set(stems)
        for stem in own where !named.contains(stem) { try take(stem, declared) }
    }

    /// Adds a bound, whether the scenario wants any of the user's own or not.
    /// - Throws: ``AlternativesError``
    public mutating func take(_ stem: String, _ declared: DeclaredAlternatives) throws(AlternativesError) {
        if declared.group(of: stem) == nil { bounds.append(stem) } else { try report(stem, declared) }
    }

    /// Puts a bound into the group that it declares, as one that does not count unless it is alone there.
    /// - Throws: ``AlternativesError``
    public mutating func report(_ stem: String, _ declared: DeclaredAlternatives) throws(AlternativesError) {
        guard let group = declared.group(of: stem) else { return }
        if let index = index(ofGroup: group, declared) { return alternatives[index].others.append(stem) }
        let others = declared.members.filter { $0.stem != stem }.map(\.group)
        let known = Set(alternatives.map(\.name) + others)
        if !known.contains(group), let nearest = nearestName(to: group, among: known.sorted()) {
            throw .unknownGroup(stem: stem, group: group, nearest: nearest)
        }
        alternatives.append(.init(name: group, counts: stem, others: []))
    }

    /// Makes one of a group count. All others of it that the scenario names, wherever it names them, are then only
    /// reported.
    public mutating func count(_ stem: String, in group: String, _ declared: DeclaredAlternatives) {
        let members = Set(declared.members(of: group).map(\.stem))
        let index: Int
        if let found = self.index(ofGroup: group, declared) {
            index = found
        } else {
            index = alternatives.count
            alternatives.append(.init(name: group, counts: nil, others: []))
        }
        let named = alternatives[index].stems + bounds.filter(members.contains)
        bounds.removeAll { members.contains($0) || $0 == stem }
        alternatives[index] = Alternatives(
            name: alternatives[index].name, counts: stem, others: named.filter { $0 != stem })
    }

    /// Keeps these bounds alone. Where the one that counts of a group is not among them, the first that is takes its
    /// place.
    /// - Throws: ``AlternativesError``
    public mutating func keep(only stems: [String], _ declared: DeclaredAlternatives) throws(AlternativesError) {
        // One that the scenario lists in no group still excludes the others, and can't decide beside them.
        for stem in stems where !alternatives.contains(where: { $0.stems.contains(stem) }) {
            try report(stem, declared)
        }
        decides.removeAll { !stems.contains($0) }
        bounds = stems.filter { stem in !alternatives.contains { $0.stems.contains(stem) } }
        alternatives = alternatives.compactMap { group in
            var kept = group.keeping { stems.contains($0) }
            guard kept?.counts == nil, let first = stems.first(where: group.stems.contains) else { return kept }
            kept?.counts = first
            kept?.others.removeAll { $0 == first }
            return kept
        }
    }

    /// Leaves these bounds out.
    public mutating func leaveOut(_ stems: Set<String>) {
        bounds.removeAll { stems.contains($0) }
        decides.removeAll { stems.contains($0) }
        alternatives = alternatives.compactMap { $0.keeping { !stems.contains($0) } }
    }

    /// The group of the scenario that a declared one is: that of its name, or one with a bound of it under whatever name.
    private func index(ofGroup name: String, _ declared: DeclaredAlternatives) -> Int? {
        alternatives.firstIndex { $0.name == name }
            ?? alternatives.firstIndex { $0.stems.contains { declared.group(of: $0) == name } }
    }
}

extension Scenario.Alternatives {
    /// What is left of a group; where the one that counts is gone, none of the others takes its place.
    fileprivate func keeping(_ isKept: (String) -> Bool) -> Scenario.Alternatives? {
        guard stems.contains(where: isKept) else { return nil }
        return .init(name: name, counts: counts.flatMap { isKept($0) ? $0 : nil }, others: others.filter(isKept))
    }
}
