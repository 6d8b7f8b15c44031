import CZlib

/// A stream whose bytes are compared with their checksum at its end.
final class CheckedStream: ByteStream {
    private let source: any ByteStream
    private let checksum: UInt
    private let file: String
    private var sum: UInt = 0

    init(_ source: any ByteStream, checksum: UInt, file: String) {
        (self.source, self.checksum, self.file) = (source, checksum, file)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        let count = try source.read(into: buffer)
        if count == 0, !buffer.isEmpty {
            guard sum == checksum else { throw .badCompression(file: file) }
        } else {
            sum = crc32_z(sum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
        }
        return count
    }
}
