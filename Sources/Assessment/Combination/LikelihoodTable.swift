import ConstraintKit

/// What a bound adds to −2 ln L over a plane, for what looks it up: less its least value over all couplings, and NaN at masses
/// at which it has no part in a product of likelihoods.
public struct LikelihoodTable: Sendable {
    public enum Form: Sendable {
        /// (g′/unit)^exponent, a unit for each mass: straight lines of the logarithms.
        case power(units: [Double], exponent: Double)
        /// Mass by mass, coupling by coupling, and at each mass without a Z′.
        case own([Double], withoutMediator: [Double])
    }

    public let form: Form

    /// - Returns: nil for one that has a part at none of the masses, or can't be evaluated at some point.
    public init?(_ bound: Bound, along masses: MassRow, couplings: [Coupling]) {
        let parts = masses.map { mass -> BoundLikelihood? in
            // Why it has none, the answers of the program say.
            do throws(LikelihoodOmission) { return try BoundLikelihood(bound, at: mass) } catch { return nil }
        }
        guard let first = parts.compactMap(\.self).first else { return nil }
        let exponent = first.powerLaw?.exponent
        if let exponent, parts.allSatisfy({ $0 == nil || $0?.powerLaw?.exponent == exponent }) {
            form = .power(units: parts.map { $0?.powerLaw?.unit ?? .nan }, exponent: exponent)
            return
        }
        do {
            let values = try parts.flatMap { part in
                try couplings.map { try part?.value(at: $0) ?? .nan }
            }
            form = .own(values, withoutMediator: parts.map { $0?.valueWithoutMediator ?? .nan })
        } catch { return nil }
    }
}
