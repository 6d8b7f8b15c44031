import AllowedRegion
import Documents
import IceCubeFit
import Reproduction
import Transport

/// What the paper states about its fit.
struct FitStatements {
    private let reproduction: Reproduction

    init(_ reproduction: Reproduction) { self.reproduction = reproduction }

    private var numbers: SpectrumNumbers { reproduction.spectrum }
    private var below: FitAnswer { reproduction.belowNA64 }
    private var unrestricted: FitAnswer { reproduction.unrestricted }
    private var likelihood: FitAnswer { reproduction.byLikelihood }

    var all: [ReproducedStatement] {
        [standardModel, points, centralValues, best, p1, p2, range] + contours + [likelihoodStatement, significance]
    }

    private var standardModel: ReproducedStatement {
        let others = numbers.standardModelByTreatment.map { treatment, chi2 in
            switch (treatment.statistic, treatment.upperLimits, treatment.errors) {
            case (.asymmetricGaussian, _, _): "\(Found.chi2(chi2)) as −2 ln L"
            case (_, .zeroCentred, _): "\(Found.chi2(chi2)) with limits as 0 ± UL"
            default: "\(Found.chi2(chi2)) with errors by side"
            }
        }
        return .init(
            place: "Eq. (15)", statement: "χ² without a Z′ at (A, γ) = (1.4, 2.6)", paper: "27.4",
            found: Found.chi2(numbers.standardModel),
            remark:
                "The paper leaves open how limits and asymmetric errors enter. Here limits count above them only, and "
                + "errors are means; else \(others.joined(separator: ", ")). The cascade fluxes are digitised to 0.6 %."
        )
    }

    private var points: ReproducedStatement {
        .init(
            place: "Eq. (15)", statement: "data points and degrees of freedom", paper: "16, 14",
            found: "\(numbers.pointCount), \(numbers.degreesOfFreedom)",
            remark: "13 cascade segments and 3 pieces of the tracks. (A, γ) is fixed there, not fitted.")
    }

    private var centralValues: ReproducedStatement {
        let free = numbers.freeFit
        return .init(
            place: "Eq. (14)", statement: "(A, γ) without a Z′", paper: "(1.4, 2.6)",
            found: "best fit (\(Found.short(free.amplitude, digits: 4)), \(Found.short(free.gamma, digits: 4))) with "
                + "χ² = \(Found.chi2(free.chi2))",
            remark:
                "(1.4, 2.6) is no fit to these points, and lies \(Found.signed(numbers.standardModel - free.chi2)) above "
                + "the best. At (1.66, 2.53), what 2001.09520 gives, χ² = \(Found.chi2(numbers.collaborationFit)).")
    }

    private var best: ReproducedStatement {
        let best = below.global.best
        return .init(
            place: "Sec. V", statement: "global best fit with g′ below NA64μ", paper: "P1: (6.5 MeV, 5e-4, 1.5, 2.5)",
            found: "(\(Found.short(best.mass.inMeV)) MeV, \(Found.short(best.coupling.value)), "
                + "\(Found.short(best.amplitude)), \(Found.short(best.gamma))), χ² = \(Found.chi2(best.chi2))",
            remark: "An optimiser from several starts; the paper does not say how fine its scan is. The coupling "
                + (below.global.isAtRestriction ? "is at NA64μ's limit in both." : "is below NA64μ's limit."))
    }

    private var p1: ReproducedStatement {
        .init(
            place: "Sec. V", statement: "χ² and R at P1", paper: "the lowest",
            found: "χ² = \(Found.chi2(numbers.p1.chi2)), R = \(Found.ratio(numbers.p1.ratio))",
            remark:
                "\(Found.signed(numbers.p1.chi2 - below.global.best.chi2)) above our minimum. The paper's spectra come "
                + "from nuSIprop, whose public version loses up to 9 % in a bin of energy on so narrow a line.")
    }

