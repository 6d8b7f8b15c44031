/// Gauss–Legendre rules of a few nodes as numbers that the compiler can put into a loop, where ``GaussLegendre`` would
/// read them from memory. Abramowitz and Stegun, table 25.4.

/// Three nodes on [0, 1].
public enum ThreePointRule {
    @inlinable public static var count: Int { 3 }

    @inlinable @inline(__always)
    public static func node(_ index: Int) -> Double { 0.5 + Double(index - 1) * 0.387_298_334_620_741_7 }

    @inlinable @inline(__always)
    public static func weight(_ index: Int) -> Double { (index == 1 ? 8 : 5) / 18 }
}

/// Four nodes on [0, 1].
public enum FourPointRule {
    @inlinable public static var count: Int { 4 }

    @inlinable @inline(__always)
    public static func node(_ index: Int) -> Double {
        switch index {
        case 0: 0.069_431_844_202_973_7
        case 1: 0.330_009_478_207_571_9
        case 2: 0.669_990_521_792_428_1
        default: 0.930_568_155_797_026_3
        }
    }

    @inlinable @inline(__always)
    public static func weight(_ index: Int) -> Double {
        index == 0 || index == 3 ? 0.173_927_422_568_726_9 : 0.326_072_577_431_273_1
    }
}

/// Six nodes on [−1, 1].
public enum SixPointRule {
    @inlinable public static var count: Int { 6 }

    @inlinable @inline(__always)
    public static func node(_ index: Int) -> Double {
        switch index {
        case 0: -0.932_469_514_203_152_0
        case 1: -0.661_209_386_466_264_5
        case 2: -0.238_619_186_083_196_9
        case 3: 0.238_619_186_083_196_9
        case 4: 0.661_209_386_466_264_5
        default: 0.932_469_514_203_152_0
        }
    }

    @inlinable @inline(__always)
    public static func weight(_ index: Int) -> Double {
        switch index {
        case 0, 5: 0.171_324_492_379_170_3
        case 1, 4: 0.360_761_573_048_138_6
        default: 0.467_913_934_572_691_0
        }
    }
}
