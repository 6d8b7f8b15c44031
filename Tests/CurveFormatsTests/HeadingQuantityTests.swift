import ConstraintKit
import Testing

@testable import CurveFormats

/// Headings that say more than the name of a quantity: logarithms, wherever they stand, and what computes something.
struct HeadingQuantityTests {
    @Test(arguments: [
        ("log10(m/MeV)", "m", "MeV"), ("lg m [MeV]", "m", "MeV"), ("lg mass (MeV)", "mass", "MeV"),
        ("m_log10 [MeV]", "m", "MeV"), ("mass_log10_MeV", "mass", "MeV"), ("log_10 (m/MeV)", "m", "MeV"),
        ("$\\log_{10}(m/\\mathrm{GeV})$", "m", "GeV"), ("log10(m) [MeV]", "m", "MeV"), ("m [log10 MeV]", "m", "MeV"),
        ("m [log(MeV)]", "m", "MeV"), ("m [dex(MeV)]", "m", "MeV"), ("log10mass_MeV", "mass", "MeV"),
    ])
    func aCommonLogarithmIsOneWhereverItStands(_ heading: String, _ name: String, _ unit: String) throws {
        let column = column(heading)
        #expect(column.isLogarithmic && column.bareName == name && column.bareUnit == unit)
        try column.requireMass(in: "t")
    }

    @Test(arguments: [
        "log(m)", "ln m", "log_m", "logM", "logm_MeV", "logmass_MeV", "lnm_MeV", "mass_log [MeV]", "ln(m/GeV)", "logg",
        "m [ln MeV]", "logM [GeV]",
    ])
    func aLogarithmWithoutBaseIsRefused(_ heading: String) {
        #expect(throws: CurveFormatError.logarithmUnsettled(column: plainWords(heading), table: "t")) {
            try column(heading).requireCoupling(in: "t")
        }
    }

    @Test(arguments: [
        "10^4 g", "g x 1e4", "g × 10⁻⁴", "g*1e4", "1/g", "g/e", "sqrt(g)", "-log10(g)", "minus log10 g", "2m", "m^2",
        "1/m",
        "Upper limit on $g_{Z^{\\prime}} \\times 10^{4}$",
    ])
    func whatComputesSomethingIsRefused(_ heading: String) {
        #expect(throws: CurveFormatError.self) { try column(heading).requireCoupling(in: "t") }
    }

    @Test(arguments: [
        "g", "g'", "coupling", "m", "m_Z'", "mass of the Z'", "epsilon^2", "alpha'/alpha", "Observed 95% CL limit on g",
        "expected", "Lmu-Ltau g", "NA64/2024", "m/MeV", "g/1e-4", "dark photon mass [MeV/c^2]", "kinetic mixing",
    ])
    func aPlainNameIsOne(_ heading: String) {
        #expect(throws: Never.self) { try column(heading).requireCoupling(in: "t") }
    }

    @Test func aCouplingOverANumberIsInUnitsOfIt() {
        let column = column("g'/1e-4")
        #expect(column.name == "g'" && NumberUnit(column.unit ?? "") == NumberUnit("1e-4"))
    }

    /// What α′ and ε are made of, once it is said which they are; a factor, a reciprocal or another power stays open.
    @Test(arguments: [
        ("g^2/4pi", CurveQuantity.alphaPrime), ("g'^2/e^2", .alphaRatio), ("g/e", .epsilon),
        ("sqrt(alpha'*4pi)", .coupling), ("g^2", .couplingSquared), ("|U|^2", .epsilonSquared),
    ])
    func theUsersQuantitySaysWhatAnExpressionIs(_ heading: String, _ quantity: CurveQuantity) {
        #expect(throws: Never.self) { try column(heading).requireCoupling(quantity: quantity, in: "t") }
    }

    @Test(arguments: [
        "10^4 g", "g x 1e4", "g*1e4", "1/g", "-log10(g)", "g × 10⁻⁴", "2g", "g_1e4", "g1e4", "g (x1e-4)",
        "g (scaled by 1e4)",
        "g_permille", "inv_g", "g_inverse", "g_err", "sigma_g", "sqrt_g", "g^4", "|U_mu|^2", "kappa^2",
    ])
    func aFactorIsLeftOpenByTheQuantity(_ heading: String) {
        #expect(throws: CurveFormatError.self) { try column(heading).requireCoupling(quantity: .coupling, in: "t") }
        #expect(throws: CurveFormatError.self) { try column(heading).requireCoupling(in: "t") }
    }

    /// Names with a number in them that is no factor.
    @Test(arguments: ["NA64mu 1e11 MOT", "limit 2024", "g_90CL", "observed 1 sigma", "y2"])
    func aNumberInANameIsNoFactor(_ heading: String) {
        #expect(throws: Never.self) { try column(heading).requireCoupling(in: "t") }
    }

    @Test(arguments: ["g_in_1e-4", "g (10⁻⁴)", "coupling in units of 10^-4", "g [10^-4]"])
    func aFactorThatIsAUnitIsOne(_ heading: String) {
        #expect(NumberUnit(column(heading).unit ?? "") == NumberUnit(exponent: -4))
    }

    @Test(arguments: [
        "m2_MeV2", "mass_squared_GeV2", "mass_squared [GeV^2]", "m² [GeV²]", "M2 [GeV]", "Q2 [GeV2]", "msq_MeV", "m2",
        "mass_sq", "m**2", "m_Z'^2", "1/m", "2m [MeV]", "m_err",
    ])
    func aPowerOfTheMassIsNoMass(_ heading: String) {
        #expect(throws: CurveFormatError.self) { try column(heading).requireMass(in: "t") }
    }

    @Test(arguments: ["GeV^2", "MeV2", "MeV**2", "GeV²", "GeV^{2}"])
    func aPowerOfAUnitIsOfAnotherKind(_ unit: String) { #expect(MassUnit.isOfAnotherKind(unit)) }

    @Test func theUsersUnitSaysWhatAnExpressionIs() throws {
        try column("10^4 g").requireCoupling(isUnitGiven: true, in: "t")
        #expect(throws: CurveFormatError.self) { try column("ln g").requireCoupling(isUnitGiven: true, in: "t") }
    }

    private func column(_ heading: String) -> RawColumn {
        let name = ColumnName(heading)
        return RawColumn(name: name.name, heading: plainWords(heading), unit: name.unit)
    }
}
