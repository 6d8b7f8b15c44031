/// Bytes that come one after another.
protocol ByteStream: AnyObject {
    /// Reads as many bytes as are there at once, at most as the buffer holds.
    /// - Returns: how many; 0 at the end alone.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int
}

extension ByteStream {
    /// Reads until the buffer is full or the stream ends.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        var count = 0
        while count < buffer.count {
            let more = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if more == 0 { break }
            count += more
        }
        return count
    }
}

/// A file that is read from its beginning to its end.
final class WholeStream: ByteStream {
    private let input: InputFile

    init(_ input: InputFile) { self.input = input }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        try input.read(into: buffer)
    }
}

/// A part of a file; several can be read in turn.
final class SectionStream: ByteStream {
    private let input: InputFile
    private var offset: Int
    private let end: Int

    init(_ input: InputFile, _ range: Range<Int>) {
        self.input = input
        (offset, end) = (range.lowerBound, range.upperBound)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        let wanted = min(buffer.count, end - offset)
        guard wanted > 0 else { return 0 }
        let count = try input.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
        offset += count
        return count
    }
}

/// What was read to know a stream, and then the stream.
final class ResumedStream: ByteStream {
    private var beginning: ArraySlice<UInt8>
    private let rest: any ByteStream

    init(_ beginning: [UInt8], _ rest: any ByteStream) {
        self.beginning = beginning[...]
        self.rest = rest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        guard !beginning.isEmpty else { return try rest.read(into: buffer) }
        let count = min(buffer.count, beginning.count)
        buffer.copyBytes(from: beginning.prefix(count))
        beginning = beginning.dropFirst(count)
        return count
    }
}
