#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Unoptimised, a search of Swift's own asks the allocator for each byte of a file, and one for characters costs more still.

extension ArraySlice<UInt8> {
    /// The first index of a byte.
    func place(of byte: UInt8) -> Int? {
        withUnsafeBytes { $0.place(of: byte, from: 0) }.map { startIndex + $0 }
    }
}

extension Substring {
    /// Whether one of some characters of ASCII stands in it.
    func holds(anyOf characters: StaticString) -> Bool {
        withBytes { bytes in
            (0..<characters.utf8CodeUnitCount).contains { bytes.place(of: characters.utf8Start[$0], from: 0) != nil }
        }
    }

    /// How often a character of ASCII stands in it.
    func count(of character: UInt8) -> Int {
        withBytes { bytes in
            var (count, start) = (0, 0)
            while let place = bytes.place(of: character, from: start) { (count, start) = (count + 1, place + 1) }
            return count
        }
    }

    /// What stands between separators, without white space around it.
    func split(at separator: UInt8) -> [String] {
        withBytes { bytes in
            var (fields, start): ([String], Int) = ([], 0)
            while true {
                let end = bytes.place(of: separator, from: start) ?? bytes.count
                fields.append(bytes.trimmedText(start..<end))
                guard end < bytes.count else { return fields }
                start = end + 1
            }
        }
    }

    private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) { return result }
        return Array(utf8).withUnsafeBytes(body)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func place(of byte: UInt8, from start: Int) -> Int? {
        guard let first = baseAddress, start < count,
            let found = memchr(first + start, CInt(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - first
    }

    fileprivate func trimmedText(_ range: Range<Int>) -> String {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == 0x20 || (0x09...0x0D).contains(self[start]) { start += 1 }
        while start < end, self[end - 1] == 0x20 || (0x09...0x0D).contains(self[end - 1]) { end -= 1 }
        guard start < end else { return "" }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: self[start..<end]), as: UTF8.self)
        // White space beyond ASCII.
        return self[start] < 0x80 && self[end - 1] < 0x80 ? text : String(text.trimmed)
    }
}
