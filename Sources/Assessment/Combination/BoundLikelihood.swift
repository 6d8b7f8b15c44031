import ConstraintKit
import NumericalMethods
import RealModule

/// How −2 ln L of a bound follows from what it says.
public enum LikelihoodRule: Sendable, Hashable {
    /// 2 N (g′/g′_lim)^p with N = −ln(1 − CL): no background and no event, so that ln L = −s.
    case counting(confidenceLevel: Double, power: Double)
    /// z² (g′/g′_lim)^2p with the one-sided z of CL: a normal error about a best value of zero.
    case gaussian(confidenceLevel: Double, power: Double)
    /// The bound gives its likelihood itself.
    case own
}

/// Why a bound has no part in the product of likelihoods.
public enum LikelihoodOmission: Error, Sendable, Hashable {
    /// Its card names no statistic from which a likelihood follows.
    case noStatistic
    /// Its card does not say how the signal goes with g′.
    case noSignalPower
    /// Its limit has no confidence level.
    case noConfidenceLevel
    /// What it excludes at the mass is not all above one limit.
    case noUpperLimit
    /// It excludes no coupling at the mass.
    case excludesNothing
    case silent(Silence)
    case failed(BoundFailure)
}

/// What a bound adds to −2 ln L at one mass, as a function of the coupling.
public struct BoundLikelihood: Sendable {
    public let bound: Bound
    public let rule: LikelihoodRule
    private let form: Form

    private enum Form: Sendable {
        /// amount (g′/limit)^exponent
        case power(amount: Double, limit: Double, exponent: Double)
        case own(any LikelihoodBound, Mass)
    }

    /// - Throws: ``LikelihoodOmission`` where it has no part in a product of likelihoods at this mass.
    init(_ bound: Bound, at mass: Mass) throws(LikelihoodOmission) {
        self.bound = bound
        if let silence = bound.silence { throw .silent(silence) }
        if let likelihood = try Self.own(bound, at: mass) {
            (rule, form) = (.own, .own(likelihood, mass))
            return
        }
        rule = try Self.rule(bound.card)
        let limit = try Self.upperLimit(bound, at: mass)
        switch rule {
        case .counting(let level, let power):
            form = .power(amount: -2 * Double.log(onePlus: -level), limit: limit, exponent: power)
        case .gaussian(let level, let power):
            // A level below one half puts no limit above the best value.
            guard let deviations = NormalQuantile.deviations(oneSided: level) else { throw .noConfidenceLevel }
            form = .power(amount: deviations * deviations, limit: limit, exponent: 2 * power)
        case .own: throw .noStatistic
        }
    }

    /// The likelihood that it gives itself; nil where it gives none.
    private static func own(_ bound: Bound, at mass: Mass) throws(LikelihoodOmission) -> (any LikelihoodBound)? {
        guard let likelihood = bound.constraint as? any LikelihoodBound else { return nil }
        do {
            _ = try likelihood.logLikelihood(at: mass, coupling: Coupling(1e-4))
            if case .silent(let silence) = try likelihood.boundary(at: mass) {
                throw LikelihoodOmission.silent(silence)
            }
            return likelihood
        } catch DocumentError.noLikelihood {
            // A curve was supplied in place of a formula, or a plugin has none: its card may say enough.
            return nil
        } catch let omission as LikelihoodOmission {
            throw omission
        } catch {
            throw .failed(BoundFailure(error))
        }
    }

    private static func rule(_ card: Card) throws(LikelihoodOmission) -> LikelihoodRule {
        guard let statistic = card.likelihoodStatistic else { throw .noStatistic }
        guard let power = card.powerOfSignal else { throw .noSignalPower }
        guard let level = card.confidenceLevel.fraction, level > 0, level < 1 else { throw .noConfidenceLevel }
        switch statistic {
        case .counting: return .counting(confidenceLevel: level, power: power)
        case .gaussian: return .gaussian(confidenceLevel: level, power: power)
        }
    }

    private static func upperLimit(_ bound: Bound, at mass: Mass) throws(LikelihoodOmission) -> Double {
        switch bound.boundary(at: mass) {
        case .excludes(let excluded)?:
            guard let only = excluded.first else { throw .excludesNothing }
            guard excluded.count == 1, only.lower > 0, !only.upper.isFinite else { throw .noUpperLimit }
            return only.lower
        case .prefers?: throw .noUpperLimit
        case .silent(let silence)?: throw .silent(silence)
        case nil: throw .failed(.notWellFormed)
        }
    }

    /// −2 ln L less its least value over all couplings.
    func value(at coupling: Coupling) throws -> Double {
        switch form {
        case .power(let amount, let limit, let exponent):
            amount * Double.pow(coupling.value / limit, exponent)
        case .own(let likelihood, let mass): -2 * min(0, try likelihood.logLikelihood(at: mass, coupling: coupling))
        }
    }

    /// The same without a Z′.
    func valueWithoutMediator() throws -> Double {
        switch form {
        case .power: 0
        // A coupling so small that a measurement's likelihood is that without a Z′.
        case .own: try value(at: Coupling(1e-30))
        }
    }
}
