import Documents
import Foundation
import Testing

/// The signs of the field where there is only ASCII.
@Suite struct ASCIITextTests {
    @Test(arguments: [
        ("Lμ−Lτ gauge boson Z′", "L_mu-L_tau gauge boson Z'"), ("χ² = 16.5", "chi2 = 16.5"),
        ("Δχ² = −6.9", "Delta_chi2 = -6.9"), ("g′ ≤ 5.000e-4", "g' <= 5.000e-4"), ("g′² ∝ ε", "g'^2 ~ epsilon"),
        ("10⁻⁴", "1e-4"), ("3×10¹¹ muons", "3e11 muons"), ("NA64μ 10¹¹ MOT†", "NA64mu 1e11 MOT*"),
        ("2100⁻¹", "2100^-1"), ("25e-10±6e-10", "25e-10+-6e-10"), ("0.57σ from", "0.57 sigma from"),
        ("±2σ", "+-2 sigma"), ("(g−2)μ WP20", "(g-2)_mu WP20"), ("3.29e-4–5.48e-4", "3.29e-4..5.48e-4"),
        ("K⁺→μ⁺νν̄", "K+->mu+ nu nubar"), ("Δm²_21 [eV²]", "Delta_m^2_21 [eV^2]"), ("Σm_ν", "Sum_m_nu"),
        ("(muons)^−½", "(muons)^-1/2"), ("“none” – it’s", "\"none\" - it's"), ("Yüksel", "Yuksel"),
        ("Weizsäcker–Williams", "Weizsacker-Williams"), ("stem,…", "stem,..."), ("a μ²", "a mu^2"), ("", ""),
        ("中", "\\u{4E2D}"), ("e\u{301}", "e"),
    ])
    func signsAreSpelledAsTheFieldDoes(_ text: String, _ spelling: String) {
        #expect(ASCIIText.spelled(text) == spelling)
    }

    /// Whatever a document or a file name holds.
    @Test func nothingElseIsLeft() {
        for first in stride(from: UInt32(0x80), to: 0x11_0000, by: 251) {
            let text = (first..<first + 251).compactMap(Unicode.Scalar.init).map(String.init).joined(separator: "x")
            #expect(ASCIIText.spelled(text).utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func jsonKeepsItsMeaning() throws {
        let text = #"{"a": "χ² “𝛾”"}"#
        let escaped = ASCIIText.escapedJSON(text)
        #expect(escaped.utf8.allSatisfy { $0 < 0x80 })
        let decoder = JSONDecoder()
        let meant = try decoder.decode([String: String].self, from: Data(text.utf8))
        #expect(try decoder.decode([String: String].self, from: Data(escaped.utf8)) == meant)
    }
}
