import Assessment
import CurveArchive
import Documents

/// What `diff` answers: the curves that changed, and the cells of the map that flip.
public struct DiffAnswer: RecordAnswer {
    public static let schemaName = "diff"
    public static let schemaVersion = 1
    public static let meaning = "What changed between two versions of the curves, and which cells of the map flip."

    /// The curves alone: cells that flip have columns of their own, and are in the other forms.
    public let rows: [DifferenceRecord]
    public let flips: [StandingFlip]
    /// Of the whole map.
    private let cells: Int

    /// Whether no curve changed.
    public var isEmpty: Bool { rows.isEmpty }

    /// - Parameter detail: one line on what became of a curve.
    public init(
        differences: [VersionDifference], flips: [StandingFlip], cells: Int,
        detail: (VersionDifference.Kind) -> String
    ) {
        rows = differences.map { DifferenceRecord(difference: $0, detail: detail($0.kind)) }
        self.flips = flips
        self.cells = cells
    }

    public var text: String {
        guard !rows.isEmpty else { return "no curve changed" }
        let width = rows.map(\.difference.stem.count).max() ?? 0
        let lines = rows.map { row in
            row.difference.stem + String(repeating: " ", count: width + 2 - row.difference.stem.count) + row.detail
        }
        return (lines + flipLines).joined(separator: "\n")
    }

    /// The cells that flip, a line for each bound that makes them.
    public var flipLines: [String] {
        guard !flips.isEmpty else { return ["no cell of the map flips, of \(cells)"] }
        return flips.map { flip in
            "\(flip.count) of \(cells) cells turn from \(flip.from.rawValue) to \(flip.to.rawValue) by \(flip.stem): "
                + "\(Self.range(flip.massRange)) MeV, g′ \(Self.range(flip.couplingRange))"
        }
    }

    private static func range(_ range: ClosedRange<Double>) -> String {
        "\(NumberText.fourSignificant(range.lowerBound)) to \(NumberText.fourSignificant(range.upperBound))"
    }

    public static let fields: [Field<DiffAnswer>] = [
        Field("curves", "The curves that changed.") { $0.rows },
        Field("cells", "The number of cells of the map.") { $0.cells },
        Field("flips", "The cells whose standing is another, by the bound that makes them.") {
            $0.flips.map(FlipRecord.init)
        },
    ]
}

/// A curve that is another in one version than in another.
public struct DifferenceRecord: Record {
    let difference: VersionDifference
    let detail: String

    public static let fields: [Field<DifferenceRecord>] = [
        Field("stem", "Name of the bound.") { $0.difference.stem },
        Field("change", words: ["added", "removed", "changed", "not at hand"], "What became of it.") {
            $0.difference.word
        },
        Field("before", "sha256 of its document before; null where there was none.") {
            $0.difference.before?.hexadecimal
        },
        Field("after", "sha256 of its document after; null where there is none.") { $0.difference.after?.hexadecimal },
        Field("limit", "The curve that moved farthest.") { $0.difference.change?.greatest?.limit },
        Field("moved_dex", unit: "dex", "How far it moved at most; null where there is none to compare.") {
            $0.difference.change?.greatest?.dex.ifFinite
        },
        Field("moved_at_MeV", unit: "MeV", "The mass at which it did.") {
            $0.difference.change?.greatest?.massInMeV
        },
        FactChangeRecord.field { $0.difference.change },
        Field("detail", "The same in words.") { $0.detail },
    ]
}

/// Cells of a map that flip by the doing of one bound.
struct FlipRecord: Record {
    let flip: StandingFlip

    static let fields: [Field<FlipRecord>] = [
        Field("from", words: Standing.allCases.map(\.rawValue), "Their standing before.") { $0.flip.from.rawValue },
        Field("to", words: Standing.allCases.map(\.rawValue), "Their standing after.") { $0.flip.to.rawValue },
        Field("by", "Stem of the bound.") { $0.flip.stem }, Field("count", "How many they are.") { $0.flip.count },
        Field("mass_MeV", unit: "MeV", "The masses they span.") { $0.flip.massRange },
        Field("coupling", "The couplings they span.") { $0.flip.couplingRange },
    ]
}

extension VersionDifference {
    fileprivate var word: String {
        switch kind {
        case .added: "added"
        case .removed: "removed"
        case .moved: "changed"
        case .notAtHand: "not at hand"
        }
    }

    fileprivate var change: CurveChange? { if case .moved(let change) = kind { change } else { nil } }
}
