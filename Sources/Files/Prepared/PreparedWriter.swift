/// Puts values into bytes from which ``PreparedReader`` takes them again without reading any text: what a program carries is
/// there at each start.
public struct PreparedWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func put(_ count: Int) {
        withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    public mutating func put(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    public mutating func put(_ number: Double) { put(number.bitPattern) }

    public mutating func put(_ text: String) { put(bytes: Array(text.utf8)) }

    public mutating func put(bytes contents: [UInt8]) {
        put(contents.count)
        bytes += contents
    }

    public mutating func put(_ isSo: Bool) { bytes.append(isSo ? 1 : 0) }

    /// One of few, by its place among all.
    public mutating func put<Value: CaseIterable & Equatable>(oneOf value: Value) {
        for (place, other) in Value.allCases.enumerated() where other == value { put(place) }
    }

    /// Whether there is a value, and the value.
    public mutating func put<Value>(ifAny value: Value?, _ put: (inout PreparedWriter, Value) -> Void) {
        self.put(value != nil)
        if let value { put(&self, value) }
    }

    public mutating func put(ifAny text: String?) { put(ifAny: text) { $0.put($1) } }

    /// A count and as many elements.
    public mutating func put<Element>(
        all elements: some Collection<Element>, _ put: (inout PreparedWriter, Element) -> Void
    ) {
        self.put(elements.count)
        for element in elements { put(&self, element) }
    }

    /// In order of the keys: the same values are the same bytes.
    public mutating func put<Value>(
        byKey values: [String: Value], _ put: (inout PreparedWriter, Value) -> Void
    ) {
        self.put(all: values.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key)
            put(&writer, pair.value)
        }
    }
}
