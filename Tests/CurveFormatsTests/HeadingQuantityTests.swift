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
        try column.requireQuantity(in: "t")
    }

    @Test(arguments: [
        "log(m)", "ln m", "log_m", "logM", "logm_MeV", "logmass_MeV", "lnm_MeV", "mass_log [MeV]", "ln(m/GeV)", "logg",
        "m [ln MeV]", "logM [GeV]",
    ])
    func aLogarithmWithoutBaseIsRefused(_ heading: String) {
        #expect(throws: CurveFormatError.logarithmUnsettled(column: plainWords(heading), table: "t")) {
            try column(heading).requireQuantity(in: "t")
        }
    }

    @Test(arguments: [
        "10^4 g", "g x 1e4", "g × 10⁻⁴", "g*1e4", "1/g", "g/e", "sqrt(g)", "-log10(g)", "minus log10 g", "2m", "m^2",
        "1/m",
        "Upper limit on $g_{Z^{\\prime}} \\times 10^{4}$",
    ])
    func whatComputesSomethingIsRefused(_ heading: String) {
        #expect(throws: CurveFormatError.self) { try column(heading).requireQuantity(in: "t") }
    }

    @Test(arguments: [
        "g", "g'", "coupling", "m", "m_Z'", "mass of the Z'", "epsilon^2", "alpha'/alpha", "Observed 95% CL limit on g",
        "expected", "Lmu-Ltau g", "NA64/2024", "m/MeV", "g/1e-4", "dark photon mass [MeV/c^2]", "kinetic mixing",
    ])
    func aPlainNameIsOne(_ heading: String) {
        #expect(throws: Never.self) { try column(heading).requireQuantity(in: "t") }
    }

    @Test func aCouplingOverANumberIsInUnitsOfIt() {
        let column = column("g'/1e-4")
        #expect(column.name == "g'" && NumberUnit(column.unit ?? "") == NumberUnit("1e-4"))
    }

    /// What α′ and ε are made of, once it is said which they are; a factor or a reciprocal stays open.
    @Test(arguments: ["g^2/4pi", "g'^2/e^2", "g/e", "sqrt(alpha'*4pi)", "g^2"])
    func theUsersQuantitySaysWhatAnExpressionIs(_ heading: String) {
        #expect(throws: Never.self) { try column(heading).requireQuantity(isQuantityGiven: true, in: "t") }
    }

    @Test(arguments: ["10^4 g", "g x 1e4", "g*1e4", "1/g", "-log10(g)", "g × 10⁻⁴", "2g"])
    func aFactorIsLeftOpenByTheQuantity(_ heading: String) {
        #expect(throws: CurveFormatError.self) { try column(heading).requireQuantity(isQuantityGiven: true, in: "t") }
    }

    @Test func theUsersUnitSaysWhatAnExpressionIs() throws {
        try column("10^4 g").requireQuantity(isUnitGiven: true, in: "t")
        #expect(throws: CurveFormatError.self) { try column("ln g").requireQuantity(isUnitGiven: true, in: "t") }
    }

    private func column(_ heading: String) -> RawColumn {
        let name = ColumnName(heading)
        return RawColumn(name: name.name, heading: plainWords(heading), unit: name.unit)
    }
}
