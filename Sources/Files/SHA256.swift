import CCrypto
import CLibraries
import Glibc

/// The SHA-256 of some bytes, by libcrypto.
public struct SHA256: Sendable, Hashable, CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    public let hexadecimal: String

    public var description: String { hexadecimal }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        let digits = hexadecimal.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    public init(of bytes: [UInt8]) {
        // Nothing that a digest stands for can be said without it, and so no caller could go on.
        if let problem = mutau_library_problem(MUTAU_LIBCRYPTO) {
            let line = "mutau: \(String(cString: problem))\n"
            _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            exit(EX_OSFILE)
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var size: UInt32 = 0
        let done = EVP_Digest(bytes, bytes.count, &digest, &size, EVP_sha256(), nil)
        // Fails only where libcrypto was built or configured without SHA-256: nothing could then be verified.
        precondition(done == 1 && size == 32, "libcrypto offers no SHA-256")
        let digits = Array("0123456789abcdef".utf8)
        let text = digest[..<32].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        hexadecimal = String(decoding: text, as: UTF8.self)
    }

    /// Takes a digest as text; nil unless it is 64 hexadecimal digits in lower case.
    public init?(hexadecimal text: String) {
        let isDigest =
            text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest else { return nil }
        hexadecimal = text
    }
}
