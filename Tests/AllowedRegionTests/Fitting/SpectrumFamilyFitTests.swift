import Testing

@testable import AllowedRegion

@Suite("Fits of spectra whose indices follow γ")
struct SpectrumFamilyFitTests {
    private static func answer(_ spectrum: String) throws -> IceCubeAnswer { try SpectrumRangeTests.answer(spectrum) }

    /// γ is searched from 1.8 to 3.5 in the one and from 2 to 3.5 in the other, for no index may be below 1: the least of either is
    /// inside. Each is sought to 1e-5 in γ between Chebyshev points good to 2e-5 in χ².
    @Test("The same family by two names")
    func shifted() throws {
        let (plain, shifted) = (
            try Self.answer("broken:gamma,gamma+1,1e5GeV"), try Self.answer("broken:gamma-1,gamma,1e5GeV")
        )
        #expect(abs(plain.chi2 - shifted.chi2) < 1e-4)
        let (one, other) = (try #require(plain.gamma), try #require(shifted.gamma))
        #expect(abs(other - one - 1) < 1e-3, "\(one) \(other)")
    }

    /// γ from 6.8 to 8.5 is what the usual range is to the power law: none of it overlaps with that.
    @Test("A family that is far from the usual γ")
    func far() throws {
        let (plain, far) = (try Self.answer("power-law"), try Self.answer("power-law:gamma-5"))
        // Nineteen Chebyshev points over four units of γ are as good as eight over 1.7: 2e-5 in χ².
        #expect(abs(plain.chi2 - far.chi2) < 1e-4)
        let (one, other) = (try #require(plain.gamma), try #require(far.gamma))
        #expect(abs(other - one - 5) < 1e-3, "\(one) \(other)")
    }

    @Test("Equal indices are a power law")
    func disguised() throws {
        let (plain, broken) = (try Self.answer("power-law"), try Self.answer("broken:gamma,gamma,1e5GeV"))
        // A table of W by differences: 1e-7 of a flux.
        #expect(abs(plain.chi2 - broken.chi2) < 1e-5)
        #expect(plain.spectrum == nil && broken.gamma != nil)
    }
}
