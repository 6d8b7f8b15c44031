import Assessment
import ConstraintKit
import Documents

/// What is to be said of single bounds of a table, each remark once, with the letter that leads to it.
struct TableFootnotes {
    private let remarks: [String]

    init(_ bounds: [Bound]) {
        var remarks: [String] = []
        for remark in bounds.flatMap({ Self.remarks(on: $0) + Self.remarks(on: $0.card.confidenceLevel) })
        where !remarks.contains(remark) {
            remarks.append(remark)
        }
        self.remarks = remarks
    }

    func marks(of bound: Bound) -> [String] { letters(Self.remarks(on: bound)) }

    func marks(of level: ConfidenceLevel) -> [String] { letters(Self.remarks(on: level)) }

    /// The notes, each behind its letter.
    var written: [LaTeXFragment] {
        remarks.enumerated().map { number, remark in
            let sentence = remark.prefix(1).uppercased() + remark.dropFirst() + (remark.hasSuffix(".") ? "" : ".")
            return LaTeXFragment(marks: [Self.letter(number)]) + .init(code: "\\,", width: 1.5) + .init(sentence)
        }
    }

    /// How the numbers were obtained, on what terms the bound takes part, and how well its curve is known.
    private static func remarks(on bound: Bound) -> [String] {
        [MethodMark(bound.card.method)?.meaning].compactMap(\.self) + Wording.conditions(of: bound)
            + [bound.card.curveError.map { "the curve itself is known to \(Wording.curveError($0))" }].compactMap(
                \.self)
    }

    private static func remarks(on level: ConfidenceLevel) -> [String] {
        switch level {
        case .stated: []
        case .inferred: ["level inferred, for the publication states none"]
        case .converted: ["limit converted to this level"]
        case .notStated: ["the publication states no confidence level"]
        }
    }

    private func letters(_ wanted: [String]) -> [String] {
        wanted.compactMap { remarks.firstIndex(of: $0) }.sorted().map(Self.letter)
    }

    /// a to z, then aa, ab and so on.
    private static func letter(_ number: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
        let last = String(alphabet[number % alphabet.count])
        return number < alphabet.count ? last : letter(number / alphabet.count - 1) + last
    }
}
