/// Which of four numbers are below others, to choose between vectors by.
///
/// Lane by lane and as bits, because the standard library's masks are compared with zero again each time they choose: six
/// instructions where one or three do it, and compilers see minimum and maximum in the form that is here.
public struct VectorSelection {
    @usableFromInline let bits: SIMD4<UInt64>

    @inlinable @inline(__always)
    init(bits: SIMD4<UInt64>) { self.bits = bits }

    /// Where x is below another.
    @inlinable @inline(__always)
    public init(_ x: SIMD4<Double>, below other: SIMD4<Double>) {
        bits = SIMD4(
            x.x < other.x ? .max : 0, x.y < other.y ? .max : 0, x.z < other.z ? .max : 0, x.w < other.w ? .max : 0)
    }

    /// Where both select.
    @inlinable @inline(__always)
    public static func & (left: Self, right: Self) -> Self { Self(bits: left.bits & right.bits) }

    /// Where this does not select.
    @inlinable @inline(__always)
    public static prefix func ! (selection: Self) -> Self { Self(bits: ~selection.bits) }

    /// Whether anything is selected.
    @inlinable @inline(__always)
    public var isAny: Bool { (bits.x | bits.y) | (bits.z | bits.w) != 0 }

    /// Whether everything is.
    @inlinable @inline(__always)
    public var isAll: Bool { (bits.x & bits.y) & (bits.z & bits.w) != 0 }

    @inlinable @inline(__always)
    public subscript(lane: Int) -> Bool { bits[lane] != 0 }

    /// x where it is selected, zero elsewhere.
    @inlinable @inline(__always)
    public func callAsFunction(_ x: SIMD4<Double>) -> SIMD4<Double> {
        unsafeBitCast(unsafeBitCast(x, to: SIMD4<UInt64>.self) & bits, to: SIMD4<Double>.self)
    }

    /// x where it is selected, another elsewhere.
    @inlinable @inline(__always)
    public func callAsFunction(_ x: SIMD4<Double>, else other: SIMD4<Double>) -> SIMD4<Double> {
        let kept = unsafeBitCast(x, to: SIMD4<UInt64>.self) & bits
        return unsafeBitCast(
            kept | (unsafeBitCast(other, to: SIMD4<UInt64>.self) & ~bits), to: SIMD4<Double>.self)
    }
}

/// x, but at least some number.
@inlinable @inline(__always)
public func raised(_ x: SIMD4<Double>, to least: Double) -> SIMD4<Double> {
    SIMD4(
        x.x < least ? least : x.x, x.y < least ? least : x.y, x.z < least ? least : x.z, x.w < least ? least : x.w)
}

/// x, but at most some numbers.
@inlinable @inline(__always)
public func lowered(_ x: SIMD4<Double>, to most: SIMD4<Double>) -> SIMD4<Double> {
    SIMD4(
        x.x > most.x ? most.x : x.x, x.y > most.y ? most.y : x.y, x.z > most.z ? most.z : x.z,
        x.w > most.w ? most.w : x.w)
}
