import ConstraintKit
import CurveArchive
import Foundation

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// A bound that answers from a formula, for maps made by hand.
struct SampleConstraint: Constraint {
    static var stems: [String] { [] }
    var answer: @Sendable (Mass) -> Boundary

    init(answer: @escaping @Sendable (Mass) -> Boundary) { self.answer = answer }
    init(_ document: Document, _ conventions: Conventions) throws { answer = { _ in .excludes(.init()) } }
    func boundary(at mass: Mass) -> Boundary { answer(mass) }
}

enum Sample {
    static func card(
        _ stem: String, _ title: String, kind: Kind = .observed, method: Method = .published,
        confidenceLevel: ConfidenceLevel = .stated(0.9), references: [Reference] = []
    ) -> Card {
        Card(
            stem: stem, title: title, kind: kind, confidenceLevel: confidenceLevel, references: references,
            method: method)
    }

    static func bound(
        _ card: Card, role: Bound.Role? = nil, caveat: String? = nil, _ answer: @escaping @Sendable (Mass) -> Boundary
    ) -> Bound {
        Bound(
            card: card, role: role ?? (card.kind == .observed ? .decides : .informs), origin: .bundled,
            contents: Array(card.stem.utf8), caveat: caveat, constraint: SampleConstraint(answer: answer))
    }

    /// An upper limit g′ ∝ m^power between two masses [MeV].
    static func powerLaw(
        _ coupling: Double, power: Double, from lower: Double = 1e-3, to upper: Double = 1e9
    ) -> @Sendable (Mass) -> Boundary {
        { mass in
            guard (lower...upper).contains(mass.inMeV) else {
                return .silent(.outsideRange(lower: lower, upper: upper))
            }
            return .excludes(.init(.above(coupling * pow(mass.inMeV, power))))
        }
    }

    /// A bit of everything the figure and the tables know: limits, a mass bound, a contour, a band, an alternative, a
    /// hint, projections, curves that begin and end in sight, and names with signs that mean something to a program.
    static let bounds: [Bound] = [
        bound(
            card("na64mu-2024", "NA64μ 2024", method: .reconstructed, references: [laha]), powerLaw(5e-4, power: 0.02)),
        bound(card("kaon", "K → μνZ′ (neutrino only)", method: .computed), powerLaw(8e-5, power: 1)),
        bound(card("w-decay", "W → μνZ′", confidenceLevel: .inferred(0.9)), powerLaw(2e-4, power: 1)),
        bound(card("borexino", "Borexino", method: .digitised), powerLaw(6e-5, power: 1, from: 2.1, to: 24.6)),
        bound(card("coherent", "COHERENT", method: .digitised), powerLaw(1.3e-3, power: 0.1, from: 2.1)),
        bound(card("neff", "N_eff, m > 5 MeV", confidenceLevel: .notStated)) { mass in
            .excludes(mass.inMeV < 5 ? .init(.above(1e-9)) : .init())
        },
        bound(card("beam-dump", "beam dump & 100% {of} a_b^c ~ \\x")) { mass in
            let logarithm = log10(mass.inMeV / 40)
            guard abs(logarithm) < 0.3 else { return .silent(.outsideRange(lower: 20.05, upper: 79.8)) }
            let half = (0.09 - logarithm * logarithm).squareRoot()
            return .excludes(.init(.init(lower: 3e-5 * pow(10, -half), upper: 3e-5 * pow(10, half))))
        },
        bound(
            card("na64mu-1e11-mot", "NA64μ, 10¹¹ MOT", kind: .projected, method: .reconstructed),
            powerLaw(1e-4, power: 0.02)),
        bound(
            card("na64mu-1e12-mot", "NA64μ, 10¹² MOT", kind: .projected, method: .reconstructed),
            powerLaw(4e-5, power: 0.02)),
        bound(card("hint", "<b>Hubble</b> hint", kind: .hint)) { mass in
            (8...20).contains(mass.inMeV)
                ? .prefers([.init(.init(lower: 1.2e-5, upper: 1.5e-3))]) : .silent(.outsideRange(lower: 8, upper: 20))
        },
        bound(card("g-2-wp20", "(g−2)μ, WP 2020", kind: .preferred, method: .computed)) { mass in
            let center = 4.6e-4 * pow(1 + mass.inMeV / 60, 0.6)
            return .prefers([
                .init(.init(lower: 0.88 * center, upper: 1.11 * center), deviations: 1),
                .init(.init(lower: 0.73 * center, upper: 1.21 * center), deviations: 2),
            ])
        },
        bound(
            card("g-2-bmw21", "=HYPERLINK(\"x\"), BMW 2021", method: .computed), role: .alternative(group: "muon g-2"),
            powerLaw(4.4e-4, power: 0.1)),
    ]

