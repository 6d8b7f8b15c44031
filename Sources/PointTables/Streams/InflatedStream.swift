import CZlib

/// What a stream holds once it is unpacked: gzip of one member or more, or the bare data of a ZIP archive.
final class InflatedStream: ByteStream {
    enum Wrapping { case gzip, none }

    private let source: any ByteStream
    private let wrapping: Wrapping
    private let file: String
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var isAtTheEnd = false

    init(_ source: any ByteStream, _ wrapping: Wrapping, file: String) throws(PointTableError) {
        (self.source, self.wrapping, self.file) = (source, wrapping, file)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the gzip wrapper; negative without any.
        let bits: CInt = wrapping == .gzip ? 15 + 16 : -15
        guard inflateInit2_(stream, bits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .badCompression(file: file)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        guard !isAtTheEnd, !buffer.isEmpty else { return 0 }
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = CUnsignedInt(clamping: buffer.count)
        let offered = stream.pointee.avail_out
        while stream.pointee.avail_out == offered {
            if stream.pointee.avail_in == 0 { try refill() }
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_STREAM_END: try endMember()
            case Z_OK: continue
            default: throw .badCompression(file: file)
            }
            if isAtTheEnd { break }
        }
        return Int(offered - stream.pointee.avail_out)
    }

    private func refill() throws(PointTableError) {
        let count = try source.read(into: input)
        guard count > 0 else { throw .brokenOff(file: file) }
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = CUnsignedInt(count)
    }

    /// Another member of gzip may follow.
    private func endMember() throws(PointTableError) {
        if wrapping == .gzip, stream.pointee.avail_in == 0 {
            let count = try source.read(into: input)
            stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_in = CUnsignedInt(count)
        }
        guard wrapping == .gzip, stream.pointee.avail_in > 0 else {
            isAtTheEnd = true
            return
        }
        guard inflateReset(stream) == Z_OK else { throw .badCompression(file: file) }
    }
}
