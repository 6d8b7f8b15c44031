import Foundation
import Testing

@testable import Documents

/// JSON and numbers that a page carries.
@Suite struct ScriptTextTests {
    /// Nothing ends the block, and a reader of JSON finds the very text.
    @Test(arguments: EscapingTests.hostile + ["<!--<script>", "<", "\\u003c<"]) func endsNoBlock(text: String) throws {
        let escaped = ScriptText.escaped(json: JSONValue.array([.text(text)]).compact)
        #expect(!escaped.utf8.contains(UInt8(ascii: "<")))
        #expect(try JSONDecoder().decode([String].self, from: Data(escaped.utf8)) == [text])
    }

    /// Single precision, the lowest byte first, as a browser's `Float32Array` has it.
    @Test func packsNumbers() throws {
        guard case .text(let text) = PackedNumbers.text([1, -2.5, .infinity, 5e-4]) else {
            Issue.record("numbers are packed as a text")
            return
        }
        let bytes = try #require(Data(base64Encoded: text))
        #expect(Array(bytes.prefix(8)) == [0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0])
        #expect(
            Array(bytes.suffix(8)) == [0, 0, 0x80, 0x7F]
                + withUnsafeBytes(of: Float(5e-4).bitPattern.littleEndian) { Array($0) })
    }
}
