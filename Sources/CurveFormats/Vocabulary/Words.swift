import ConstraintKit

// What people are told for the words of the vocabulary.

extension Kind {
    /// What a kind of statement is called.
    public var words: String {
        switch self {
        case .observed: "observed limit"
        case .expected: "expected limit"
        case .projected: "projection"
        case .preferred: "preferred region"
        case .hint: "hint"
        }
    }
}

extension ConfidenceLevel {
    /// `90 %`, `90 % (inferred)`, or that none is stated.
    public var words: String { words(unit: " %") }

    /// The same of a curve, `90 % CL`.
    var wordsOfCurve: String { fraction == nil ? "confidence level not stated" : words(unit: " % CL") }

    private func words(unit: String) -> String {
        guard let fraction else { return "not stated" }
        let percent = shiftingDecimalPoint(of: fraction, by: 2)
        let number = percent == percent.rounded() ? String(Int(percent)) : String(percent)
        return switch self {
        case .inferred: "\(number)\(unit) (inferred)"
        case .converted: "\(number)\(unit) (converted)"
        case .stated, .notStated: number + unit
        }
    }
}

extension CurveQuantity {
    /// As a formula.
    public var words: String {
        switch self {
        case .coupling: "g′"
        case .couplingSquared: "g′²"
        case .alphaPrime: "α′"
        case .alphaRatio: "α′/α"
        case .epsilon: "ε"
        case .epsilonSquared: "ε²"
        }
    }
}
