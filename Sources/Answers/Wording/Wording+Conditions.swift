import Assessment
import ConstraintKit
import Documents

// On what terms a bound takes part, in the words that follow its verdict.

extension Wording {
    /// What its card lacks to decide, `its card names no publication`; nil where it lacks nothing.
    public static func lack(_ lacks: [DecisionLack]) -> String? {
        let names = lacks.map { lack in
            switch lack {
            case .publication: "publication"
            case .confidenceLevel: "confidence level"
            }
        }
        return names.isEmpty ? nil : "its card names no " + names.joined(separator: " and no ")
    }

    /// Why an observed limit does not decide, or that it does for another reason than its card; nil where all is as its kind
    /// says.
    static func part(of bound: Bound) -> String? {
        guard let lack = lack(bound.conditions.lacks) else { return nil }
        switch bound.role {
        case .informs: return "informs: \(lack)"
        case .decides where bound.conditions.countsByChoice: return "counts by choice: \(lack)"
        case .decides, .alternative: return nil
        }
    }

    /// Why a limit stays at a level of its own; nil where it does not.
    static func level(of bound: Bound) -> String? {
        bound.conditions.level.map { remark in
            switch remark {
            case .notStated: "no confidence level stated"
            case .notConvertible(.stated(let level)):
                "stated at \(percent(level)), not convertible (\(statistic(of: bound.card)))"
            case .notConvertible(let level): "at \(level.words), not convertible (\(statistic(of: bound.card)))"
            }
        }
    }

    /// What a level was counted by, as far as the card says it.
    private static func statistic(of card: Card) -> String {
        if let statistic = card.statistic { return statistic }
        return switch card.statisticKind {
        case .likelihood: "one level of a likelihood"
        case .cls: "CLs with a background"
        case .bayesian: "a posterior under some prior"
        case .counting, .gaussian, nil: "its statistic is not known"
        }
    }

    /// All there is to say of the terms on which a bound takes part.
    static func conditions(of bound: Bound) -> [String] {
        [part(of: bound)].compactMap(\.self) + bound.conditions.changes
            + [level(of: bound)].compactMap(\.self)
    }

    /// `±13 %`, or `factor of 2.8` where an error that large has no other side.
    static func curveError(_ error: Double) -> String {
        error < 1 ? "±\(percent(error))" : "factor of \(NumberText.short(1 + error, digits: 2))"
    }

    /// `within the curve's ±13 %`, where a point lies so near to it.
    static func nearness(of verdict: BoundVerdict) -> String? {
        verdict.errorOfCurveNearby.map { "within the curve's \(curveError($0))" }
    }
}

/// The terms on which the bounds of an answer take part, a sentence for each kind of remark: which were rescaled, which stay at
/// a level of their own, which inform only, and which decide by choice.
struct ConditionNotes {
    private let bounds: [Bound]
    /// Those whose levels are named as what decides: none where the bounds are combined in another way than their union.
    private let deciding: [Bound]

    init(_ bounds: [Bound]) { self.init(bounds, deciding: bounds.filter { $0.role == .decides }) }

    /// - Parameter deciding: those whose levels are named.
    init(_ bounds: [Bound], deciding: [Bound]) { (self.bounds, self.deciding) = (bounds, deciding) }

    var sentences: [String] {
        [
            sentence("Counts by choice") { bound in
                bound.conditions.countsByChoice ? Wording.lack(bound.conditions.lacks) : nil
            },
            sentence("Informs only") { bound in
                bound.role == .informs ? Wording.lack(bound.conditions.lacks) : nil
            },
            sentence("Curves rescaled") { bound in
                bound.conditions.changes.isEmpty ? nil : bound.conditions.changes.joined(separator: "; ")
            },
            sentence("At a confidence level of its own") { bound in
                bound.role == .decides ? Wording.level(of: bound) : nil
            },
        ].compactMap(\.self)
    }

    /// With how far the curves themselves are known, for answers that draw them.
    var sentencesOfCurves: [String] {
        let known = sentence("The curve itself is known to") { bound in
            bound.card.curveError.map(Wording.curveError)
        }
        return [levels].compactMap(\.self) + sentences + [known].compactMap(\.self)
    }

    /// `Decided by limits at 90 % (5), 95 % two-sided (3), no stated level (1).`
    var levels: String? {
        var counts: [(level: String, count: Int)] = []
        for bound in deciding {
            let sides = bound.card.levelSides.map { " \($0.rawValue)" } ?? ""
            let level = bound.card.confidenceLevel.fraction.map { Wording.percent($0) + sides } ?? "no stated level"
            if let index = counts.firstIndex(where: { $0.level == level }) {
                counts[index].count += 1
            } else {
                counts.append((level, 1))
            }
        }
        let words = counts.map { "\($0.level) (\($0.count))" }
        return words.isEmpty ? nil : "Decided by limits at \(words.joined(separator: ", "))."
    }

    /// `Informs only: A (why), B (why).`
    private func sentence(_ heading: String, _ remark: (Bound) -> String?) -> String? {
        let named = bounds.compactMap { bound in remark(bound).map { "\(bound.card.title) (\($0))" } }
        return named.isEmpty ? nil : "\(heading): \(named.joined(separator: ", "))."
    }
}
