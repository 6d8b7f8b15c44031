import ConstraintKit
import CurveFormats
import Testing

/// The kinetic mixing as text, in both directions.
@Suite struct MixingTextTests {
    @Test(arguments: ["0", "0.0", "-0", "none", "epsilon=0"])
    func noMixingIsNone(text: String) {
        #expect(KineticMixing(text) == KineticMixing.none)
    }

    /// One way to write it, on both sides of where decimals change their form.
    @Test(arguments: [
        (1e-3, "epsilon=1e-3"), (1e-4, "epsilon=1e-4"), (1e-6, "epsilon=1e-6"), (-3.25e-5, "epsilon=-3.25e-5"),
        (0.1, "epsilon=1e-1"), (1, "epsilon=1e0"), (0.0012, "epsilon=1.2e-3"), (1.05e-17, "epsilon=1.05e-17"),
    ])
    func aFixedMixingIsWrittenInOneWay(epsilon: Double, text: String) {
        #expect(KineticMixing.fixed(epsilon).text == text)
        #expect(KineticMixing(text) == .fixed(epsilon))
    }

    @Test func whatIsWrittenIsReadAgain() {
        var epsilon = 1.0
        for _ in 0..<200 {
            epsilon *= 0.8137
            #expect(KineticMixing(KineticMixing.fixed(-epsilon).text) == .fixed(-epsilon))
        }
    }
}
