import RealModule

/// The shape of a resonance in t = s/m², its integral over d ln t normalised to 1 on a narrow line:
/// dF/d ln t = (g/π) t/((t − 1)² + g²), g = Γ/m; eq. (5) of Documentation/Transport.md.
///
/// The optical depth of ν_i between two redshifts on line j is κ |Q_ij|² 12π² (n/H) ΔF: the numerator's g′² makes the
/// area of the line independent of its width.
struct BreitWigner {
    /// Γ/m.
    let width: Double

    /// Area and first moment of a range of t.
    struct Part {
        /// ∫dF.
        var area: Double
        /// ∫λ dF, where λ rises from 0 to 1 with t: how late, going back in time, the absorption happens.
        var moment: Double
    }

    /// ∫dF from t to t', exact: an arc tangent, whose difference is taken by the addition theorem so that a narrow line's
    /// far wings keep their digits.
    @inline(__always)
    func area(from lower: Double, to upper: Double) -> Double {
        Double.atan2(y: width * (upper - lower), x: width * width + (lower - 1) * (upper - 1)) / .pi
    }

    /// The same with the first moment, which adds a logarithm: ∫ t dt/((t−1)² + g²) = ½ ln((t−1)² + g²) + (1/g) atan.
    @inline(__always)
    func part(from lower: Double, to upper: Double) -> Part {
        let area = area(from: lower, to: upper)
        // Far below the line dF/dt is constant, and the logarithm would cancel.
        guard upper > 0.01 else { return Part(area: area, moment: area / 2) }
        let below = (lower - 1) * (lower - 1) + width * width
        let change = (upper - lower) * (upper + lower - 2) / below
        // Up to a line itself nothing of 1 + change is left but rounding.
        let doubled =
            change > -0.5
            ? Double.log(onePlus: change) : Double.log(((upper - 1) * (upper - 1) + width * width) / below)
        let logarithm = doubled / 2
        let moment = (area * (1 - lower) + width / .pi * logarithm) / (upper - lower)
        return Part(area: area, moment: min(max(moment, 0), area))
    }
}
