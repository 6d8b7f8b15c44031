import Documents
import Reproduction

/// What the paper states about bounds.
struct BoundStatements {
    private let limits: PublishedLimits
    private let anomalies: Anomalies

    init(_ reproduction: Reproduction) {
        limits = reproduction.limits
        anomalies = reproduction.anomalies
    }

    var all: [ReproducedStatement] {
        [sensitivity, effectiveNumber, heavyMasses, whitePaper, lattice, latticeAtP1, wholeBand]
    }

    private var sensitivity: ReproducedStatement {
        .init(
            place: "Sec. I", statement: "sensitivity of NA64μ with 10¹² muons, for 1–100 MeV", paper: "~4e-5",
            found: "\(Found.range(limits.projection12)), \(Found.short(limits.byCounting?.at12)) by counting muons",
            remark: "The curve is rebuilt from this very number, so that the first is no test. The second scales the "
                + "limit of 2024 with 1/√muons: the projection takes a better efficiency for granted.")
    }

    private var effectiveNumber: ReproducedStatement {
        .init(
            place: "Sec. III.1", statement: "mass below which N_eff excludes",
            paper: "\(Found.short(limits.drawnMassEdge, digits: 2)) MeV",
            found: "\(Found.short(limits.thermalMassEdge)) MeV",
            remark: "For a Z′ in thermal equilibrium with the neutrinos and N_eff < 3.33, without mixing. The paper's "
                + "own drawing of Fig. 2 leaves N_eff out, and so does ours.")
    }

    private var heavyMasses: ReproducedStatement {
        .init(
            place: "Sec. III.5", statement: "NA64μ disfavours heavier masses as an explanation of g−2 (WP)",
            paper: "above 30 MeV",
            found: "\(Found.range(limits.bandExcluded.oneSigma, digits: 2)) MeV excluded within 1σ, "
                + "\(Found.range(limits.bandExcluded.twoSigma, digits: 2)) MeV within 2σ",
            remark:
                "The paper does not say which edge of the band. The curve of NA64μ is rebuilt, fixed to P1 being at "
                + "its limit; the collaboration's table would decide.")
    }

    private var whitePaper: ReproducedStatement {
        .init(
            place: "Eq. (6)", statement: "excess of muon g−2 over the White Paper", paper: "4.2σ",
            found: "\(NumberText.fixed(anomalies.whitePaper, decimals: 2))σ", remark: "25.1/5.9; agrees.")
    }

    private var lattice: ReproducedStatement {
        .init(
            place: "Eq. (7)", statement: "excess with the lattice result of BMW", paper: "~1.5σ",
            found: "\(NumberText.fixed(anomalies.lattice, decimals: 2))σ", remark: "10.7/7.0; agrees.")
    }

    private var latticeAtP1: ReproducedStatement {
        .init(
            place: "Sec. V", statement: "if the lattice is right, the best-fit point is ruled out", paper: "g′ = 5e-4",
            found: "g′ < \(Found.short(limits.latticeAtP1)) at 6.5 MeV",
            remark:
                "Above +2σ of eq. (7) by eq. (8). NA64μ itself stands at \(Found.short(limits.na64AtP1)) there: P1 is "
                + "at its limit, as Fig. 3's caption says.")
    }

    private var wholeBand: ReproducedStatement {
        let ratio = limits.bandOverProjection
        return .init(
            place: "Sec. V", statement: "10¹¹ muons fully probe the g−2 region (WP)", paper: "yes",
            found: "\(ratio.map { $0 > 1 ? "yes" : "no" } ?? "–"): the lower 2σ edge lies at least "
                + "\(Found.short(ratio)) times above the projection",
            remark: "Between 1 and 100 MeV, for the projection of \(Found.range(limits.projection11)), itself rebuilt. "
                + "By counting muons alone it would stand at \(Found.short(limits.byCounting?.at11)) at 6.5 MeV.")
    }
}
