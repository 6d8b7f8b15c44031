import CZlib
import Testing

@testable import VOTable

/// Every bound of ``ReadingLimits`` holds.
@Suite struct LimitTests {
    private func error(_ text: String, _ change: (inout ReadingLimits) -> Void) -> VOTableError? {
        var limits = ReadingLimits.standard
        change(&limits)
        return #expect(throws: VOTableError.self) { try VOTableDocument(Array(text.utf8), limits: limits) }
    }

    @Test func eachIsKept() {
        let text = SampleDocument.text()
        #expect(error(text) { $0.inputBytes = 10 } == .tooLarge(.inputBytes, limit: 10, line: nil))
        #expect(error(text) { $0.depth = 5 } == .tooLarge(.depth, limit: 5, line: 1))
        #expect(error(text) { $0.attributeBytes = 3 } == .tooLarge(.attributeBytes, limit: 3, line: 1))
        #expect(error(text) { $0.textBytes = 2 } == .tooLarge(.textBytes, limit: 2, line: 1))
        #expect(error(text) { $0.fields = 1 } == .tooLarge(.fields, limit: 1, line: 1))
        #expect(error(text) { $0.cells = 1 } == .tooLarge(.cells, limit: 1, line: 1))
        #expect(error(text) { $0.elements = 4 } == .tooLarge(.elements, limit: 4, line: 1))
        let binary = SampleDocument.text(data: SampleDocument.stream("AD/4AAAAAAAAAAAAAg=="))
        #expect(error(binary) { $0.streamBytes = 5 } == .tooLarge(.streamBytes, limit: 5, line: 1))
        #expect(error(binary) { $0.cells = 1 } == .tooLarge(.cells, limit: 1, line: 1))
        let array = SampleDocument.text(fields: #"<FIELD name="a" datatype="int" arraysize="3x4"/>"#)
        #expect(error(array) { $0.arrayElements = 11 } == .tooLarge(.arrayElements, limit: 11, line: 1))
        let entities = SampleDocument.text(prolog: #"<!DOCTYPE V [<!ENTITY a "a"><!ENTITY b "b">]>"#)
        #expect(error(entities) { $0.entities = 1 } == .tooLarge(.entities, limit: 1, line: 1))
        #expect(error(entities) { $0.entityBytes = 0 } == .entityRefused(name: "a", line: 1))
    }

    @Test func aProductBeyondTheIntegersIsNoSize() {
        for size in ["9223372036854775807x2", "0", "-1", "1x", "x", "", "2 ", "*x2", "1e3"] {
            let text = SampleDocument.text(fields: #"<FIELD name="a" datatype="int" arraysize="\#(size)"/>"#)
            #expect(throws: VOTableError.badArraySize(field: "a", arraysize: size, line: 1)) {
                try VOTableDocument(Array(text.utf8))
            }
        }
    }

    @Test func warningsAreBounded() throws {
        let text = SampleDocument.text(fields: SampleDocument.fields + String(repeating: "<odd/>", count: 1_000))
        #expect(try VOTableDocument(Array(text.utf8)).warnings.count == ReadingLimits.standard.warnings)
    }

    @Test func gzipIsBoundedAndChecked() throws {
        let plain = Array(SampleDocument.text().utf8)
        let compressed = try gzip(plain)
        #expect(try VOTableDocument(compressed) == VOTableDocument(plain))
        #expect(try Gzip.inflated(compressed + compressed, limit: 1 << 20) == plain + plain)
        #expect(throws: VOTableError.badCompression(.trailingBytes)) { try VOTableDocument(compressed + [1, 2]) }
        for count in 3..<compressed.count {
            #expect(throws: VOTableError.badCompression(.truncated)) {
                try VOTableDocument(Array(compressed[..<count]))
            }
        }
        // 100 MB of zeros in a hundred thousand bytes.
        let bomb = try gzip([UInt8](repeating: 0, count: 100 << 20))
        let limit = ReadingLimits.standard.inflatedBytes
        #expect(throws: VOTableError.tooLarge(.inflatedBytes, limit: limit, line: nil)) { try VOTableDocument(bomb) }
    }

    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let size = CInt(MemoryLayout<z_stream>.size)
        // Window of 15 bits, and 16 for the gzip wrapper.
        try #require(deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, CUnsignedInt(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, CUnsignedInt(output.count))
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<written])
    }
}
