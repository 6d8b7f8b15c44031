/// Text that is gathered in pieces and forgotten for each cell anew. Its memory stays and is no array's: forty thousand
/// cells would ask as often whether they alone hold it.
struct TextBuffer {
    private var memory: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 256)
    private(set) var count = 0

    /// What was gathered; valid until the next piece.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

    /// The text without white space at its ends.
    var trimmed: String { String(decoding: DecimalText.trimmed(bytes), as: UTF8.self) }

    mutating func removeAll() { count = 0 }

    mutating func append(_ piece: UnsafePointer<UInt8>, count added: Int) {
        if count + added > memory.count { grow(to: max(count + added, 2 * memory.count)) }
        memory.baseAddress?.advanced(by: count).update(from: piece, count: added)
        count += added
    }

    private mutating func grow(to capacity: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        _ = larger.update(from: bytes)
        memory.deallocate()
        memory = larger
    }

    /// To be called once, when nothing more is gathered.
    func deallocate() { memory.deallocate() }
}
