extension Region {
    /// The region where each coupling g₀ becomes e^`logFactor` · g₀^`exponent`. On a log–log plot lines stay straight, so
    /// that mapping the knots is exact.
    /// - Throws: ``CurveError`` where a coupling is none any more.
    public func mapped(exponent: Double = 1, logFactor: Double) throws(CurveError) -> Region {
        try replacingCouplings { _, coupling in
            exponent == 1
                ? risen(coupling, by: logFactor) : exponential(exponent * naturalLogarithm(coupling) + logFactor)
        }
    }

    /// The same with a factor that goes with the mass [MeV], exact at the knots.
    /// - Throws: ``CurveError`` where a coupling is none any more.
    public func mapped(logFactor: (_ mass: Double) -> Double) throws(CurveError) -> Region {
        try replacingCouplings { mass, coupling in risen(coupling, by: logFactor(mass)) }
    }

    /// The same region with its lines cut into pieces, so that what is done at the knots holds between them.
    /// - Parameter step: the greatest step in ln m from knot to knot.
    /// - Throws: ``CurveError`` where a coupling is none any more.
    public func refined(step: Double) throws(CurveError) -> Region {
        func curve(_ curve: Curve) throws(CurveError) -> Curve {
            var knots: [Curve.Knot] = []
            var gaps: Set<Int> = []
            for (index, knot) in curve.knots.enumerated() {
                knots.append(knot)
                if curve.gapsAfter.contains(index) { gaps.insert(knots.count - 1) }
                guard index + 1 < curve.knots.count, !curve.gapsAfter.contains(index) else { continue }
                knots += knotsBetween(knot, curve.knots[index + 1], step: step)
            }
            return try Curve(knots: knots, gapsAfter: gaps)
        }
        func contour(_ contour: Contour) throws(CurveError) -> Contour {
            let points = contour.points
            return try Contour(
                points.indices.flatMap { index in
                    [points[index]] + knotsBetween(points[index], points[(index + 1) % points.count], step: step)
                })
        }
        return try rebuilt(curve, contour)
    }

    private func replacingCouplings(_ value: (_ mass: Double, _ coupling: Double) -> Double) throws(CurveError)
        -> Region
    {
        func mapped(_ knots: [Curve.Knot]) -> [Curve.Knot] {
            knots.map { .init(mass: $0.mass, coupling: value($0.mass, $0.coupling)) }
        }
        if case .belowMass(let mass, let couplings) = self {
            let (lower, upper) = (couplings.lower, couplings.upper)
            return .belowMass(
                mass,
                .init(
                    lower: lower > 0 ? value(mass.inMeV, lower) : lower,
                    upper: upper.isFinite ? value(mass.inMeV, upper) : upper))
        }
        return try rebuilt(
            { curve throws(CurveError) in try Curve(knots: mapped(curve.knots), gapsAfter: curve.gapsAfter) },
            { contour throws(CurveError) in try Contour(mapped(contour.points)) })
    }

    /// The region with other lines; one below a mass has none.
    private func rebuilt(
        _ curve: (Curve) throws(CurveError) -> Curve, _ contour: (Contour) throws(CurveError) -> Contour
    ) throws(CurveError) -> Region {
        switch self {
        case .above(let limit): .above(try curve(limit))
        case .below(let limit): .below(try curve(limit))
        case .inside(let line): .inside(try contour(line))
        case .outside(let line): .outside(try contour(line))
        case .between(let band): .between(try Band(curve(band.edges[0]), curve(band.edges[1])))
        case .belowMass: self
        }
    }
}

/// Knots on the straight line between two, without these.
private func knotsBetween(_ first: Curve.Knot, _ last: Curve.Knot, step: Double) -> [Curve.Knot] {
    let mass = naturalLogarithm(last.mass) - naturalLogarithm(first.mass)
    let coupling = naturalLogarithm(last.coupling) - naturalLogarithm(first.coupling)
    // Absurd extents cost no more than a thousand knots.
    let parts = Int(min(1000, (abs(mass) / step).rounded(.up)))
    guard parts > 1 else { return [] }
    return (1..<parts).map { part in
        let fraction = Double(part) / Double(parts)
        return .init(
            mass: first.mass * exponential(fraction * mass), coupling: risen(first.coupling, by: fraction * coupling))
    }
}
