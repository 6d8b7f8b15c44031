import ConstraintKit
import NumericalMethods

/// What computed bounds take from a scenario, each in one way.
extension Conventions {
    /// How many standard deviations from its best value a Gaussian bound excludes from on: as one-sided as the level that
    /// is laid down (97.7 % is 2), or its own number where none is.
    /// - Throws: ``DocumentError/parameterOutOfRange(stem:name:value:expected:)`` for a level that is none.
    public func deviations(otherwise own: Double, stem: String) throws(DocumentError) -> Double {
        guard let level = confidenceLevel else { return own }
        guard let deviations = NormalQuantile.deviations(oneSided: level) else {
            throw .parameterOutOfRange(
                stem: stem, name: "confidence_level", value: level, expected: "from 0.5 to below 1, one-sided")
        }
        return deviations
    }

    /// How many times wider than at its own level an interval of a normal error is at the level that is laid down, counted on
    /// both sides: 1 where none is, or the bound has none of its own.
    /// - Throws: ``DocumentError/parameterOutOfRange(stem:name:value:expected:)`` for a level that is none.
    public func twoSidedStretch(from own: Double?, stem: String) throws(DocumentError) -> Double {
        guard let level = confidenceLevel, let own, level != own else { return 1 }
        guard let asked = NormalQuantile.deviations(oneSided: (1 + level) / 2),
            let stated = NormalQuantile.deviations(oneSided: (1 + own) / 2), stated > 0
        else {
            throw .parameterOutOfRange(
                stem: stem, name: "confidence_level", value: level, expected: "above 0 and below 1")
        }
        return asked / stated
    }

    /// The count that a search excludes from on, at the level that is laid down or its own.
    /// - Throws: ``DocumentError/parameterOutOfRange(stem:name:value:expected:)`` for a level or background that is none.
    public func counting(otherwise own: Double, background: Double = 0, stem: String) throws(DocumentError)
        -> CountingLimit
    {
        let level = confidenceLevel ?? own
        if let limit = CountingLimit(confidenceLevel: level, background: background) { return limit }
        guard level > 0, level < 1 else {
            throw .parameterOutOfRange(
                stem: stem, name: "confidence_level", value: level, expected: "above 0 and below 1")
        }
        throw .parameterOutOfRange(
            stem: stem, name: "background", value: background,
            expected: "from 0 to \(CountingLimit.backgrounds.upperBound)")
    }

    /// How the neutrinos mix: as the scenario has it, else with the angles of its parameter set, normal ordering.
    /// - Throws: ``ParameterSetError``
    public var mixingAngles: MixingAngles {
        get throws(ParameterSetError) {
            guard let mixing = leptonMixing else { return try ParameterSet.named(parameterSet).normal.angles }
            return MixingAngles(
                theta12: mixing.theta12, theta13: mixing.theta13, theta23: mixing.theta23, delta: mixing.delta)
        }
    }

    /// What a bound says that reaches its particles by mixing alone: silence where the scenario grants none, or where
    /// mixing by loops has no number for its charges.
    /// - Parameters:
    ///   - square: q² of the process [MeV²], as ``KineticMixing/strength(squaredMomentum:charges:)`` takes it.
    ///   - answer: what it says for a mixing that is not zero.
    public func mixed(squaredMomentum square: Double = 0, _ answer: (MixingStrength) -> Boundary) -> Boundary {
        guard let strength = kineticMixing.strength(squaredMomentum: square, charges: ChargeMatrix(charges)) else {
            return .silent(.assumptionNotMade("mixing by loops needs opposite charges of muon and tau"))
        }
        guard strength.number != 0 else { return .silent(.assumptionNotMade("it needs kinetic mixing")) }
        return answer(strength)
    }
}

extension Boundary {
    /// What a computation excludes, or silence outside the masses it is made for [MeV].
    public static func excluding(_ couplings: CouplingIntervals?, within range: ClosedRange<Double>) -> Boundary {
        couplings.map { .excludes($0) } ?? .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
    }

    /// Why a bound on a charge of muons says nothing of a force among neutrinos alone, or one that muons do not feel.
    public static let withoutChargedLeptons = Boundary.silent(.assumptionNotMade("muons that have a charge"))

    /// Why a bound on what a muon or its neutrino radiates says nothing where the muon's flavour has no charge.
    public static let withoutMuonCharge = Boundary.silent(
        .assumptionNotMade("muons or their neutrinos that have a charge"))
}

extension Card {
    /// The card of a bound that holds at the level of a scenario; as it is where the scenario lays down none.
    /// - Parameter statistic: by which the level was taken.
    public func holding(at level: Double?, by statistic: String) -> Card {
        guard let level else { return self }
        var card = self
        if card.confidenceLevel.fraction != level { card.confidenceLevel = .converted(level) }
        card.statistic = statistic
        card.methodNote = [methodNote, "here at the confidence level of the scenario"].compactMap(\.self).joined(
            separator: "; ")
        return card
    }

    /// The card of a bound that holds for the mixing of a scenario.
    public func holding(for mixing: KineticMixing) -> Card {
        var card = self
        card.kineticMixing = mixing
        return card
    }
}
