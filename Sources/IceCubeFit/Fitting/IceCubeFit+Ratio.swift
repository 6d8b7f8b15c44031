extension IceCubeFit {
    /// Degrees of freedom without interaction: two parameters, A and γ, are taken off the points.
    public var standardModelDegreesOfFreedom: Int { pointCount - 2 }

    /// Degrees of freedom with a Z′: four parameters, m, g′, A and γ, are taken off the points, and those of the spectrum that are
    /// found.
    public var degreesOfFreedom: Int { pointCount - 4 - spectrumParameters }

    /// R = (χ²/12)/(χ²_SM/14) for the paper's 16 points, eq. (16): below 1 the Z′ is better per degree of freedom than the
    /// paper's Standard Model, which is no fit.
    ///
    /// With other data sets 12 and 14 become the points less four and less two; χ²_SM is always that of the same points at
    /// (A, γ) = (1.4, 2.6), whatever was profiled for χ².
    ///
    /// - Returns: nil with fewer than five points, where four parameters leave no degree of freedom.
    public func ratio(chi2: Double) -> Double? { ratio?.of(chi2: chi2) }

    /// The same for very many χ²; nil as there.
    public var ratio: FitRatio? {
        guard degreesOfFreedom > 0, standardModelChi2 > 0 else { return nil }
        return FitRatio(
            degreesOfFreedom: Double(degreesOfFreedom),
            reference: standardModelChi2 / Double(standardModelDegreesOfFreedom))
    }

    /// χ² with a Z′ that is as good per degree of freedom as one without: 12/14 of it for the paper's 16 points.
    public func chi2(asGoodAs withoutMediator: Double) -> Double {
        withoutMediator * Double(degreesOfFreedom) / Double(standardModelDegreesOfFreedom - spectrumParameters)
    }

    /// How many points are upper limits, which add to χ² only where they are exceeded: with them no number of degrees of
    /// freedom makes a probability of χ², and only toy experiments can.
    public var limitCount: Int {
        dataSets.flatMap(\.defaultSegments).count {
            if case .upperLimit = $0.measurement { true } else { false }
        }
    }
}

/// The paper's ratio R as a function of χ² alone: see ``IceCubeFit/ratio(chi2:)``.
public struct FitRatio: Sendable {
    fileprivate let degreesOfFreedom: Double
    /// χ²_SM per degree of freedom.
    fileprivate let reference: Double

    public func of(chi2: Double) -> Double { (chi2 / degreesOfFreedom) / reference }
}
