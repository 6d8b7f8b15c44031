import Testing

@testable import Answers
@testable import Assessment
@testable import ConstraintKit

@Suite struct PrintedDigitsTests {
    /// The examples of the Review of Particle Physics: 0.827 ± 0.119 is 0.83 ± 0.12, and 0.827 ± 0.367 is 0.8 ± 0.4, of which
    /// a table keeps two digits all the same; and errors at the edges of the rule.
    @Test(arguments: [
        (0.827, 0.119, 2), (0.827, 0.367, 2), (0.827, 0.0119, 3), (0.827, 0.0367, 2), (0.827, 0.0354, 3),
        (0.827, 0.00967, 3), (0.827, 0.0949, 2), (0.827, 0.0951, 2), (0.827, 1e-5, 3), (5e-4, 1.1e-4, 2),
        (5e-4, 1.4e-3, 2),
    ])
    func theErrorSaysHowManyDigits(value: Double, error: Double, digits: Int) {
        #expect(PrintedDigits.rounded(value, relativeError: error / value).digits == digits)
    }

    /// 0.999 ± 0.22 is 1.00 ± 0.22.
    @Test func theDecimalStaysWhereRoundingCarries() {
        let found = PrintedDigits.rounded(0.999, relativeError: 0.22)
        #expect(found.digits == 3 && abs(found.value - 1) < 1e-12)
    }

    /// Where no error is stated the method says it.
    @Test(arguments: [
        (Method.published, 3), (.computed, 3), (.digitised, 2), (.reconstructed, 2), (.notStated, 2),
    ])
    func theMethodSaysItElse(method: Method, digits: Int) {
        let bound = Sample.bound(Sample.card("a", "A", method: method), Sample.powerLaw(1e-4, power: 0))
        #expect(PrintedDigits.rounded(1e-4, by: bound).digits == digits)
    }

    @Test(arguments: [0, -1, .infinity, .nan]) func whatIsNoValueIsNoTrap(value: Double) {
        #expect((2...3).contains(PrintedDigits.rounded(value, relativeError: 0.2).digits))
    }
}
