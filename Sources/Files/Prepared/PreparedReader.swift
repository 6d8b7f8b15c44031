/// Takes values from what ``PreparedWriter`` wrote, in the same order. Nothing is read beyond the end.
public struct PreparedReader {
    private var rest: UnsafeRawBufferPointer

    /// - Parameter bytes: that stay where they are as long as they are read.
    public init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    public var isAtTheEnd: Bool { rest.isEmpty }

    /// Why bytes are not what was written.
    public enum Fault: Error, Sendable, Hashable {
        case endsEarly
        /// A value can't be what it stands for.
        case unusableValue
    }

    public mutating func count() throws(Fault) -> Int { Int(UInt32(littleEndian: try number())) }

    public mutating func uint64() throws(Fault) -> UInt64 { UInt64(littleEndian: try number()) }

    public mutating func double() throws(Fault) -> Double { Double(bitPattern: try uint64()) }

    public mutating func text() throws(Fault) -> String { String(decoding: try bytes(), as: UTF8.self) }

    /// Bytes that were put as a whole.
    public mutating func bytes() throws(Fault) -> UnsafeRawBufferPointer {
        let count = try count()
        guard count <= rest.count else { throw .endsEarly }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }

    public mutating func boolean() throws(Fault) -> Bool {
        let byte: UInt8 = try number()
        guard byte <= 1 else { throw .unusableValue }
        return byte == 1
    }

    public mutating func oneOf<Value: CaseIterable>() throws(Fault) -> Value {
        let place = try count()
        guard place < Value.allCases.count else { throw .unusableValue }
        return Value.allCases[Value.allCases.index(Value.allCases.startIndex, offsetBy: place)]
    }

    public mutating func ifAny<Value>(
        _ value: (inout PreparedReader) throws(Fault) -> Value
    ) throws(Fault) -> Value? {
        try boolean() ? try value(&self) : nil
    }

    public mutating func textIfAny() throws(Fault) -> String? { try boolean() ? try text() : nil }

    /// Every element has at least a byte, so a great count can't ask for memory.
    public mutating func all<Element>(
        _ element: (inout PreparedReader) throws(Fault) -> Element
    ) throws(Fault) -> [Element] {
        let count = try count()
        guard count <= rest.count else { throw .endsEarly }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    public mutating func byKey<Value>(
        _ value: (inout PreparedReader) throws(Fault) -> Value
    ) throws(Fault) -> [String: Value] {
        let count = try count()
        guard count <= rest.count else { throw .endsEarly }
        var values: [String: Value] = [:]
        values.reserveCapacity(count)
        for _ in 0..<count {
            let key = try text()
            values[key] = try value(&self)
        }
        return values
    }

    private mutating func number<Number: BitwiseCopyable>() throws(Fault) -> Number {
        let size = MemoryLayout<Number>.size
        guard size <= rest.count else { throw .endsEarly }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[size...]) }
        return rest.loadUnaligned(as: Number.self)
    }
}
