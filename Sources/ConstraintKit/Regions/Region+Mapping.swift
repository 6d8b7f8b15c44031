extension Region {
    /// The region where each coupling g₀ becomes e^`logFactor` · g₀^`exponent`. On a log–log plot lines stay straight, so
    /// that mapping the knots is exact.
    /// - Throws: ``CurveError`` where a coupling is none any more.
    public func mapped(exponent: Double = 1, logFactor: Double) throws(CurveError) -> Region {
        func value(_ coupling: Double) -> Double {
            guard coupling > 0, coupling < .infinity else { return coupling }
            return exponent == 1
                ? risen(coupling, by: logFactor) : exponential(exponent * naturalLogarithm(coupling) + logFactor)
        }
        func curve(_ curve: Curve) throws(CurveError) -> Curve {
            try Curve(
                knots: curve.knots.map { .init(mass: $0.mass, coupling: value($0.coupling)) },
                gapsAfter: curve.gapsAfter)
        }
        func contour(_ contour: Contour) throws(CurveError) -> Contour {
            try Contour(contour.points.map { .init(mass: $0.mass, coupling: value($0.coupling)) })
        }
        switch self {
        case .above(let limit): return .above(try curve(limit))
        case .below(let limit): return .below(try curve(limit))
        case .inside(let line): return .inside(try contour(line))
        case .outside(let line): return .outside(try contour(line))
        case .between(let band): return .between(try Band(curve(band.edges[0]), curve(band.edges[1])))
        case .belowMass(let mass, let couplings):
            return .belowMass(mass, .init(lower: value(couplings.lower), upper: value(couplings.upper)))
        }
    }
}
