import Foundation
import Testing

@testable import VOTable

@Suite struct BinaryTests {
    private let everyType = [
        #"<FIELD name="l" datatype="long"/>"#, #"<FIELD name="s" datatype="short"/>"#,
        #"<FIELD name="u" datatype="unsignedByte"><VALUES null="255"/></FIELD>"#,
        #"<FIELD name="f" datatype="float"/>"#,
        #"<FIELD name="b" datatype="boolean"/>"#, #"<FIELD name="t" datatype="bit" arraysize="9"/>"#,
        #"<FIELD name="c" datatype="char" arraysize="4"/>"#, #"<FIELD name="w" datatype="unicodeChar" arraysize="*"/>"#,
        #"<FIELD name="z" datatype="doubleComplex"/>"#,
    ].joined()

    private let cells: [UInt8] =
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE] + [0x80, 0x00] + [0xFF] + [0x3F, 0xC0, 0x00, 0x00]
        + [UInt8(ascii: "F")] + [0xAA, 0x80] + Array("ab\0x".utf8) + [0, 0, 0, 1, 0x03, 0xBC]
        + [UInt8](repeating: 0, count: 16)

    private func read(_ bytes: [UInt8], _ fields: String, _ element: String) throws(VOTableError) -> Table? {
        let text = SampleDocument.text(fields: fields, data: SampleDocument.stream(base64(bytes), element))
        return try VOTableDocument(Array(text.utf8)).tables.first
    }

    @Test func everyTypeInBothEncodings() throws {
        let expected: [Column] = [
            .numbers([-2]), .numbers([-32768]), .numbers([nil]), .numbers([1.5]), .truths([false]), .skipped(rows: 1),
            .texts(["ab"]), .texts(["μ"]), .skipped(rows: 1),
        ]
        #expect(try read(cells, everyType, "BINARY")?.columns == expected)
        #expect(try read([0, 0] + cells, everyType, "BINARY2")?.columns == expected)
    }

    @Test func nullFlagsWin() throws {
        let table = try read([0b1100_0001, 0x80] + cells, everyType, "BINARY2")
        #expect(table?.columns[0] == .numbers([nil]))
        #expect(table?.columns[1] == .numbers([nil]))
        #expect(table?.columns[3] == .numbers([1.5]))
        #expect(table?.columns[7] == .texts([""]))
    }

    /// Cut anywhere, the last row is broken; only at the very beginning there is no row at all.
    @Test func everyCutIsFound() throws {
        for count in 1..<cells.count {
            let error = #expect(throws: VOTableError.self) {
                try read(Array(cells[..<count]), everyType, "BINARY")
            }
            guard case .badBinary(row: 1, field: _, line: _)? = error else {
                Issue.record("cut at \(count): \(String(describing: error))")
                continue
            }
        }
        #expect(try read([], everyType, "BINARY")?.rowCount == 0)
    }

    @Test func aCellCannotClaimMoreThanThereIs() {
        let text = #"<FIELD name="c" datatype="char" arraysize="*"/>"#
        #expect(throws: VOTableError.tooLarge(.arrayElements, limit: 1 << 20, line: 1)) {
            try read([0x7F, 0xFF, 0xFF, 0xFF, 0x41], text, "BINARY")
        }
        #expect(throws: VOTableError.badBinary(row: 1, field: "c", line: 1)) {
            try read([0, 0, 0, 9, 0x41], text, "BINARY")
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "AA=", "AAA==", "A===", "AA==A", "AA-A", "AAAA="])
    func brokenBase64IsRefused(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(Base64.decoded) == nil)
    }

    /// White space may stand anywhere and no other foreign character, which is why this reader is not Foundation's: that
    /// refuses the one with the other, or passes over both. It is asked for the bytes all the same.
    @Test(arguments: ["AQID", "AQI=", "AQ==", "/+8="])
    func whiteSpaceIsPassedOverAndNothingElse(_ text: String) throws {
        func decoded(_ text: String) -> [UInt8]? { Array(text.utf8).withUnsafeBufferPointer(Base64.decoded) }
        let bytes = try #require(Data(base64Encoded: text).map { Array($0) })
        #expect(decoded(text) == bytes)
        for position in 0...text.count {
            let index = text.index(text.startIndex, offsetBy: position)
            for white in [" ", "\n", "\r\n", "\t"] {
                #expect(
                    decoded(text[..<index] + white + text[index...]) == bytes, "\(white.debugDescription) \(position)")
            }
            for foreign in ["-", "_", "\u{0}", "\u{A0}", ",", "é", "*"] {
                let foreign = text[..<index] + foreign + text[index...]
                #expect(decoded(String(foreign)) == nil, "\(foreign.debugDescription)")
                #expect(Data(base64Encoded: String(foreign)) == nil)
            }
        }
        let folded = text + "\n"
        #expect(Data(base64Encoded: folded) == nil, "Foundation's reader could be taken now")
    }

    /// libxml2 hands a long text over in pieces, wherever they part it.
    @Test func base64InPieces() {
        let bytes = (0..<31).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
        let text = Array(base64(bytes).utf8)
        for size in 1...9 {
            var decoder = Base64()
            for start in stride(from: 0, to: text.count, by: size) {
                text[start..<min(start + size, text.count)].withUnsafeBufferPointer { decoder.append($0) }
            }
            #expect(decoder.length == text.count && decoder.finish() == bytes, "in pieces of \(size)")
        }
    }

    @Test func base64OfEveryLength() {
        for count in 0...9 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
            #expect(Array(base64(bytes).utf8).withUnsafeBufferPointer(Base64.decoded) == bytes)
        }
    }

    /// RFC 4648 §4.
    private func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for digit in 0..<4 {
                text.append(digit <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] : "=")
            }
        }
        return text
    }
}
