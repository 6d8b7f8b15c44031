import Testing

@testable import Files

@Suite struct SHA256Tests {
    /// Examples of FIPS 180-2, appendix B, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownAnswers(text: String, digest: String) {
        #expect(SHA256(of: Array(text.utf8)).hexadecimal == digest)
    }

    @Test func takesOnlyDigests() {
        let digest = SHA256(of: [])
        #expect(SHA256(hexadecimal: digest.hexadecimal) == digest)
        #expect(SHA256(hexadecimal: String(digest.hexadecimal.dropLast())) == nil)
        #expect(SHA256(hexadecimal: digest.hexadecimal.uppercased()) == nil)
        #expect(SHA256(hexadecimal: "../" + digest.hexadecimal.dropFirst(3)) == nil)
    }
}
