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

/// What a bound adds to −2 ln L at one mass, as a function of the coupling.
public struct BoundLikelihood: Sendable {
    public let bound: Bound
    public let rule: LikelihoodRule
    let form: Form

    /// What it is, without the bound.
    enum Form: Sendable {
        /// amount (g′/limit)^exponent
        case power(amount: Double, limit: Double, exponent: Double)
        case own(@Sendable (Coupling) throws -> Double, withoutMediator: Double)

        func value(at coupling: Coupling) throws -> Double {
            switch self {
            case .power(let amount, let limit, let exponent):
                return amount * Double.pow(coupling.value / limit, exponent)
            case .own(let logLikelihood, _):
                return 0 - 2 * min(0, try logLikelihood(coupling))
            }
        }
    }

    /// - Throws: ``LikelihoodOmission`` where it has no part in a product of likelihoods at this mass.
    init(_ bound: Bound, at mass: Mass) throws(LikelihoodOmission) {
        self.bound = bound
        if let silence = bound.silence { throw .silent(silence) }
        if let own = try Self.own(bound, at: mass) {
            (rule, form) = (.own, own)
            return
        }
        rule = try Self.rule(bound)
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
    private static func own(_ bound: Bound, at mass: Mass) throws(LikelihoodOmission) -> Form? {
        guard let likelihood = bound.constraint.likelihoodBound else { return nil }
        let logLikelihood = likelihood.logLikelihood(at: mass)
        do {
            if case .silent(let silence) = try likelihood.boundary(at: mass) {
                throw LikelihoodOmission.silent(silence)
            }
            _ = try logLikelihood(Coupling(1e-4))
        } catch DocumentError.noLikelihood {
            // A curve was supplied in place of a formula, or a plugin has none: its card may say enough.
            return nil
        } catch let omission as LikelihoodOmission {
            throw omission
        } catch {
            throw .failed(BoundFailure(error))
        }
        do {
            // A coupling so small that a measurement's likelihood is that without a Z′.
            let free = try logLikelihood(Coupling(1e-30))
            return .own(logLikelihood, withoutMediator: 0 - 2 * min(0, free))
        } catch {
            throw .noValueWithoutMediator
        }
    }

    private static func rule(_ bound: Bound) throws(LikelihoodOmission) -> LikelihoodRule {
        let card = bound.card
        guard let statistic = card.statisticKind, statistic == .counting || statistic == .gaussian else {
            throw bound.constraint.likelihoodBound == nil ? .noStatistic : .noOwnLikelihood
        }
        let power = try signalPower(card)
        guard let level = card.confidenceLevel.fraction, level > 0, level < 1 else { throw .noConfidenceLevel }
        return statistic == .counting
            ? .counting(confidenceLevel: level, power: power) : .gaussian(confidenceLevel: level, power: power)
    }

    /// The power of g′ in the signal, without those of ε where that does not go with g′.
    private static func signalPower(_ card: Card) throws(LikelihoodOmission) -> Double {
        guard case .fixed = card.kineticMixing else {
            guard let power = card.signalPower else { throw .noSignalPower }
            return power
        }
        guard let law = card.signalLaw else { throw .noSignalPower }
        guard law.ownPower > 0 else { throw .signalOfMixingAlone }
        return law.ownPower
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
    func value(at coupling: Coupling) throws -> Double { try form.value(at: coupling) }

    /// −2 ln L = (g′/unit)^exponent; nil of a likelihood that is no power of the coupling.
    var powerLaw: (unit: Double, exponent: Double)? {
        guard case .power(let amount, let limit, let exponent) = form else { return nil }
        return (limit * Double.pow(amount, -1 / exponent), exponent)
    }

    /// The same without a Z′.
    var valueWithoutMediator: Double {
        switch form {
        case .power: 0
        case .own(_, let value): value
        }
    }
}
