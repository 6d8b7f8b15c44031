import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Foundation

/// The parts that the page of a map and its report have in common, as HTML or as sentences.
struct MapSections {
    private let map: RegionMap
    private let missing: MissingBounds

    /// - Parameter missing: the bounds that take no part because they are not at hand.
    init(_ map: RegionMap, missing: MissingBounds) { (self.map, self.missing) = (map, missing) }

    static func figure(_ picture: MapPage.Picture?) -> String {
        guard let picture else { return "<p>No figure could be drawn.</p>" }
        let type = picture.format == .svg ? "image/svg+xml" : "image/\(picture.format.rawValue)"
        let data = Data(picture.bytes).base64EncodedString()
        let description =
            "Coupling against mass: in colour R < 1 (paper), outlined with what is better than the best fit without Z′ per "
            + "d.o.f.; limits as lines; in bold what is allowed and has R < 1."
        let ground = picture.isDark ? "" : " class=\"on-paper\""
        return "<figure><img\(ground) alt=\"\(description)\" src=\"data:\(type);base64,\(data)\"></figure>"
    }

    var regions: PrintedTable {
        let rows: [(String, PlaneRegion)] = [
            ("allowed", map.allowed), ("R < 1 (paper)", map.preferredByIceCube), ("both", map.allowedAndPreferred),
            ("better than the best fit without Z′ per d.o.f.", map.betterThanFreeFit),
        ]
        return PrintedTable(
            columns: [
                .init("Region"), .init("Area [dex²]", alignment: .right), .init("m [MeV]", alignment: .right),
                .init("g′", alignment: .right),
            ],
            rows: rows.map { name, region in
                [
                    .text(name), .text(NumberText.fixed(region.area, decimals: 3)), Self.cell(region.massRange),
                    Self.cell(region.couplingRange),
                ]
            })
    }

    private static func cell(_ range: ClosedRange<Double>?) -> TableCell {
        range.map { .intervals([.init(lower: $0.lowerBound, upper: $0.upperBound)]) } ?? .text("empty")
    }

    // MARK: Sentences

    /// The point of least χ².
    var best: [String] {
        let (mass, coupling) = map.bestPoint
        return [
            "Least χ² on the grid: \(NumberText.fixed(map.chi2[map.best], decimals: 3)) at "
                + "m = \(NumberText.short(mass.inMeV)) MeV, g′ = \(NumberText.short(coupling.value)) "
                + "(\(map.standings[map.best].rawValue)); "
                + "\(NumberText.fixed(map.chi2WithoutMediator, decimals: 3)) without a Z′, "
                + "\(NumberText.fixed(map.chi2OfFreeFit, decimals: 3)) at the best fit without."
        ]
    }

    /// What the numbers rest on, and what limits their meaning.
    var remarks: [String] {
        let caveats = map.caveats.isEmpty ? [] : ["Somewhere on the grid:"] + map.caveats.map(Wording.sentence)
        let own = ConditionNotes(map).sentencesOfCurves + OwnDocuments(map.bounds.map(\.bound)).sentences
        return Wording.remarks(provisionalData: map.provisionalData, other: map.other) + caveats + own
    }

    /// Bounds that failed, that say nothing anywhere, and that are not at hand.
    var absent: [String] {
        map.bounds.compactMap(Wording.failure) + SilentBounds(map).sentences.map { $0 + "." }
            + MissingWording.sentences(missing, on: map)
    }

    // MARK: Lists

    var provenance: String {
        let items = map.bounds.map(\.bound).map { bound in
            let card = bound.card
            let facts =
                [
                    card.method.rawValue + (card.methodNote.map { ": \($0)" } ?? ""),
                    "confidence level " + Wording.confidenceLevel(card.confidenceLevel), card.status.rawValue,
                    bound.caveat, bound.origin == .bundled ? nil : Wording.origin(bound.origin),
                    bound.code.map { "computed by \(Wording.code($0))" },
                ].compactMap(\.self) + Wording.conditions(of: bound)
            return "<li><b>\(HTMLText.escaped(card.title))</b>: \(HTMLText.escaped(facts.joined(separator: "; ")))</li>"
        }
        return "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }

    var references: String {
        let bibliography = Bibliography(references: map.references)
        let items = (bibliography.entries.map(\.reference) + bibliography.unkeyed).map { reference in
            "<li>\(HTMLText.escaped(reference.sentence)) \(Self.links(of: reference))</li>"
        }
        return items.isEmpty ? "<p>None.</p>" : "<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    }

    /// Addresses are built from identifiers, never taken from a card, and hold nothing but an identifier's characters.
    private static func links(of reference: Reference) -> String {
        [("https://arxiv.org/abs/", "arXiv:", reference.arxiv), ("https://doi.org/", "doi:", reference.doi)]
            .compactMap { address, prefix, identifier -> String? in
                guard let identifier else { return nil }
                let text = HTMLText.escaped(prefix + identifier)
                let isPlain = identifier.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "./-_()".contains($0))
                }
                return isPlain ? "<a href=\"\(address)\(identifier)\">\(text)</a>" : text
            }
            .joined(separator: " ")
    }
}
