import ConstraintKit
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("6.5MeV", 6.5), ("6.5 MeV", 6.5), ("6.5", 6.5), ("0.0065GeV", 6.5), ("6500keV", 6.5), ("6.5e6eV", 6.5),
        ("6.5e-6TeV", 6.5), ("6.5e-9PeV", 6.5), ("6.5e-12 EeV", 6.5), ("65e-1", 6.5), ("+6.5MeV", 6.5), (" 6.5 ", 6.5),
        ("1e-3GeV", 1),
    ])
    func massesInAnyUnitAreTheSameNumber(text: String, inMeV: Double) throws {
        #expect(try Mass(text).inMeV == inMeV)
    }

    @Test func aWrongUnitIsNamed() {
        #expect(throws: QuantityError.unknownUnit(quantity: "mass", text: "6.5MHz", unit: "MHz")) { try Mass("6.5MHz") }
        #expect(throws: QuantityError.unknownUnit(quantity: "mass", text: "6.5Mev", unit: "Mev")) { try Mass("6.5Mev") }
    }

    @Test(arguments: [
        "", "MeV", "nan", "six", "--3", "1e", "0x10MeV", "6,5MeV", "e5", ".", "1.2.3MeV", "inf", "6.5\0MeV", "6.5\0",
        "٦MeV", "６",
    ])
    func whatIsNoNumberIsRefused(text: String) { #expect(throws: QuantityError.self) { try Mass(text) } }

    @Test(arguments: ["0MeV", "-1MeV", "1e999MeV", "1e300TeV0", "1e-999MeV", "1e9999999999999999999999MeV"])
    func massesMustBePositiveAndFinite(text: String) { #expect(throws: QuantityError.self) { try Mass(text) } }

    @Test(arguments: [
        "0", "-1e-4", "nan", "inf", "1e-4x", "", "0x1p-12", "0x1", "1e-4\0", "1e-4\0 9", "٤e-4", "infinity",
    ])
    func couplingsMustBePositiveNumbers(text: String) { #expect(throws: QuantityError.self) { try Coupling(text) } }

    @Test func exponentsThatOverflowAreNoNumbers() {
        #expect(throws: QuantityError.self) { try Mass("1e9223372036854775807TeV") }
    }
}
