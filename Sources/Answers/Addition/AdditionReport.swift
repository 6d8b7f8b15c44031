import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Foundation
import Scenarios

/// The answer of `add`: what was written, and what it changes.
public struct AdditionReport: Sendable {
    private let entry: CatalogueEntry
    private let effect: BoundEffect
    private let scenario: Scenario
    /// Remarks on how it takes part, a sentence each.
    private let remarks: [String]

    public init(_ entry: CatalogueEntry, effect: BoundEffect, scenario: Scenario, remarks: [String] = []) {
        self.entry = entry
        self.effect = effect
        self.scenario = scenario
        self.remarks = remarks
    }

    /// The plot, and the sentences below it.
    public func text(signs: TerminalSigns) -> String {
        let card = entry.document.card
        let heading =
            "\(card.title) (\(card.stem)): \(Wording.kind(card.kind)), "
            + "confidence level \(Wording.confidenceLevel(card.confidenceLevel)), \(Wording.origin(entry.origin))"
        let sentences = EffectWording(effect: effect, scenario: scenario.name).sentences + remarks
        let plot = EffectPlot(effect, signs: signs).text
        return
            (PlainText.lines(of: heading, columns: 80) + ["", plot]
            + sentences.flatMap { PlainText.lines(of: $0, columns: 80) }).joined(separator: "\n") + "\n"
    }

    /// The contract of `add --format json`; keys may be added. Shares are of areas in log m × log g′.
    public var json: JSONValue {
        .object(
            JSONValue.members(of: entry.document.card) + [
                .init("origin", .origin(entry.origin)),
                .init("in_place_of_bundled", .boolean(entry.replacesBundled)),
                .init("sha256", .text(entry.sha256.hexadecimal)),
                .init("source", .text(entry.document.source)),
                .init("remarks", .texts(remarks)),
                .init(
                    "effect",
                    [
                        "scenario": .text(scenario.name), "mass_MeV": .range(effect.massRange),
                        "coupling": .range(effect.couplingRange), "decides": .boolean(effect.bound.role == .decides),
                        "excluded_share": .number(effect.excludedShare),
                        "opened_share": .number(effect.openedShare),
                        "open_share_of_band": .number(effect.openShareOfBand),
                        "lowest_edge": Self.json(effect.lowestEdge),
                        "greatest_gain": Self.json(effect.greatestGain),
                        "silent": .text(effect.silence.map(Wording.reason)),
                    ]),
            ])
    }

    private static func json(_ edge: BoundEffect.Edge?) -> JSONValue {
        guard let edge else { return .null }
        return [
            "mass_MeV": .number(edge.mass), "coupling": .number(edge.coupling),
            "limit_before": .number(edge.before?.limit), "set_by": .text(edge.before?.bound.card.stem),
        ]
    }
}
