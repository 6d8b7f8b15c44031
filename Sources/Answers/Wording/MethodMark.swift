import ConstraintKit

/// The sign behind a bound's name that tells how its numbers were obtained.
enum MethodMark: String, CaseIterable, Sendable, Hashable {
    case reconstructed = "†"
    case digitised = "‡"
    case notStated = "§"

    init?(_ method: Method) {
        switch method {
        case .reconstructed: self = .reconstructed
        case .digitised: self = .digitised
        case .notStated: self = .notStated
        case .published, .computed: return nil
        }
    }

    var sign: String { rawValue }

    /// What the sign means, as a footnote.
    var meaning: String {
        switch self {
        case .reconstructed: "reconstructed from stated numbers and a model; not the published curve"
        case .digitised: "digitised from a published figure"
        case .notStated: "the publication does not say how the numbers were obtained"
        }
    }

    /// A footnote for each sign that occurs among these cards.
    static func notes(for cards: [Card]) -> [String] {
        let used = Set(cards.compactMap { MethodMark($0.method) })
        return allCases.filter(used.contains).map { "\($0.sign) \($0.meaning)." }
    }
}

extension Card {
    /// The title with the sign of its method.
    var markedTitle: String { title + (MethodMark(method)?.sign ?? "") }
}
