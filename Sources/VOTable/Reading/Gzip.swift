import CZlib

/// Decompression of a gzipped document.
public enum Gzip {
    public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// Inflates a gzip file of one or more members; zlib checks each member's CRC and length.
    ///
    /// - Parameter limit: greatest size of the result [byte]; the output grows only with what was really inflated.
    public static func inflated(_ bytes: [UInt8], limit: Int) throws(VOTableError) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 for the gzip wrapper.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .badCompression(.corrupt)
        }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var consumed = 0
        while true {
            let (status, taken, produced) = step(&stream, bytes, from: consumed, into: &chunk)
            consumed += taken
            guard output.count + produced <= limit else { throw .tooLarge(.inflatedBytes, limit: limit, line: nil) }
            output.append(contentsOf: chunk[..<produced])
            switch status {
            case Z_STREAM_END:
                if consumed == bytes.count { return output }
                guard isGzip(bytes[consumed...]) else { throw .badCompression(.trailingBytes) }
                inflateReset(&stream)
            case Z_OK where taken > 0 || produced > 0:
                continue
            case Z_OK, Z_BUF_ERROR:
                throw .badCompression(.truncated)
            default:
                throw .badCompression(.corrupt)
            }
        }
    }

    /// The first bytes of what a gzip file holds, by which it is known what that is.
    /// - Returns: fewer than `count` where there are no more, or where what follows is damaged.
    public static func beginning(of bytes: [UInt8], count: Int) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            return []
        }
        defer { inflateEnd(&stream) }
        var chunk = [UInt8](repeating: 0, count: count)
        let (_, _, produced) = step(&stream, bytes, from: 0, into: &chunk)
        return Array(chunk[..<produced])
    }

    /// One call of zlib: its status, and how many bytes it took and gave.
    private static func step(
        _ stream: inout z_stream, _ bytes: [UInt8], from start: Int, into chunk: inout [UInt8]
    ) -> (status: CInt, taken: Int, produced: Int) {
        bytes.withUnsafeBufferPointer { input in
            chunk.withUnsafeMutableBufferPointer { chunk in
                let offered = CUnsignedInt(clamping: input.count - start)
                // zlib reads through this pointer and never writes; its C type says otherwise.
                stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
                stream.avail_in = offered
                stream.next_out = chunk.baseAddress
                stream.avail_out = CUnsignedInt(chunk.count)
                let status = inflate(&stream, Z_NO_FLUSH)
                return (status, Int(offered - stream.avail_in), chunk.count - Int(stream.avail_out))
            }
        }
    }
}
