import ConstraintKit
import Testing

@testable import CurveFormats

/// What the words above a curve say of it: a limit of some kind, or the edge of a band around one.
@Suite struct HeadingTests {
    @Test(arguments: [
        "+1 sigma", "-2s", "95% up", "+/-1 s.d.", "Exp. 68% low", "Expected +2σ", "exp_m1", "exp_p2", "median -1 sigma",
        "Observed (+1 sigma theory)", "Exp. limit, 95% CL, 1 s.d. up", "$\\pm 1\\sigma$", "$+2\\,\\sigma$",
        "68% CL band",
        "Theory uncertainty up", "Expected 84% quantile", "minus one standard deviation", "up1sigma", "Upper 1σ",
        "Expected limit +1σ", "exp. 68% CL band", "2σ low", "up_1sigma", "1sig_up",
        "one-sigma", "Exp - 1 SD", "+68%", "-95%", "16th percentile",
        "quantile 0.16", "Expected0.84", "plus1sig", "sig1p", "expP1",
        "exp+1s", "upper 1-sigma", "1 stdev", "q16", "Expected -2 st.dev.",
        "yellow up", "Exp. limit up 1", "EXP_DOWN", "Median +34%", "68% containment",
        "$-1\\sigma_{\\mathrm{exp}}$", "Lim-Exp(-1sigma)", "obs +1σ theory", "minus2",
        "EXPECTED LIMIT PLUS ONE SIGMA", "Asimov +1", "p1",
        "Expected (+1 std)", "2.5%", "97.5 %", "84%", "68% CL lower", "Expected 1σ", "68% exp. lower", "95% exp. lower",
    ]) func anEdgeOfABandIsNoLimit(_ heading: String) {
        #expect(Heading(heading).bandEdge == .ofStatistics)
    }

    /// A hint or a forbidden region has edges too.
    @Test(arguments: ["upper edge", "lower edge", "higher", "green band", "lower", "yellow band", "inner band high"])
    func anEdgeAloneMayBeThatOfARegion(_ heading: String) { #expect(Heading(heading).bandEdge == .ofRegion) }

    @Test(arguments: [
        ("Observed 95% CL upper limit on g'", Kind.observed), ("Obs. limit 95% CL", .observed),
        ("Expected 95% CL upper limit on g'", .expected), ("exp. limit", .expected),
        ("Expected limit (median)", .expected),
        ("Observed limit in the high mass range", .observed), ("2 sigma exclusion", nil), ("limit 90%", nil),
        ("Observed lower limit on the coupling", .observed), ("Projected 90% CL", .projected),
        ("Observed limit at m = 1 GeV", .observed), ("Expected limit for m = 1 GeV", .expected),
        ("Observed and expected limits", nil), ("Observed limit (2 sigma)", .observed), ("95% upper limit", nil),
        ("Run 2 observed", .observed), ("High-statistics limit", nil), ("Observed limit m1 = 2", .observed),
        ("Upper limit - 95% CL", nil), ("Expected limit (95% CL)", .expected), ("UL95", nil),
        ("D2SIG/DPT/DYRAP", nil), ("10**6 * 1/SIG(fiducial) * D(SIG(LEPTON+ LEPTON-))", nil),
        ("exclusion up to 1 TeV", nil), ("limit-95%", nil),
    ]) func aLimitIsNoEdge(_ heading: String, _ kind: Kind?) {
        #expect(Heading(heading).bandEdge == nil)
        #expect(Heading(heading).kind == kind)
    }

    /// What is left of a name without the words of limits may be the coupling.
    @Test(arguments: [
        ("g'_obs", CurveQuantity.coupling), ("expected g'", .coupling), ("g' observed (95% CL)", .coupling),
        ("epsilon^2 limit", .epsilonSquared), ("coupling g'", .coupling), ("observed limit", nil),
        ("expected events", nil), ("limit on the cross section", nil),
    ]) func aNameMayBeThatOfALimit(_ name: String, _ quantity: CurveQuantity?) {
        #expect(CurveQuantity(columnName: name) == quantity)
    }

    /// Nor does asking for it, by its curve or its column, make an observed limit of it.
    @Test func anEdgeThatIsAskedForIsWhatWasExpected() throws {
        let text = "mass_MeV,observed,+1 sigma\n1,1e-3,2e-3\n3,2e-3,3e-3\n"
        var options = ImportOptions()
        (options.confidenceLevel, options.quantity, options.couplingColumn) = (.stated(0.9), .coupling, "+1 sigma")
        options.kind = .observed
        #expect(throws: CurveFormatError.bandEdgeObserved("+1 sigma", table: "observed")) {
            try importCurves([TestInput.text(text)], options: options)
        }
        options.kind = .expected
        #expect(try importCurves([TestInput.text(text)], options: options).document.limits.map(\.kind) == [.expected])
    }
}
