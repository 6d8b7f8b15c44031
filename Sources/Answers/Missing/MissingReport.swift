import ConstraintKit
import CurveArchive
import Documents

/// The answer of `list --missing`: what is not in here, what it states, and why.
public struct MissingReport: Sendable {
    private let missing: MissingBounds

    public init(_ missing: MissingBounds) { self.missing = missing }

    /// A table, and below it what each states.
    public var text: String {
        guard !missing.all.isEmpty else { return "Nothing that is known to be missing.\n" }
        return ([table.text(as: .text)] + missing.all.map(details)).joined(separator: "\n")
    }

    /// What is known of one of them, a fact a line.
    private func details(_ bound: MissingBound) -> String {
        let recalled =
            switch bound.basis {
            case .stated: ""
            case .digitised: " (as others digitised it)"
            case .recalled: " (recalled)"
            }
        let way = missing.fetchable.contains(bound.stem) ? " 'mutau refresh \(bound.stem)' brings it in." : ""
        let publications = [bound.reference] + (bound.interpretation.map { [$0] } ?? [])
        let lines = [
            "\(bound.title)  (\(bound.stem))", "  states       \(bound.statement)\(recalled)",
            "  publication  " + publications.map(Self.words).joined(separator: "; interpreted in "),
            "  missing      \(bound.why)\(way)",
        ]
        return lines.map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private static func words(_ reference: Reference) -> String {
        [reference.citation, reference.arxiv.map { "arXiv:\($0)" }, reference.doi.map { "doi:\($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }

    private var table: PrintedTable {
        PrintedTable(
            columns: [.init("Stem"), .init("Title"), .init("Masses"), .init("Limits on g′"), .init("Publication")],
            rows: missing.all.map { bound in
                let masses = bound.reach.map { MissingWording.masses($0.masses) }
                let limits = bound.reach.compactMap { part in
                    part.couplings.map(MissingWording.words)
                        ?? part.mixings.map { "ε \(MissingWording.words(for: $0))" }
                }
                return [
                    bound.stem, bound.title, masses.isEmpty ? "not at hand" : masses.joined(separator: ", "),
                    limits.isEmpty ? "not at hand" : limits.joined(separator: ", "),
                    bound.arxiv.map { "arXiv:\($0)" } ?? "not at hand",
                ].map { .text($0) }
            })
    }
}

extension MissingReport: ListAnswer {
    public static let schemaName = "missing"
    public static let schemaVersion = 1
    public static let meaning = "Bounds that are known and not at hand: what each states, and why it is missing."
    public var rows: [MissingRecord] { MissingRecord.all(missing) }
}
