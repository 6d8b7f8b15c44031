import ConstraintKit

extension CouplingBound {
    /// Where the excluded couplings begin at a mass; nil where none is excluded or the bound is silent.
    func limit(at mass: Double) throws -> Double? {
        guard case .excludes(let intervals) = try boundary(at: try Mass(inMeV: mass)) else { return nil }
        return intervals.first?.lower
    }
}
