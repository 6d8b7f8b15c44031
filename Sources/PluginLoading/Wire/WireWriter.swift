/// Puts values into the bytes of a message between the program and its child, both of one build.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: UInt8) { bytes.append(value) }

    mutating func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func put(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func put(_ value: Double) { put(value.bitPattern) }

    mutating func put(_ values: [UInt8]) {
        put(UInt32(values.count))
        bytes.append(contentsOf: values)
    }

    mutating func put(_ text: String) { put(Array(text.utf8)) }

    mutating func put(_ value: Bool) { put(value ? 1 : 0 as UInt8) }

    mutating func put(_ value: Double?) {
        put(value != nil)
        if let value { put(value) }
    }

    /// A count and as many elements.
    mutating func put<Element>(all elements: some Collection<Element>, _ put: (inout WireWriter, Element) -> Void) {
        self.put(UInt32(elements.count))
        for element in elements { put(&self, element) }
    }
}
