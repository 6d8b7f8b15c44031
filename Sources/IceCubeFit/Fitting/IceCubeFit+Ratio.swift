extension IceCubeFit {
    /// Degrees of freedom without interaction: two parameters, A and γ, are taken off the points.
    public var standardModelDegreesOfFreedom: Int { pointCount - 2 }

    /// Degrees of freedom with a Z′: four parameters, m, g′, A and γ, are taken off the points.
    public var degreesOfFreedom: Int { pointCount - 4 }

    /// R = (χ²/12)/(χ²_SM/14) for the paper's 16 points, eq. (16): below 1 the Z′ helps more than its two parameters cost.
    ///
    /// With other data sets 12 and 14 become the points less four and less two; χ²_SM is always that of the same points at
    /// (A, γ) = (1.4, 2.6), whatever was profiled for χ².
    ///
    /// - Returns: nil with fewer than five points, where four parameters leave no degree of freedom.
    public func ratio(chi2: Double) -> Double? {
        guard degreesOfFreedom > 0, standardModelChi2 > 0 else { return nil }
        return (chi2 / Double(degreesOfFreedom)) / (standardModelChi2 / Double(standardModelDegreesOfFreedom))
    }
}
