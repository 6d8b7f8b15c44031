import ConstraintKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Region {
    /// How far the edges of this region are from those of another.
    ///
    /// The two are compared at up to some 600 masses: the knots of both (every n-th of very long curves) and as many
    /// places evenly spread between the first and the last. At each the outermost finite edges are set against each
    /// other.
    func shift(to other: Region, name: String) -> CurveChange.Shift {
        if case .belowMass(let before, let couplings) = self, case .belowMass(let after, let otherCouplings) = other {
            let moved = max(
                dex(before.inMeV, after.inMeV), dex(couplings.lower, otherCouplings.lower),
                dex(couplings.upper, otherCouplings.upper))
            return .init(limit: name, dex: moved, massInMeV: after.inMeV, kept: 1)
        }
        var shift = CurveChange.Shift(limit: name, dex: 0, massInMeV: massRange?.lowerBound ?? 0, kept: 1)
        var (before, kept) = (0, 0)
        for mass in comparedMasses(with: other) {
            guard case .couplings(let old) = coverage(at: mass), !old.isEmpty else { continue }
            before += 1
            guard case .couplings(let new) = other.coverage(at: mass), !new.isEmpty else { continue }
            kept += 1
            let moved = max(dex(old[0].lower, new[0].lower), dex(old[old.count - 1].upper, new[new.count - 1].upper))
            if moved > shift.dex { (shift.dex, shift.massInMeV) = (moved, mass.inMeV) }
        }
        shift.kept = before == 0 ? 1 : Double(kept) / Double(before)
        return shift
    }

    private func comparedMasses(with other: Region) -> [Mass] {
        let places = 200
        let ranges = [massRange, other.massRange].compactMap { $0 }
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return [] }
        let spread = (0...places).map { low * pow(high / low, Double($0) / Double(places)) }
        let knots = (knotMasses + other.knotMasses).sorted()
        let sampled = stride(from: 0, to: knots.count, by: max(1, knots.count / places)).map { knots[$0] }
        var masses: [Mass] = []
        // A mass on the ends may be rounded beyond them; there is then nothing to compare.
        for value in spread + sampled { do { masses.append(try Mass(inMeV: value)) } catch { continue } }
        return masses
    }
}

/// |log₁₀ b/a| [dex]; 0 where both edges are missing (0 or infinity), infinity where one of them is.
private func dex(_ a: Double, _ b: Double) -> Double {
    a == b ? 0 : abs(log10(b / a))
}

func decimalLogarithm(_ x: Double) -> Double { log10(x) }
