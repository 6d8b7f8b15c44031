import ConstraintKit

/// The product of the approximate likelihoods of bounds at one mass.
public struct BoundsLikelihood: Sendable {
    /// Those that take part.
    public let factors: [BoundLikelihood]
    /// Those that decide, or count, and can't take part at this mass.
    public let omitted: [OmittedBound]
    /// Of ``factors``, one each: to copy a factor at each point would count references to all that its bound holds.
    private let forms: [BoundLikelihood.Form]

    /// The bounds that decide, and of each group of alternatives the one that counts where it has a likelihood of its own,
    /// though it prefers a band and excludes nothing.
    /// - Parameter failed: those that are left out because they fail elsewhere, by stem: a product of more factors at one
    ///   point than at another compares nothing.
    package init(_ bounds: [Bound], at mass: Mass, without failed: [String: LikelihoodOmission] = [:]) {
        var factors: [BoundLikelihood] = []
        var omitted: [OmittedBound] = []
        for bound in bounds where bound.role == .decides || bound.countsByItsLikelihood {
            do throws(LikelihoodOmission) {
                if let reason = failed[bound.card.stem] { throw reason }
                factors.append(try BoundLikelihood(bound, at: mass))
            } catch {
                omitted.append(OmittedBound(bound: bound, reason: error))
            }
        }
        self.factors = factors
        self.omitted = omitted
        forms = factors.map(\.form)
    }

    /// What each of them adds at a coupling; one that fails there is omitted.
    package func terms(at coupling: Coupling) -> (terms: [LikelihoodTerm], omitted: [OmittedBound]) {
        var terms: [LikelihoodTerm] = []
        var omitted = omitted
        for factor in factors {
            do {
                let value = try factor.value(at: coupling)
                terms.append(LikelihoodTerm(bound: factor.bound, rule: factor.rule, value: value))
            } catch {
                omitted.append(OmittedBound(bound: factor.bound, reason: LikelihoodOmission(ofFailure: error)))
            }
        }
        return (terms, omitted)
    }

    /// −2 ln L of all of them together.
    /// - Throws: which of them fails there.
    package func value(at coupling: Coupling) throws(FailedFactor) -> Double {
        var sum = 0.0
        for (number, form) in forms.enumerated() {
            do { sum += try form.value(at: coupling) } catch {
                let stem = factors[number].bound.card.stem
                throw FailedFactor(stem: stem, reason: LikelihoodOmission(ofFailure: error))
            }
        }
        return sum
    }

    /// The same without a Z′.
    package var valueWithoutMediator: Double { factors.reduce(0) { $0 + $1.valueWithoutMediator } }
}

/// What a bound adds to −2 ln L at a point.
public struct LikelihoodTerm: Sendable {
    public let bound: Bound
    public let rule: LikelihoodRule
    /// −2 ln L less its least value.
    public let value: Double

    /// How far the point lies from what this bound likes best, in standard deviations: √(−2 ln L).
    public var pull: Double { value.squareRoot() }
}

extension Bound {
    /// Whether it is what counts of alternatives, prefers couplings, and says how much.
    fileprivate var countsByItsLikelihood: Bool {
        role == .informs && alternatives != nil && card.kind == .preferred && constraint.likelihoodBound != nil
    }
}
