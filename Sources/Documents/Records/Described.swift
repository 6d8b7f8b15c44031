/// A value whose form in JSON is known before there is one.
public protocol Described: Encodable, Sendable {
    static var schema: Schema { get }
}

extension Bool: Described { public static var schema: Schema { .boolean } }
extension Int: Described { public static var schema: Schema { .integer } }
extension Double: Described { public static var schema: Schema { .number } }
extension String: Described { public static var schema: Schema { .text } }

extension Optional: Described where Wrapped: Described {
    public static var schema: Schema { .nullable(Wrapped.schema) }
}

extension Array: Described where Element: Described {
    public static var schema: Schema { .list(Element.schema) }
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
