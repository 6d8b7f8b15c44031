/// A value whose form in JSON is known before there is one.
public protocol Described: Encodable, Sendable {
    static var schema: Schema { get }

    /// Writes itself as ``OrderedJSONEncoder`` would have it on one line, without a tree of values in between where it can.
    func write(to line: inout JSONLine) throws
}

extension Described {
    public func write(to line: inout JSONLine) throws { line.write(try OrderedJSONEncoder().encode(self)) }
}

extension Bool: Described {
    public static var schema: Schema { .boolean }
    public func write(to line: inout JSONLine) { line.write(self) }
}

extension Int: Described {
    public static var schema: Schema { .integer }
    public func write(to line: inout JSONLine) { line.write(self) }
}

extension Double: Described {
    public static var schema: Schema { .number }
    public func write(to line: inout JSONLine) { line.write(self) }
}

extension String: Described {
    public static var schema: Schema { .text }
    public func write(to line: inout JSONLine) { line.write(self) }
}

extension Optional: Described where Wrapped: Described {
    public static var schema: Schema { .nullable(Wrapped.schema) }

    public func write(to line: inout JSONLine) throws {
        if let value = self { try value.write(to: &line) } else { line.writeNull() }
    }
}

extension Array: Described where Element: Described {
    public static var schema: Schema { .list(Element.schema) }

    public func write(to line: inout JSONLine) throws {
        line.open("[")
        for element in self {
            line.separate()
            try element.write(to: &line)
        }
        line.close("]")
    }
}

/// Both ends, as two numbers.
extension ClosedRange: Described where Bound: Described & Encodable {
    public static var schema: Schema { .list(Bound.schema, count: 2) }
}

extension SIMD2: Described where Scalar: Described & Encodable {
    public static var schema: Schema { .list(Scalar.schema, count: 2) }
}

extension SIMD3: Described where Scalar: Described & Encodable {
    public static var schema: Schema { .list(Scalar.schema, count: 3) }
}

extension Double {
    /// The number; nil where it is none, or not finite.
    public var ifFinite: Double? { isFinite ? self : nil }
}
