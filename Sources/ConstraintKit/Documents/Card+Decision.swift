/// What an observed bound needs before it may decide, and its card does not have.
public enum DecisionLack: String, Sendable, Hashable, CaseIterable {
    /// A publication of the curve that can be looked up.
    case publication
    /// A confidence level, stated or inferred.
    case confidenceLevel = "confidence-level"
}

extension Card {
    /// What it lacks for its bound to decide: a line whose source nobody can look up, or of which nobody knows with what
    /// confidence it excludes, informs.
    public var lacksToDecide: [DecisionLack] {
        var lacks: [DecisionLack] = []
        if !references.contains(where: \.isIdentified) { lacks.append(.publication) }
        if confidenceLevel.fraction == nil { lacks.append(.confidenceLevel) }
        return lacks
    }
}

extension Reference {
    /// Whether it can be looked up: by its INSPIRE key, its number at arXiv or its DOI. Words alone may name nothing.
    public var isIdentified: Bool { [texkey, arxiv, doi].contains { $0?.isEmpty == false } }
}
