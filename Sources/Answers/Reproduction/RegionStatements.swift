import AllowedRegion
import Documents
import Reproduction

/// What the paper states about the region in which the Z′ helps.
struct RegionStatements {
    private let reproduction: Reproduction

    init(_ reproduction: Reproduction) { self.reproduction = reproduction }

    private var numbers: SpectrumNumbers { reproduction.spectrum }
    private var shares: RegionShares { reproduction.shares }
    private var map: RegionMap { reproduction.map }
    private var projected: FitAnswer { reproduction.belowProjection }

    var all: [ReproducedStatement] { [region, lattice, closing, closingProfiled, solidLine] }

    private static func area(_ area: Double) -> String { "\(NumberText.fixed(area, decimals: 3)) dex²" }

    private var region: ReproducedStatement {
        let preferred = map.preferredByIceCube
        let best = shares.best.map {
            "least R = \(Found.ratio($0.ratio)) at \(Found.short($0.mass)) MeV, \(Found.short($0.coupling))"
        }
        return .init(
            place: "Fig. 2", statement: "region of R < 1 at (A, γ) = (1.5, 2.5)", paper: "drawn",
            found:
                "m \(Found.range(preferred.massRange)) MeV, g′ from \(Found.short(preferred.couplingRange?.lowerBound)); "
                + (best ?? "–"),
            remark: "R falls from \(Found.ratio(numbers.withoutMediatorAtP1.ratio)) without a Z′, where χ² = "
                + "\(Found.chi2(numbers.withoutMediatorAtP1.chi2)). The denominator is χ²_SM at (1.4, 2.6).")
    }

    private var lattice: ReproducedStatement {
        .init(
            place: "Sec. V", statement: "some of R < 1 is left that does not contradict the lattice", paper: "yes",
            found: "\(Self.area(shares.allowedWithLattice)) of \(Self.area(shares.allowed)) left by NA64μ",
            remark: "Areas in log₁₀ m × log₁₀ g′, at (A, γ) = (1.5, 2.5).")
    }

    private var closing: ReproducedStatement {
        let rest = shares.bestBeyond11.map {
            ", least R = \(Found.ratio($0.ratio)) at \(Found.short($0.mass)) MeV, \(Found.short($0.coupling))"
        }
        return .init(
            place: "Sec. V", statement: "10¹¹ muons fully probe the region of R < 1", paper: "yes",
            found: "\(shares.beyond11 > 0 ? "not quite" : "yes"): \(Self.area(shares.beyond11)) of "
                + "\(Self.area(shares.allowed)) "
                + "are left\(rest ?? ""); \(Self.area(shares.beyond12)) by 10¹² muons",
            remark: "At (A, γ) = (1.5, 2.5) and for the projection as published, rebuilt as a curve.")
    }

    private var closingProfiled: ReproducedStatement {
        let best = projected.global.best
        return .init(
            place: "Sec. V", statement: "best fit below the projection for 10¹¹ muons",
            paper: "(6.5 MeV, 1e-4, 1.4, 2.6)",
            found: "\(best.text), χ² = \(Found.chi2(best.chi2)), R = \(Found.ratio(projected.ratio))",
            remark: "R compares with (1.4, 2.6), which is no fit; against the best fit without a Z′ Δχ² = "
                + "\(Found.signed(projected.deltaFromFreeFit)) remains."
                + (projected.global.atEdge.isEmpty
                    ? ""
                    : " At the end of the range of \(projected.global.atEdge.map(\.sign).joined(separator: " and ")).")
        )
    }

    private var solidLine: ReproducedStatement {
        .init(
            place: "Fig. 3", statement: "the solid line: (6.5 MeV, 1e-4) at (1.4, 2.6)", paper: "drawn",
            found: "χ² = \(Found.chi2(numbers.projected.chi2)), R = \(Found.ratio(numbers.projected.ratio))",
            remark: "With C = 1/(6π) χ² = \(Found.chi2(numbers.projected.chi2AtUnitarity)).")
    }
}
