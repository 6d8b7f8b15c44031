import ConstraintKit
import CurveArchive
import Documents

// Words for what is not in here.

extension MissingBound {
    /// `Belle II invisible 2022 (arXiv:2212.03066)`.
    var named: String { title + (reference.arxiv.map { " (arXiv:\($0))" } ?? "") }

    /// `3e-3`, `3e-3 to 1`.
    static func words(for couplings: ClosedRange<Double>) -> String {
        let (least, most) = (couplings.lowerBound, couplings.upperBound)
        return least == most
            ? MissingWording.coupling(least) : "\(MissingWording.coupling(least)) to \(MissingWording.coupling(most))"
    }
}

/// The sentences on bounds that are not in here and could change an answer.
struct MissingWording {
    /// Those that could, each with what it states there.
    private let stated: [(bound: MissingBound, couplings: ClosedRange<Double>)]
    /// Those that could and of which no number is at hand.
    private let numberless: [MissingBound]
    private let missing: MissingBounds

    /// - Parameters:
    ///   - missing: those that could change the answer.
    ///   - statement: what one of them states.
    init(_ missing: MissingBounds, _ statement: (MissingBound) -> MissingBound.Statement) {
        self.missing = missing
        var stated: [(bound: MissingBound, couplings: ClosedRange<Double>)] = []
        var numberless: [MissingBound] = []
        for bound in missing.all {
            switch statement(bound) {
            case .none: continue
            case .withoutNumber: numberless.append(bound)
            case .limits(let couplings): stated.append((bound, couplings))
            }
        }
        (self.stated, self.numberless) = (stated, numberless)
    }

    /// A line for each with a number, and one for all others; without marks that move a cursor.
    /// - Parameter place: where that is, `here` for instance.
    func sentences(_ place: (MissingBound) -> String) -> [String] {
        let lines = stated.map { bound, couplings in
            let recalled = bound.basis == .recalled ? " as recalled" : ""
            let from = couplings.lowerBound == couplings.upperBound && couplings.lowerBound < 1e-6 ? "from " : ""
            return
                "\(bound.named) states limits \(from)\(MissingBound.words(for: couplings)) \(place(bound))\(recalled) and is not "
                + "included\(way(to: bound))."
        }
        guard !numberless.isEmpty else { return lines.map(PlainText.clean) }
        let names = numberless.map(\.named).joined(separator: ", ")
        return (lines + ["Not included either, and no numbers of theirs at hand: \(names)."]).map(PlainText.clean)
    }

    private func way(to bound: MissingBound) -> String {
        missing.fetchable.contains(bound.stem) ? "; 'mutau refresh \(bound.stem)' brings it in" : ""
    }

    /// With one digit where that is all there is, `3e-3`.
    static func coupling(_ value: Double) -> String {
        let text = NumberText.exact(value)
        guard value < 0.1 || value >= 1000 else { return text }
        let (mantissa, exponent) = NumberText.decimal(value, digits: 2)
        return (mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2)) : mantissa) + "e\(exponent)"
    }

    /// `212–6000 MeV`, `below 8000 MeV`.
    static func masses(_ range: ClosedRange<Double>) -> String {
        let upper = NumberText.exact(range.upperBound)
        return range.lowerBound > 0 ? "\(NumberText.exact(range.lowerBound))–\(upper) MeV" : "below \(upper) MeV"
    }
}
