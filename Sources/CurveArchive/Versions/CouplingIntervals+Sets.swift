import ConstraintKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension CouplingIntervals {
    /// What belongs to these intervals and not to others.
    func subtracting(_ others: CouplingIntervals) -> CouplingIntervals {
        let free = others.complement
        return .init(
            union: flatMap { interval in
                free.compactMap { gap in
                    let (lower, upper) = (Swift.max(interval.lower, gap.lower), Swift.min(interval.upper, gap.upper))
                    return lower < upper ? CouplingInterval(lower: lower, upper: upper) : nil
                }
            })
    }

    /// Every edge moved outwards by so many decades.
    func widened(by dex: Double) -> CouplingIntervals {
        let factor = pow(10, dex)
        return .init(union: map { CouplingInterval(lower: $0.lower / factor, upper: $0.upper * factor) })
    }

    /// Whether a coupling is strictly inside.
    func contains(_ coupling: Double) -> Bool { contains { $0.lower < coupling && coupling < $0.upper } }
}

extension CouplingInterval {
    /// A coupling inside that stands for all: the geometric middle, or a decade from the only edge.
    var middle: Double {
        switch (lower, upper) {
        case (0, .infinity): 1
        case (0, _): upper / 10
        case (_, .infinity): lower * 10
        default: (lower * upper).squareRoot()
        }
    }
}
