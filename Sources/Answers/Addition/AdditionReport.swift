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
    /// What the terminal can show.
    private let signs: TerminalSigns

    public init(
        _ entry: CatalogueEntry, effect: BoundEffect, scenario: Scenario, remarks: [String] = [],
        signs: TerminalSigns = .unicode
    ) {
        self.entry = entry
        self.effect = effect
        self.scenario = scenario
        self.remarks = remarks
        self.signs = signs
    }

    /// The plot, and the sentences below it.
    public var text: String {
        let card = entry.document.card
        let heading =
            "\(card.title) (\(card.stem)): \(Wording.kind(card.kind)), "
            + "confidence level \(Wording.confidenceLevel(card.confidenceLevel)), \(Wording.origin(entry.origin))"
        let sentences = EffectWording(effect: effect, scenario: scenario.name).sentences + remarks
        let columns = min(TextStyle.current.columns ?? 80, 80)
        let plot = EffectPlot(effect, signs: signs).text
        return
            (PlainText.lines(of: heading, columns: columns) + ["", plot]
            + sentences.flatMap { PlainText.lines(of: $0, columns: columns) }).joined(separator: "\n") + "\n"
    }
}

extension AdditionReport: RecordAnswer {
    public static let schemaName = "add"
    public static let schemaVersion = 1
    public static let meaning = "A bound that was added, and what it changes of what the others leave."
    public var rows: [EffectRecord] { [record] }
    var record: EffectRecord { EffectRecord(stem: entry.stem, scenario: scenario.name, effect: effect) }

    public static let fields: [Field<AdditionReport>] =
        CardFacts.all.map { $0.of(\.entry.document.card) } + [
            Field("origin", "Where the document is.") { OriginRecord($0.entry.origin) },
            Field("in_place_of_bundled", "Whether it stands in place of a document that the program carries.") {
                $0.entry.replacesBundled
            },
            Field("sha256", "Of the document.") { $0.entry.sha256.hexadecimal },
            Field("source", "Where it was fetched from.") { $0.entry.document.fetchedFrom },
            Field("remarks", "How it takes part, a sentence each.") { $0.remarks },
            Field("effect", "What it changes.") { $0.record },
        ]
}

/// What a bound changes of what the others leave. Shares are of areas in log m × log g′.
public struct EffectRecord: Record {
    let stem: String
    let scenario: String
    let effect: BoundEffect

    public static let fields: [Field<EffectRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("scenario", "The scenario it is compared with.") { $0.scenario },
        Field("mass_MeV", unit: "MeV", "The masses that are compared.") { $0.effect.massRange },
        Field("coupling", "The couplings that are compared.") { $0.effect.couplingRange },
        Field("decides", "Whether it decides.") { $0.effect.bound.role == .decides },
        Field("excluded_share", "Of what was not excluded before, what it excludes, or would if it decided.") {
            $0.effect.excludedShare
        },
        Field("opened_share", "Of what was excluded before, what is so no longer.") { $0.effect.openedShare },
        Field("open_share_of_band", "Of a preferred band or hint, what is not excluded before.") {
            $0.effect.openShareOfBand
        },
        Field("lowest_edge", "Its tightest limit.") { $0.effect.lowestEdge.map(EdgeRecord.init) }
            .inColumns(of: EdgeRecord.self),
        Field("greatest_gain", "Where it excludes most of what was left.") {
            $0.effect.greatestGain.map(EdgeRecord.init)
        }.inColumns(of: EdgeRecord.self),
        Field("silent", "Why it says nothing at any of these masses; null where it speaks.") {
            $0.effect.silence.map(Wording.reason)
        },
    ]
}

/// A place on the edge of a bound.
struct EdgeRecord: Record {
    let edge: BoundEffect.Edge

    static let fields: [Field<EdgeRecord>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.edge.mass },
        Field("coupling", "Gauge coupling g′.") { $0.edge.coupling },
        Field("limit_before", "The lowest limit there before; null where nothing limited g′ from above.") {
            $0.edge.before?.limit
        },
        Field("set_by", "Stem of the bound that set it.") { $0.edge.before?.bound.card.stem },
    ]
}
