import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file, standard input, or bytes in memory.
final class InputFile {
    /// Its name for errors, without folders.
    let name: String
    /// [byte]; nil for a pipe or a device.
    let size: Int?
    private let source: Source
    private let isInterrupted: () -> Bool
    /// Where ``read(into:)`` goes on [byte].
    private(set) var offset = 0

    private enum Source {
        case file(OwnedFile)
        case standardInput
        case memory([UInt8])
    }

    /// A file that is closed with it.
    private final class OwnedFile {
        let file: OpenFile
        init(_ path: String) throws(SystemError) { file = try OpenFile(path, O_RDONLY) }
    }

    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - isInterrupted: whether a signal that comes while bytes are waited for is to end the reading.
    /// - Throws: ``Files/ReadingError``
    init(_ path: String?, isInterrupted: @escaping () -> Bool = { false }) throws(ReadingError) {
        self.isInterrupted = isInterrupted
        var found = stat()
        let descriptor: Int32
        if let path {
            let owned: OwnedFile
            do throws(SystemError) { owned = try OwnedFile(path) } catch { throw .unreadable(path: path, error) }
            (source, name) = (.file(owned), splittingLastComponent(path).name)
            descriptor = owned.file.descriptor
        } else {
            (source, name) = (.standardInput, "standard input")
            descriptor = STDIN_FILENO
        }
        guard fstat(descriptor, &found) == 0 else { throw .unreadable(path: path ?? name, .current) }
        if found.st_mode & S_IFMT == S_IFDIR { throw .notAFile(path: path ?? name) }
        // A file that is standard input may have been read before.
        let isFile = found.st_mode & S_IFMT == S_IFREG && (path != nil || lseek(descriptor, 0, SEEK_CUR) == 0)
        size = isFile ? Int(found.st_size) : nil
    }

    /// Bytes that are there already.
    init(contents: [UInt8], name: String) {
        (self.name, size, source) = (name, contents.count, .memory(contents))
        isInterrupted = { false }
    }

    private var descriptor: Int32 {
        if case .file(let owned) = source { owned.file.descriptor } else { STDIN_FILENO }
    }

    /// Reads what comes next.
    /// - Returns: how many bytes; 0 at the end alone.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        let count: Int
        if case .memory = source {
            count = try read(at: offset, into: buffer)
        } else {
            let descriptor = descriptor
            count = try again { readSome(descriptor, buffer) }
        }
        offset += count
        return count
    }

    /// Reads at a place.
    func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) throws(PointTableError) -> Int {
        if case .memory(let contents) = source {
            let part = contents[min(place, contents.count)...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            return part.count
        }
        let descriptor = descriptor
        return try again { pread(descriptor, buffer.baseAddress, buffer.count, off_t(place)) }
    }

    /// Makes a call that reads, again where a signal has interrupted it that is to end nothing.
    private func again(_ call: () -> Int) throws(PointTableError) -> Int {
        while true {
            let count = call()
            if count >= 0 { return count }
            guard errno == EINTR, !isInterrupted() else { throw .unreadable(.current, file: name) }
        }
    }

    /// The bytes at some places of a file.
    func bytes(_ range: Range<Int>) throws(PointTableError) -> [UInt8] {
        let stream = SectionStream(self, range)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 16)
        defer { buffer.deallocate() }
        let count = try stream.fill(buffer)
        guard count == range.count else { throw .brokenOff(file: name) }
        return Array(buffer)
    }
}

// Inside of `InputFile` this name is its own.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
