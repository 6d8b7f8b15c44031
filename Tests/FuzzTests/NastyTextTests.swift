import Testing

/// Every scalar that combines, joins, hides, reorders or controls, before and behind every sign of a format.
@Suite struct NastyTextTests {
    /// Marks that combine, letters that join what follows, jamo, selectors, tags, format characters, controls, no characters.
    static let scalars: [Unicode.Scalar] =
        [
            0x300, 0x301, 0x304, 0x338, 0x34F, 0x20DD, 0x20E3, 0x903, 0xD4E, 0x111C2, 0x600, 0x6DD, 0x70F, 0x1100,
            0x1161,
            0x11A8, 0x115F, 0x1160, 0x3164, 0xFFA0, 0xAC00, 0xFE00, 0xFE0F, 0xE0020, 0xE0100, 0x1F1E6, 0x1F3FB, 0x180E,
            0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202D, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xAD, 0x61C,
            0x0, 0x7, 0x8, 0x9, 0xA, 0xB, 0xC, 0xD, 0x1B, 0x7F, 0x85, 0x90, 0x9B, 0x9C, 0x9D, 0x2028, 0x2029, 0xA0,
            0x3000,
            0xE000, 0xFDD0, 0xFFFF, 0x10FFFF, 0xFF1D, 0xFF0B, 0x2212, 0x201C, 0x61, 0x31,
        ]
        .compactMap(Unicode.Scalar.init)

    static let signs = Array("<>&\"'|[]*\\{}$#%_^~@,;=+-/:.!`() ".unicodeScalars)

    @Test func theListIsWhole() { #expect(Self.scalars.count == 71 && Self.signs.count == 32) }

    @Test(arguments: scalars) func nothingHidesASign(_ nasty: Unicode.Scalar) {
        var faults: [String] = []
        for sign in Self.signs {
            let texts: [[Unicode.Scalar]] = [
                [nasty, sign], [sign, nasty], ["a", nasty, sign, "b"], ["a", sign, nasty, "b"],
                [sign, sign, nasty, nasty], [nasty, nasty, sign, sign], [sign, nasty, sign, nasty, sign],
                ["1", nasty, sign, " ", sign, nasty],
            ]
            for scalars in texts {
                let text = String(String.UnicodeScalarView(scalars))
                faults += Escapers.faults(of: text).map { "\($0): \(text.debugDescription)" }
            }
        }
        #expect(faults == [])
    }
}
