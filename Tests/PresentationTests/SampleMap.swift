import AllowedRegion
import ConstraintKit
import Foundation

@testable import CurveArchive
@testable import AllowedRegion

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
            card: card, role: role ?? (card.kind == .observed ? .decides : .informs), origin: .bundled, caveat: caveat,
            constraint: SampleConstraint(answer: answer))
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

    static func scenario(_ bounds: [Bound], name: String = "sample") -> Scenario {
        Scenario(
            name: name, summary: "Made by hand.", bounds: bounds.map(\.card.stem),
            alternatives: [.init(name: "muon g-2", counts: "g-2-wp20", others: ["g-2-bmw21"])],
            conventions: .init(), neutrinos: .init(ordering: .normal, sumOfMasses: 0.1),
            iceCube: .init(
                dataSets: ["cascades-6yr-2020"], amplitude: 1.5, gamma: 2.5, treatment: .init()))
    }

    /// A map with a dip of R along a slanted valley, and contours that follow it roughly.
    static func map(_ bounds: [Bound], columns: Int = 60, rows: Int = 60) throws -> RegionMap {
        let grid = try Grid(massRange: 1...100, couplingRange: 1e-5...1e-1, columns: columns, rows: rows)
        let mapped = bounds.map { bound in
            MappedBound(bound: bound, boundaries: bound.boundaries(along: grid.masses))
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
            chi2StandardModel: 27.276, best: ratio.indices.min { ratio[$0] < ratio[$1] } ?? 0, allowed: region,
            preferredByIceCube: region, allowedAndPreferred: region, caveats: [])
    }
}
