/// The Gauss–Legendre rule of six nodes on [−1, 1]; Abramowitz and Stegun, table 25.4.
enum GaussLegendre {
    static let count = 6

    @inline(__always)
    static func node(_ index: Int) -> Double {
        switch index {
        case 0: -0.932_469_514_203_152_0
        case 1: -0.661_209_386_466_264_5
        case 2: -0.238_619_186_083_196_9
        case 3: 0.238_619_186_083_196_9
        case 4: 0.661_209_386_466_264_5
        default: 0.932_469_514_203_152_0
        }
    }

    @inline(__always)
    static func weight(_ index: Int) -> Double {
        switch index {
        case 0, 5: 0.171_324_492_379_170_3
        case 1, 4: 0.360_761_573_048_138_6
        default: 0.467_913_934_572_691_0
        }
    }
}
