/// Bytes that are appended one after another, without the checks and copies of an array.
final class ByteBuffer {
    private(set) var base: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    var bytes: UnsafeRawBufferPointer { .init(start: base, count: count) }

    /// Whether it holds signs of ASCII alone.
    private(set) var isPlain = true

    /// Makes room, so that ``put(_:)`` needs none.
    @inline(__always)
    func reserve(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    private func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
        moved.copyMemory(from: base, byteCount: count)
        base.deallocate()
        (base, capacity) = (moved, larger)
    }

    /// A byte for which there is room.
    @inline(__always)
    func put(_ byte: UInt8) {
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count &+= 1
    }

    @inline(__always)
    func append(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    /// Bytes of ASCII, or of no text.
    @inline(__always)
    func append(_ part: UnsafeBufferPointer<UInt8>) {
        guard let start = part.baseAddress, !part.isEmpty else { return }
        reserve(part.count)
        (base + count).copyMemory(from: start, byteCount: part.count)
        count &+= part.count
    }

    func append(_ part: UnsafeRawBufferPointer) { append(part.assumingMemoryBound(to: UInt8.self)) }

    func append(_ part: [UInt8]) { part.withUnsafeBufferPointer { append($0) } }

    func append(_ text: String) {
        var text = text
        text.withUTF8 {
            if isPlain, $0.contains(where: { $0 >= 0x80 }) { isPlain = false }
            append($0)
        }
    }

    func removeAll() { (count, isPlain) = (0, true) }
}
