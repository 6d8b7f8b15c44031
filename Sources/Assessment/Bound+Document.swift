import ConstraintKit
import CurveArchive
import Physics
import Scenarios

/// Why a scenario can't be made ready.
public enum AnalysisError: Error {
    /// The document of a bound could not be turned into one.
    case unusableBound(stem: String, reason: any Error)
}

extension Bound {
    package convenience init(
        _ entry: CatalogueEntry, role: Role, alternatives: String?, conventions: Conventions,
        countsByChoice: Bool = false, linkedBounds: LinkedBounds
    ) throws(AnalysisError) {
        let constraint: any CouplingBound
        let rescaled: RescaledDocument?
        let isOfThisProgram: Bool
        do {
            rescaled = try entry.isCurve ? RescaledDocument(entry.document, conventions) : nil
            var held = entry
            if let rescaled { held.document = rescaled.document }
            let derived = try linkedBounds.bound(held, conventions)
            constraint = rescaled?.bound(derived.bound) ?? derived.bound
            isOfThisProgram = entry.code == nil && derived.isOfThisProgram
        } catch {
            throw .unusableBound(stem: entry.stem, reason: error)
        }
        let card = rescaled?.document.card ?? entry.document.card
        var conditions = BoundConditions()
        conditions.lacks = card.kind == .observed ? entry.document.card.lacksToDecide : []
        conditions.countsByChoice = countsByChoice && role == .decides && !conditions.lacks.isEmpty
        conditions.changes = rescaled?.notes ?? []
        let mixing = entry.document.card.kineticMixing
        conditions.mixingOfDerivation = rescaled != nil && card.kineticMixing != mixing ? mixing : nil
        conditions.level = LevelRemark(
            constraint.adaptedBound?.adapted(card) ?? card, asked: conventions.confidenceLevel)
        let followsCharges = rescaled?.followsCharges == true || constraint.chargedBound?.followsCharges == true
        self.init(
            card: card, role: role, alternatives: alternatives, origin: entry.origin,
            replacesBundled: entry.replacesBundled, contents: entry.contents,
            caveat: card.kineticMixing == .none && conventions.kineticMixing != .none
                ? "derived without kinetic mixing" : nil,
            silence: followsCharges ? nil : conventions.silenceOfOtherCharges, conditions: conditions,
            constraint: constraint, code: entry.code,
            expectedRegions: card.kind == .observed
                ? (rescaled?.document ?? entry.document).limits(of: .expected).map(\.region) : [],
            documentRegions: entry.document.ownLimits.map(\.region), isOfThisProgram: isOfThisProgram)
    }
}

extension CatalogueEntry {
    /// Whether its curves are the bound, and no code computes it.
    fileprivate var isCurve: Bool { code == nil && document.card.method != .computed }
}

extension Scenario {
    /// What it lays down for its bounds, the charges of its neutrinos and how they mix among it.
    /// - Throws: ``ParameterSetError``, ``MixingAngleError``
    public var conventionsOfBounds: Conventions {
        get throws {
            var conventions = conventions
            conventions.charges = LeptonCharges(neutrinos.charges.value)
            let set = try ParameterSet.named(conventions.parameterSet)
            conventions.leptonMixing = LeptonMixing(
                try neutrinos.angles.applied(to: set.oscillations(neutrinos.ordering).angles))
            return conventions
        }
    }
}

extension Conventions {
    /// Why a bound says nothing that was derived for the charges of Lμ−Lτ; nil where these are laid down. What it would say of
    /// others nobody has computed.
    var silenceOfOtherCharges: Silence? {
        charges == .muonMinusTau ? nil : .assumptionNotMade("the charges of Lμ−Lτ")
    }
}
