import ConstraintKit
import Physics

/// The effective number of neutrinos by the thermal history of the Z′, in equilibrium or not, for any mass, coupling and
/// mixing: couplings are excluded where N_eff exceeds what was measured.
///
/// The document's `n_eff_max` is the limit; a scenario may lay down another. N_eff comes from the table that ships
/// (``Physics/NeffTable``), which is read when the first mass is asked for. Where a factor of three in the rates decides, or
/// what is computed is not trusted, the bound can't tell.
public struct NeffHistoryBound: Constraint {
    public static let stems = ["neff-history", "neff-history-2026"]

    private let stem: String
    private let limit: Double
    private let granted: GrantedNeff
    private let mixing: KineticMixing
    private let charges: ChargeMatrix
    private let answers: KnownVerdicts

    public init(_ document: Document, _ conventions: Conventions) throws {
        stem = document.card.stem
        granted = try GrantedNeff(document, conventions)
        limit = granted.limit
        guard limit > Neff.standardModel else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "n_eff_max", value: limit,
                expected: "above \(Neff.standardModel), which the Standard Model has")
        }
        mixing = conventions.kineticMixing
        charges = ChargeMatrix(conventions.charges)
        answers = KnownVerdicts(limit: limit, mixing: mixing, charges: charges)
    }

    public func boundary(at mass: Mass) throws -> Boundary {
        if let missing = charges.missingFromHistories(at: mass, mixing) {
            return .silent(.assumptionNotMade(missing))
        }
        guard let verdicts = try answers.verdicts(at: mass) else {
            return .silent(.outsideRange(lower: NeffTable.masses.lowerBound, upper: NeffTable.masses.upperBound))
        }
        if let only = verdicts.zones.first, verdicts.zones.count == 1, let reason = reason(only.verdict) {
            return .silent(.undecided(reason))
        }
        return .excludes(.init(union: verdicts.excluded))
    }

    /// Why nothing is said; nil where something is.
    private func reason(_ verdict: NeffVerdicts.Verdict) -> String? {
        switch verdict {
        case .excluded, .allowed: nil
        case .ratesDecide:
            "a factor of 3 in the rates of the Z′, or the table's error, decides whether N_eff exceeds \(limit)"
        case .freezeIn:
            "N_eff exceeds \(limit) only by Z′ that free neutrinos make, whose number is not known well enough"
        case .mixingTooLarge: "with |ε| above g′ electrons would hold the Z′, and not neutrinos"
        }
    }
}

extension NeffHistoryBound: UndecidedBound {
    public func undecided(at mass: Mass) throws -> [UndecidedInterval] {
        guard charges.missingFromHistories(at: mass, mixing) == nil else { return [] }
        let zones = try answers.verdicts(at: mass)?.zones ?? []
        return zones.compactMap { zone in reason(zone.verdict).map { UndecidedInterval(zone.couplings, reason: $0) } }
    }
}

extension NeffHistoryBound: RemarkingBound {
    public func remark(at mass: Mass, coupling: Coupling) throws -> String? {
        guard charges.missingFromHistories(at: mass, mixing) == nil,
            let epsilon = mixing.strength(ofDecaysAt: mass, charges)?.epsilon(at: coupling),
            let slice = try NeffTable.shipped.get().slice(at: mass),
            let neutrinos = slice.neutrinos(coupling: coupling.value * charges.relativeStrength, mixing: epsilon)
        else { return nil }
        guard neutrinos <= 5 else { return "N_eff > 5" }
        let hundredths = Int((100 * neutrinos).rounded())
        return "N_eff = \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension NeffHistoryBound: LikelihoodBound {
    /// Of the measured N_eff with a normal error, less that of the Standard Model, which is the greatest: a Z′ that is in
    /// equilibrium adds. Within the factor of three in the rates what fits best.
    /// - Throws: ``DocumentError/noLikelihood(stem:)`` where nothing is said, and where the scenario grants a largest N_eff.
    public func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        try logLikelihood(at: mass)(coupling)
    }

    /// The table at the mass serves all couplings.
    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        guard let measured = granted.measurement, charges.missingFromHistories(at: mass, mixing) == nil,
            let strength = mixing.strength(ofDecaysAt: mass, charges)
        else { return { [stem] _ in throw DocumentError.noLikelihood(stem: stem) } }
        let slice = NeffTable.shipped.map { $0.slice(at: mass) }
        let (scale, best) = (charges.relativeStrength, measured.pull(of: Neff.standardModel))
        return { [stem] coupling in
            guard
                let neutrinos = try slice.get()?.leastNeutrinos(
                    coupling: coupling.value * scale, mixing: strength.epsilon(at: coupling))
            else { throw DocumentError.noLikelihood(stem: stem) }
            let pull = measured.pull(of: neutrinos)
            return min(0, (best * best - pull * pull) / 2)
        }
    }
}

extension NeffHistoryBound: NeutrinoNumberBound {
    public var computesNeff: Bool { true }

    public func adapted(_ card: Card) -> Card {
        var card = granted.adapted(card)
        card.kineticMixing = mixing
        return card
    }
}

extension NeffHistoryBound: ChargedBound {
    public var followsCharges: Bool { true }
}