    static let laha = Reference(
        texkey: "Laha:2013xua", arxiv: "1304.3460", doi: "10.1103/PhysRevD.89.093025",
        citation: "R. Laha, B. Dasgupta and J. F. Beacom, “Constraints on New Neutrino Interactions”, 100% {A_B}")

    static func scenario(_ bounds: [Bound], name: String = "sample") -> Scenario {
        Scenario(
            name: name, summary: "Made by hand.", bounds: bounds.map(\.card.stem),
            alternatives: [.init(name: "muon g-2", counts: "g-2-wp20", others: ["g-2-bmw21"])],
            conventions: .init(), neutrinos: .init(ordering: .normal, sumOfMasses: 0.1),
            iceCube: .init(
                dataSets: ["cascades-6yr-2020"], amplitude: 1.5, gamma: 2.5, treatment: .init()))
    }

    /// A map with a dip of R along a slanted valley, and contours that follow it roughly.
    static func map(_ bounds: [Bound] = bounds, columns: Int = 60, rows: Int = 60) throws -> RegionMap {
        let grid = try MapGrid(massRange: 1...100, couplingRange: 1e-5...1e-1, columns: columns, rows: rows)
        let mapped = bounds.map { bound in
            MappedBound(bound: bound, along: grid.masses)
        }
        var ratio: [Double] = []
        var transportError: [Double] = []
        for mass in grid.masses {
            for coupling in grid.couplings {
                let (x, y) = (log10(mass.inMeV / 6.5), log10(coupling.value / 5e-4))
                let dip = 0.27 * exp(-x * x / 0.05 - (y - 0.4 * x) * (y - 0.4 * x) / 0.8)
                ratio.append(1.02 - dip)
                transportError.append(1e-3 * pow(coupling.value / 2e-3, 4) * pow(6.5 / mass.inMeV, 2))
            }
        }
        let outline = (0..<73).map { step -> PlaneRegion.Vertex in
            let angle = Double(step) / 72 * 2 * Double.pi
            return .init(mass: 6.5 * pow(10, 0.2 * cos(angle)), coupling: 1.5e-4 * pow(10, 0.45 * sin(angle)))
        }
        let region = PlaneRegion(
            contours: [outline], pointCount: 100, area: 0.28, massRange: 4.1...10.3, couplingRange: 5e-5...4.2e-4)
        return RegionMap(
            scenario: scenario(bounds), grid: grid, bounds: mapped,
            standings: ratio.map { _ in .allowed }, decidingBound: ratio.map { _ in bounds.isEmpty ? -1 : 0 },
            chi2: ratio.map { $0 * 23.4 }, ratio: ratio, amplitude: ratio.map { _ in 1.5 },
            gamma: ratio.map { _ in 2.5 }, transportError: transportError, chi2WithoutMediator: 27.276,
            chi2OfFreeFit: 23.513,
            chi2StandardModel: 27.276, best: ratio.indices.min { ratio[$0] < ratio[$1] } ?? 0, allowed: region,
            preferredByIceCube: region, allowedAndPreferred: region, betterThanFreeFit: region, caveats: [])
    }
}
