/// The facts about a bound: what was measured, what the limit is worth, and where its numbers come from.
public struct Card: Sendable, Hashable {
    /// The name of the bound in files and on the command line: letters, digits, `-` and `_`.
    public var stem: String
    /// A short name for figures and tables, `NA64μ 2024`.
    public var title: String
    /// What was measured or computed, in one sentence.
    public var summary: String
    /// What the statement is worth: only an observed limit excludes.
    public var kind: Kind
    /// Of the limits in general; each curve may state its own.
    public var confidenceLevel: ConfidenceLevel
    /// The statistical procedure, `CLs` say, where the publication names it.
    public var statistic: String?
    /// The kinetic mixing the numbers were derived with.
    public var kineticMixing: KineticMixing
    /// What the bound takes for granted beyond the model itself.
    public var assumptions: [String]
    /// The publications to be cited for it, the one with the numbers first.
    public var references: [Reference]
    /// How the numbers were obtained.
    public var method: Method
    /// How exactly the numbers were obtained, in words.
    public var methodNote: String?
    /// Whether it has been checked against its publication.
    public var status: Status
    /// Further facts by key, as documents write them: those that only some bounds have.
    public var facts: [String: String] = [:]

    public init(
        stem: String, title: String, summary: String = "", kind: Kind, confidenceLevel: ConfidenceLevel,
        statistic: String? = nil, kineticMixing: KineticMixing = .none, assumptions: [String] = [],
        references: [Reference] = [], method: Method, methodNote: String? = nil, status: Status = .unvalidated
    ) {
        self.stem = stem
        self.title = title
        self.summary = summary
        self.kind = kind
        self.confidenceLevel = confidenceLevel
        self.statistic = statistic
        self.kineticMixing = kineticMixing
        self.assumptions = assumptions
        self.references = references
        self.method = method
        self.methodNote = methodNote
        self.status = status
    }

    /// Whether a text may be the stem of a bound: it names files, so it holds nothing a path could misread.
    public static func isStem(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isLetterOrDigit(first)
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}

/// The worth of a statement in the plane: only an observed limit excludes.
public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A measurement's limit: the only kind that excludes.
    case observed
    /// The limit a measurement was expected to set without a signal.
    case expected
    /// What a future measurement should reach.
    case projected
    /// A region that would explain a measured deviation.
    case preferred
    /// A region that an indirect observation suggests.
    case hint
}

/// How the numbers of a bound were obtained.
public enum Method: String, Sendable, Hashable, CaseIterable {
    /// A table of the collaboration or authors.
    case published
    /// Traced from a figure.
    case digitised
    /// Rebuilt from stated numbers and a model; not the published curve.
    case reconstructed
    /// Computed from a formula.
    case computed
    /// The publication does not say.
    case notStated = "not-stated"
}

/// Whether a bound has been checked against its publication.
public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Its numbers have been compared with those of the publication.
    case validated
    /// Nobody has compared them.
    case unvalidated
    /// A later result of the same experiment takes its place.
    case superseded
}

/// The confidence level of a limit.
public enum ConfidenceLevel: Sendable, Hashable {
    /// A fraction between 0 and 1, stated by the publication.
    case stated(Double)
    /// A fraction that the publication does not state and whoever took the numbers inferred.
    case inferred(Double)
    /// A fraction to which the limit was converted from the level that its card has.
    case converted(Double)
    /// The publication does not state one.
    case notStated

    /// The fraction, whoever it is from.
    public var fraction: Double? {
        switch self {
        case .stated(let fraction), .inferred(let fraction), .converted(let fraction): fraction
        case .notStated: nil
        }
    }
}
