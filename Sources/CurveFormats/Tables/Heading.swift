import ConstraintKit

/// What the heading of a curve says in words: `Observed 95% CL upper limit on $\varepsilon^2$`.
struct Heading {
    /// The heading without the marks of TeX, as one types it.
    let words: String
    private let lowercased: String
    private let tokens: HeadingTokens

    init(_ text: String) {
        words = plainWords(String(text.prefix(Self.greatestLength)))
        lowercased = words.lowercased()
        tokens = HeadingTokens(lowercased)
    }

    /// Whether it is the edge of a band around a limit: `+1 sigma`, `68% exp. lower`, `green band`.
    var bandEdge: BandEdge? { tokens.bandEdge }

    /// Longer than any heading; what follows is not looked at.
    private static let greatestLength = 400

    /// Only where one kind alone is named; an edge of a band is no observed limit.
    var kind: Kind? { tokens.kind }

    /// An upper limit excludes what lies above it.
    var side: ExcludedSide? {
        switch (lowercased.contains("upper limit"), lowercased.contains("lower limit")) {
        case (true, false): .above
        case (false, true): .below
        default: nil
        }
    }

    /// The number before `% CL`, `% C.L.`, `% confidence`.
    var confidenceLevel: ConfidenceLevel? {
        let text = lowercased.replacing("percent", with: "%").replacing(" ", with: "").replacing(".l.", with: "l")
        for mark in ["%cl", "%confidence"] {
            guard let place = text.firstRange(of: mark)?.lowerBound else { continue }
            let digits = String(
                text[..<place].reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }.reversed())
            guard let percent = Double(digits), percent > 0, percent < 100 else { continue }
            return .stated(shiftingDecimalPoint(of: percent, by: -2))
        }
        return nil
    }

    /// What the heading settles about a curve.
    var statements: CurveStatements {
        CurveStatements(kind: kind, confidenceLevel: confidenceLevel, side: side)
    }
}

/// A text of TeX as one would type it: `$m_{Z^{\prime}}$` is `m_Z'`.
func plainWords(_ text: String) -> String {
    guard text.contains(where: { $0 == "$" || $0 == "\\" || $0 == "{" || $0 == "~" }) else {
        return String(text.trimmed)
    }
    var plain = text
    for (mark, word) in [
        ("\\varepsilon", "epsilon"), ("\\epsilon", "epsilon"), ("\\alpha", "alpha"), ("\\prime", "'"), ("\\mathrm", ""),
        ("\\text", ""), ("\\rm", ""), ("\\mathit", ""), ("\\mu", "mu"), ("\\tau", "tau"), ("\\%", "%"), ("\\,", " "),
        ("\\;", " "), ("\\left", ""), ("\\right", ""), ("~", " "), ("$", ""), ("{", ""), ("}", ""), ("\\", ""),
        ("^'", "'"),
    ] { plain = plain.replacing(mark, with: word) }
    return String(plain.trimmed)
}

extension CurveStatements {
    /// Whether a heading could add to them.
    var lacksWhatHeadingsSay: Bool { kind == nil || confidenceLevel == nil || side == nil }

    /// Takes from another statement what is not yet said.
    func completed(by other: CurveStatements) -> CurveStatements {
        CurveStatements(
            kind: kind ?? other.kind, confidenceLevel: confidenceLevel ?? other.confidenceLevel,
            side: side ?? other.side, topology: topology ?? other.topology, band: band ?? other.band)
    }
}
