import ConstraintKit
import CurveArchive
import Documents

/// The sentences on bounds that are not in here and could change an answer.
struct MissingWording {
    /// Those that could, each with what it states there.
    private let stated: [(bound: MissingBound, couplings: ClosedRange<Double>)]
    /// Those that could and of which no number is at hand.
    private let numberless: [MissingBound]
    /// Those that limit ε by visible decays, each with what it states there.
    private let visible: [(bound: MissingBound, mixings: ClosedRange<Double>)]
    private let fetchable: Set<String>

    /// - Parameters:
    ///   - missing: those that could change the answer.
    ///   - statement: what one of them states.
    init(_ missing: MissingBounds, _ statement: (MissingBound) -> MissingBound.Statement) {
        var stated: [(bound: MissingBound, couplings: ClosedRange<Double>)] = []
        var numberless: [MissingBound] = []
        var visible: [(bound: MissingBound, mixings: ClosedRange<Double>)] = []
        for bound in missing.all {
            switch statement(bound) {
            case .none: continue
            case .withoutNumber: numberless.append(bound)
            case .limits(let couplings): stated.append((bound, couplings))
            case .visibleDecays(let mixings, _): visible.append((bound, mixings))
            }
        }
        (self.stated, self.numberless, self.visible) = (stated, numberless, visible)
        fetchable = missing.fetchable
    }

    /// A line for each with a number, one for searches of visible decays, and one for all others.
    /// - Parameter place: where that is, `here` for instance.
    func sentences(_ place: (MissingBound) -> String) -> [String] {
        var lines = stated.map { bound, couplings in
            let recalled = bound.basis == .recalled ? " as recalled" : ""
            let caution = bound.caution.map { " (\($0))" } ?? ""
            return "\(Self.name(of: bound)) states \(Self.words(for: couplings)) \(place(bound))\(recalled)\(caution) "
                + "and is not included\(way(to: bound))."
        }
        if !visible.isEmpty {
            let names = visible.map { "\(Self.name(of: $0.bound)) at ε \(Self.words(for: $0.mixings))" }
            lines.append(
                "Not included are searches for visible decays, which with this mixing may exclude it: "
                    + "\(names.joined(separator: ", ")).")
        }
        if !numberless.isEmpty {
            let names = numberless.map(Self.name).joined(separator: ", ")
            lines.append("Not included, and no numbers of theirs are at hand: \(names).")
        }
        return lines.map(PlainText.clean)
    }

    private func way(to bound: MissingBound) -> String {
        fetchable.contains(bound.stem) ? ": 'mutau refresh \(bound.stem)' brings it in" : ""
    }

    /// `Belle II invisible 2022 (arXiv:2212.03066)`.
    private static func name(of bound: MissingBound) -> String {
        bound.title + (bound.arxiv.map { " (arXiv:\($0))" } ?? "")
    }

    /// `3e-3`, `3e-3 to 1`, `from 3e-3`.
    static func words(for couplings: ClosedRange<Double>) -> String {
        let (least, most) = (couplings.lowerBound, couplings.upperBound)
        guard most.isFinite else { return "from \(coupling(least))" }
        return least == most ? coupling(least) : "\(coupling(least)) to \(coupling(most))"
    }

    /// With the digits that it has, up to two: `3e-3`.
    private static func coupling(_ value: Double) -> String {
        let (mantissa, exponent) = NumberText.decimal(value, digits: 2)
        guard exponent < -2 || exponent > 3 else { return NumberText.exact(value) }
        return (mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2)) : mantissa) + "e\(exponent)"
    }

    /// `212–6000 MeV`, `below 8000 MeV`.
    static func masses(_ range: ClosedRange<Double>) -> String {
        let upper = NumberText.exact(range.upperBound)
        return range.lowerBound > 0 ? "\(NumberText.exact(range.lowerBound))–\(upper) MeV" : "below \(upper) MeV"
    }
}
