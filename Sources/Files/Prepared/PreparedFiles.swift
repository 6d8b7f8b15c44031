/// What was made ready of files, found by their paths: in place of reading the text of a file that has not changed since.
public struct PreparedFiles {
    private let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: as ``bytes(of:)`` gives them, in a place where they stay as long as they are asked; or none.
    public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// A file and what was made of it.
    public struct Entry {
        let path: String
        let mark: UInt64
        let contents: [UInt8]

        /// - Parameter source: the files that it was made of, one after the other.
        public init(path: String, source: [UInt8], contents: [UInt8]) {
            (self.path, mark, self.contents) = (path, PreparedFiles.mark(of: source), contents)
        }
    }

    public static func bytes(of entries: [Entry]) -> [UInt8] {
        var writer = PreparedWriter()
        for entry in entries {
            writer.put(entry.path)
            writer.put(entry.mark)
            writer.put(bytes: entry.contents)
        }
        return writer.bytes
    }

    /// What was made of a file.
    /// - Parameter source: as it was given to ``Entry``.
    /// - Returns: nil where there is nothing for these very bytes: they are to be read then.
    public func value<Value>(
        of path: String, source: [UInt8], _ read: (inout PreparedReader) throws(PreparedReader.Fault) -> Value
    ) -> Value? {
        guard !bytes.isEmpty else { return nil }
        var reader = PreparedReader(bytes)
        do throws(PreparedReader.Fault) {
            while !reader.isAtTheEnd {
                let (name, mark, contents) = (try reader.bytes(), try reader.uint64(), try reader.bytes())
                guard name.elementsEqual(path.utf8) else { continue }
                guard mark == Self.mark(of: source) else { return nil }
                var reader = PreparedReader(contents)
                let value = try read(&reader)
                return reader.isAtTheEnd ? value : nil
            }
            return nil
        } catch { return nil }
    }

    /// Tells versions of a file apart of which both are the program's own; others are compared byte for byte before they come
    /// here. FNV-1a over words of eight bytes, so that it takes less than a copy, each folded so that its highest bytes count.
    private static func mark(of source: [UInt8]) -> UInt64 {
        var mark: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ word: UInt64) {
            mark = (mark ^ word) &* 0x100_0000_01b3
            mark ^= mark >> 32
        }
        source.withUnsafeBytes { bytes in
            var place = 0
            while place + 8 <= bytes.count {
                take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place += 8
            }
            while place < bytes.count {
                take(UInt64(bytes[place]))
                place += 1
            }
        }
        take(UInt64(source.count))
        return mark
    }
}
