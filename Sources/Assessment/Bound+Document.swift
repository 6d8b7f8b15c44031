import ConstraintKit
import CurveArchive
import Scenarios

/// Why a scenario can't be made ready.
public enum AnalysisError: Error {
    /// The document of a bound could not be turned into one.
    case unusableBound(stem: String, reason: any Error)
}

extension Bound {
    package init(
        _ entry: CatalogueEntry, role: Role, alternatives: String?, conventions: Conventions, silence: Silence? = nil,
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
            silence: silence, constraint: constraint, code: entry.code)
    }
}

extension Scenario {
    /// Why no bound speaks, where the new force is not that of Lμ−Lτ: each was derived for its charges, and what it would
    /// say of others nobody has computed.
    public var silenceOfBounds: Silence? {
        neutrinos.charges.value == .muonMinusTau ? nil : .assumptionNotMade("the charges of Lμ−Lτ")
    }
}
