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
    package init(
        _ entry: CatalogueEntry, role: Role, alternatives: String?, conventions: Conventions,
        linkedBounds: LinkedBounds
    ) throws(AnalysisError) {
        let card = entry.document.card
        let constraint: any CouplingBound
        do {
            constraint = try linkedBounds.bound(entry, conventions)
        } catch {
            throw .unusableBound(stem: entry.stem, reason: error)
        }
        self.init(
            card: card, role: role, alternatives: alternatives, origin: entry.origin,
            replacesBundled: entry.replacesBundled, contents: entry.contents,
            caveat: card.kineticMixing == .none && conventions.kineticMixing != .none
                ? "derived without kinetic mixing" : nil,
            silence: (constraint as? any ChargedBound)?.followsCharges == true
                ? nil : conventions.silenceOfOtherCharges,
            constraint: constraint, code: entry.code,
            expectedRegions: card.kind == .observed ? entry.document.limits(of: .expected).map(\.region) : [],
            documentRegions: entry.document.ownLimits.map(\.region))
    }
}

extension Scenario {
    /// What it lays down for its bounds, the charges of its neutrinos among it.
    public var conventionsOfBounds: Conventions {
        var conventions = conventions
        conventions.charges = LeptonCharges(neutrinos.charges.value)
        return conventions
    }
}

extension Conventions {
    /// Why a bound says nothing that was derived for the charges of Lμ−Lτ; nil where these are laid down. What it would say of
    /// others nobody has computed.
    var silenceOfOtherCharges: Silence? {
        charges == .muonMinusTau ? nil : .assumptionNotMade("the charges of Lμ−Lτ")
    }
}
