import ConstraintKit
import RealModule

extension Bound {
    /// Where the bound can't tell at a mass; empty for one that always can, and where it fails, which every report says.
    package func undecided(at mass: Mass) -> [UndecidedInterval] {
        do { return try openZones(at: mass) } catch { return [] }
    }

    /// The same.
    /// - Throws: what the bound throws where it fails.
    func openZones(at mass: Mass) throws -> [UndecidedInterval] {
        guard silence == nil, let undecidedBound else { return [] }
        return try undecidedBound.undecided(at: mass)
    }

    /// What it says at a mass, with the digits that its edges have; nil where it fails.
    func statedBoundary(at mass: Mass) -> Boundary? {
        let boundary = boundary(at: mass)
        guard let digits = digitsOfEdges, case .excludes(let excluded)? = boundary else { return boundary }
        return .excludes(.init(union: excluded.map { $0.rounded(toDigits: digits) }))
    }

    /// Where it can't tell, with the digits that its edges have.
    package func statedUndecided(at mass: Mass) -> [UndecidedInterval] {
        undecided(at: mass).map {
            UndecidedInterval($0.couplings.rounded(toDigits: digitsOfEdges ?? 17), reason: $0.reason)
        }
    }

    /// The digits that its edges have; nil where they are those of its numbers.
    package var digitsOfEdges: Int? { undecidedBound == nil ? nil : 2 }

    /// Takes back a verdict where the bound can't tell, and adds what it computes for the point.
    func elaborate(_ verdict: inout BoundVerdict, at mass: Mass, coupling: Coupling) throws {
        guard silence == nil else { return }
        if let undecidedBound, case .allowed = verdict.verdict,
            let open = try undecidedBound.undecided(at: mass).first(where: { $0.couplings.contains(coupling.value) })
        {
            verdict = BoundVerdict(bound: self, verdict: .silent(.undecided(open.reason)), isAtTheLimit: false)
        }
        if let digits = digitsOfEdges { verdict.limit = verdict.limit?.rounded(toDigits: digits) }
        verdict.remark = try remarkingBound?.remark(at: mass, coupling: coupling)
    }
}

extension CouplingInterval {
    /// One that is narrower than its digits stays as it is.
    fileprivate func rounded(toDigits digits: Int) -> CouplingInterval {
        let (low, high) = (lower.rounded(toDigits: digits), upper.rounded(toDigits: digits))
        return low < high ? CouplingInterval(lower: low, upper: high) : self
    }
}

extension Double {
    /// A positive number to so many decimal digits.
    func rounded(toDigits digits: Int) -> Double {
        guard self > 0, isFinite else { return self }
        let exponent = Int(Double.log10(self).rounded(.down)) - digits + 1
        let mantissa = Int((self / Double.exp10(Double(exponent))).rounded())
        return Double("\(mantissa)e\(exponent)") ?? self
    }
}
