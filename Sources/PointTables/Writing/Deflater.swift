import CZlib

/// Packs bytes one after another, quickly rather than small.
public final class Deflater {
    public enum Wrapping: Sendable { case gzip, none }

    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    public init(_ wrapping: Wrapping) {
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the gzip wrapper; negative without any. It fails for want of memory alone.
        let bits: CInt = wrapping == .gzip ? 15 + 16 : -15
        let size = CInt(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(stream, 1, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(status == Z_OK, "no memory to pack with")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// - Parameter isLast: whether nothing follows.
    /// - Returns: what is to be written by now.
    public func packed(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
        var packed: [UInt8] = []
        bytes.withUnsafeBufferPointer { input in
            // zlib reads through this pointer and never writes; its C type says otherwise.
            stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
            stream.pointee.avail_in = CUnsignedInt(input.count)
            repeat {
                let produced = chunk.withUnsafeMutableBufferPointer { chunk in
                    stream.pointee.next_out = chunk.baseAddress
                    stream.pointee.avail_out = CUnsignedInt(chunk.count)
                    deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    return chunk.count - Int(stream.pointee.avail_out)
                }
                packed += chunk[..<produced]
            } while stream.pointee.avail_out == 0
        }
        return packed
    }
}