    private var p2: ReproducedStatement {
        let (first, second) = (numbers.p1, numbers.p2)
        return .init(
            place: "Sec. V", statement: "P2 = (6.5 MeV, 5e-4, 1.4, 2.6) is almost degenerate, above P1",
            paper: "almost degenerate",
            found: "χ² = \(Found.chi2(second.chi2)), \(Found.signed(second.chi2 - first.chi2)) against P1",
            remark: "Half way between them χ² = \(Found.chi2(numbers.betweenP1AndP2)): "
                + (numbers.betweenP1AndP2 < min(first.chi2, second.chi2) ? "one valley, not two. " : "two valleys. ")
                + "With C = 1/(6π) they have "
                + "\(Found.chi2(first.chi2AtUnitarity)) and \(Found.chi2(second.chi2AtUnitarity)).")
    }

    private var range: ReproducedStatement {
        let best = unrestricted.global.best
        let limit = below.restrictedBy.first?.lowestExcluded(atMass: best.mass.inMeV)
        let isIndicative = unrestricted.caveats.contains { caveat in
            if case .indicative = caveat { return true }
            return false
        }
        return .init(
            place: "Eq. (10)", statement: "best fit in the whole range, g′ up to 0.1", paper: "–",
            found: "\(best.text), χ² = \(Found.chi2(best.chi2))",
            remark:
                "NA64μ's limit there is \(Found.short(limit)). Solver \(unrestricted.solver), error of a ratio about "
                + "\(Found.short(unrestricted.estimatedError, digits: 1))"
                + (isIndicative ? "; indicative only, since the exchange in the t-channel is left out." : "."))
    }

    private var contours: [ReproducedStatement] {
        below.contours.filter { $0.pair.first == .amplitude }.map { contour in
            let level = Wording.percent(contour.confidenceLevel)
            let places = [(0.9, "text and caption"), (0.95, "caption"), (0.975, "text")]
            let place = places.first { $0.0 == contour.confidenceLevel }?.1 ?? "–"
            return .init(
                place: "Fig. 1", statement: "\(level) region of (A, γ), g′ below NA64μ", paper: "drawn (\(place))",
                found: contour.extents.map {
                    "\(contour.pair.first.text($0.first)), \(contour.pair.second.text($0.second))"
                }
                    ?? "–",
                remark: "Δχ² < \(NumberText.fixed(contour.threshold, decimals: 3)), two parameters. P1 lies "
                    + "\(NumberText.fixed(numbers.p1.chi2 - below.global.best.chi2, decimals: 2)) above the minimum, P2 "
                    + "\(NumberText.fixed(numbers.p2.chi2 - below.global.best.chi2, decimals: 2)).")
        }
    }

    private var likelihoodStatement: ReproducedStatement {
        .init(
            place: "Sec. V", statement: "χ² is more sensitive to the deficit than the log-likelihood", paper: "yes",
            found:
                "\(below.deltaFromFreeFit < likelihood.deltaFromFreeFit ? "yes" : "no"): Δχ² = \(Found.signed(below.deltaFromFreeFit)), Δ(−2 ln L) = \(Found.signed(likelihood.deltaFromFreeFit))",
            remark: "Against the best fit without a Z′. Ours is a likelihood of the published segments with asymmetric "
                + "Gaussian errors; the collaboration's is one of events, which is not public.")
    }

    private var significance: ReproducedStatement {
        let (best, free) = (below, below.global.withoutMediator)
        return .init(
            place: "–", statement: "significance of the improvement below NA64μ", paper: "–",
            found: "Δχ² = \(Found.signed(best.deltaFromFreeFit)) against the best fit without a Z′, "
                + "\(Found.signed(best.deltaFromFixedPoint)) against (1.4, 2.6)",
            remark:
                "\(best.localDeviations.map { "\(Found.short($0, digits: 2))σ local, " } ?? "")as if Wilks’ theorem held for "
                + "two parameters, which it does not. Without a Z′ χ² = \(Found.chi2(free.chi2)). No p-value: "
                + "\(best.fit.limitCount) of \(best.fit.pointCount) points are one-sided limits."
        )
    }
}
