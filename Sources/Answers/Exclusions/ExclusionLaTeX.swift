import Assessment
import ConstraintKit
import Documents

/// The exclusion table for a paper: couplings in one power of ten, the bounds by the part they play, what is to be said of
/// each in notes below.
struct ExclusionLaTeX {
    private let exclusions: ExclusionTable
    private let layout: LaTeXLayout
    private let notes: TableFootnotes
    /// The power of ten that most couplings are about.
    private let unit: Int

    init(_ exclusions: ExclusionTable, layout: LaTeXLayout) {
        (self.exclusions, self.layout) = (exclusions, layout)
        notes = TableFootnotes(exclusions.rows.map(\.bound))
        let edges = exclusions.rows.flatMap { row in
            zip(exclusions.masses, row.boundaries).flatMap { mass, boundary in
                Self.intervals(ExclusionReport.cell(boundary, of: row.bound, at: mass))
                    .flatMap { [$0.lower, $0.upper].compactMap(\.self) }
            }
        }
        let exponents = edges.map { NumberText.decimal($0, digits: 2).exponent }.sorted()
        unit = exponents.isEmpty ? 0 : exponents[exponents.count / 2]
    }

    var text: String {
        let name = exclusions.scenario.name
        let power = unit == 0 ? "" : " [$10^{\(unit)}$]"
        return LaTeXTable(
            caption: .init(
                code: "Couplings $g'$ that each bound excludes at masses $m_{Z'}$ of a $Z'$, in the scenario "
                    + "``\(LaTeXText.escaped(name))''.", width: 0),
            label: "tab:mutau-" + name.unicodeScalars.filter(BibliographyKey.isAllowed).map(String.init).joined(),
            nameTitle: .init("Bound"), secondTitle: (.init("CL"), .init(code: "[\\%]", width: 14)),
            spanner: .init(code: "$g'$\(power) at $m_{Z'}$ [MeV]", width: 95),
            columns: exclusions.masses.map { Self.mass($0.inMeV) },
            groups: groups, notes: writtenNotes, layout: layout
        ).text
    }

    /// A mass as it is, with a power of ten where digits alone would be long.
    private static func mass(_ value: Double) -> LaTeXFragment {
        let text = NumberText.trimmed(value)
        let parts = text.split(separator: "e")
        guard parts.count == 2, let power = Int(parts[1]) else { return LaTeXFragment(text) }
        let mantissa = parts[0] == "1" ? "" : "\(parts[0])\\times"
        return LaTeXFragment(code: "$\(mantissa)10^{\(power)}$", width: LaTeXFragment.width(of: String(parts[0])) + 28)
    }

    // MARK: Rows

    /// In the order of the rows, each part where it first occurs.
    private var groups: [LaTeXTable.Group] {
        var titles: [String] = []
        var rows: [String: [LaTeXTable.Row]] = [:]
        for row in exclusions.rows {
            let title = Self.part(of: row.bound)
            if rows[title] == nil { titles.append(title) }
            rows[title, default: []].append(printed(row))
        }
        return titles.map { LaTeXTable.Group(title: .init($0), rows: rows[$0] ?? []) }
    }

    /// Observed limits that decide are told from those that lack what it takes.
    private static func part(of bound: Bound) -> String {
        let kind = Wording.kind(of: bound)
        let isIdle = bound.role == .informs && bound.card.kind == .observed
        return kind.prefix(1).uppercased() + kind.dropFirst() + (isIdle ? ", for information" : "")
    }

    private func printed(_ row: ExclusionTable.Row) -> LaTeXTable.Row {
        let card = row.bound.card
        return LaTeXTable.Row(
            name: .init(card.title) + .init(marks: notes.marks(of: row.bound)),
            citation: .init(keys: card.references.compactMap(BibliographyKey.key)), second: level(of: row),
            cells: zip(exclusions.masses, row.boundaries).map { mass, boundary in
                lines(of: ExclusionReport.cell(boundary, of: row.bound, at: mass), of: row.bound)
            })
    }

    /// In percent, with a mark where nobody states it; the deviations at the edges of a band.
    private func level(of row: ExclusionTable.Row) -> LaTeXFragment {
        if let deviations = ExclusionReport.deviations(of: row) {
            return LaTeXFragment("±\(NumberText.trimmed(deviations))σ")
        }
        let level = row.bound.card.confidenceLevel
        let text = level.fraction.map { NumberText.trimmed(100 * $0) } ?? "–"
        return LaTeXFragment(text) + .init(marks: notes.marks(of: level))
    }

    private static func intervals(_ cell: TableCell) -> [TableCell.Interval] {
        if case .intervals(let intervals) = cell { intervals } else { [] }
    }

    /// Each interval on a line.
    private func lines(of cell: TableCell, of bound: Bound) -> [LaTeXFragment] {
        func printed(_ edge: Double) -> RoundedNumber { PrintedDigits.rounded(edge, by: bound) }
        return switch cell {
        case .intervals(let intervals):
            intervals.map { interval in
                let sign = LaTeXFragment(interval.isUndecided ? "?" : "")
                return switch (interval.lower, interval.upper) {
                case (let lower?, let upper?): .init(from: printed(lower), to: printed(upper), in: unit) + sign
                case (let lower?, nil): .init(printed(lower), in: unit) + sign
                case (nil, let upper?): .init("< ") + .init(printed(upper), in: unit) + sign
                case (nil, nil): .init("all") + sign
                }
            }
        case .text(let text): [.init(text)]
        case .number(let value): [.init(RoundedNumber(value, digits: 3), in: unit)]
        case .silence: [.init("–")]
        }
    }

    // MARK: Notes

    private var writtenNotes: [LaTeXFragment] {
        let general =
            (unit == 0 ? [] : ["All couplings are in the unit of the heading."])
            + ExclusionReport.readingNotes(for: exclusions) + [PrintedDigits.rule]
            + ExclusionReport.sourceNotes(for: exclusions)
        return [.init(general.joined(separator: " "))] + notes.written
    }
}
