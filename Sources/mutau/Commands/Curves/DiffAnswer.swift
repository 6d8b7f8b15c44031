import Answers
import Assessment
import CurveArchive
import Documents

/// What `diff` answers: the curves that changed, and the cells of the map that flip.
struct DiffAnswer {
    var differences: [VersionDifference]
    var flips: [StandingFlip]
    /// Of the whole map.
    var cells: Int

    var text: String {
        guard !differences.isEmpty else { return "no curve changed" }
        let width = differences.map(\.stem.count).max() ?? 0
        var lines = differences.map { difference in
            difference.stem + String(repeating: " ", count: width + 2 - difference.stem.count)
                + ErrorText.of(difference.kind)
        }
        lines += flipLines
        return lines.joined(separator: "\n")
    }

    /// The cells that flip, a line for each bound that makes them.
    var flipLines: [String] {
        guard !flips.isEmpty else { return ["no cell of the map flips, of \(cells)"] }
        return flips.map { flip in
            "\(flip.count) of \(cells) cells turn from \(flip.from.rawValue) to \(flip.to.rawValue) by \(flip.stem): "
                + "\(Self.range(flip.massRange)) MeV, g′ \(Self.range(flip.couplingRange))"
        }
    }

    private static func range(_ range: ClosedRange<Double>) -> String {
        "\(ErrorText.digits(range.lowerBound)) to \(ErrorText.digits(range.upperBound))"
    }

    var json: JSONValue {
        [
            "curves": .array(
                differences.map { difference in
                    let shift = difference.change?.greatest
                    return [
                        "stem": .text(difference.stem), "change": .text(difference.word),
                        "before": .text(difference.before?.hexadecimal), "after": .text(difference.after?.hexadecimal),
                        "limit": .text(shift?.limit), "moved_dex": .number(shift?.dex),
                        "moved_at_MeV": .number(shift?.massInMeV), "detail": .text(ErrorText.of(difference.kind)),
                    ]
                }),
            "cells": .integer(cells),
            "flips": .array(
                flips.map { flip in
                    [
                        "from": .text(flip.from.rawValue), "to": .text(flip.to.rawValue), "by": .text(flip.stem),
                        "count": .integer(flip.count), "mass_MeV": Self.numbers(flip.massRange),
                        "coupling": Self.numbers(flip.couplingRange),
                    ]
                }),
        ]
    }

    private static func numbers(_ range: ClosedRange<Double>) -> JSONValue {
        .array([.number(range.lowerBound), .number(range.upperBound)])
    }

    /// The curves alone: cells that flip have columns of their own, and are in the other forms.
    var table: PrintedTable {
        PrintedTable(
            columns: [.init("stem"), .init("change"), .init("moved_dex"), .init("moved_at_MeV"), .init("detail")],
            rows: differences.map { difference in
                let shift = difference.change?.greatest
                return [
                    .text(difference.stem), .text(difference.word), .text(shift.map { "\($0.dex)" } ?? ""),
                    .text(shift.map { "\($0.massInMeV)" } ?? ""), .text(ErrorText.of(difference.kind)),
                ]
            })
    }
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
