import ConstraintKit
import Physics

/// How the histories of Lμ−Lτ serve other charges of the neutrinos.
///
/// Γ(Z′ → νν̄), and with it how fast neutrinos make Z′ and lose them, goes as S = Σ|Q_αβ|²: what has g′√(S/2) in the place of
/// g′ is the history of Lμ−Lτ. Muons make Z′ too, as their own charge squared. From 1 MeV on that is nothing beside what
/// neutrinos make.
extension ChargeMatrix {
    /// √(S/2): the coupling of Lμ−Lτ to which g′ is equal.
    var relativeStrength: Double { (sumOfSquares / 2).squareRoot() }

    /// What the histories of the table don't have; nil where they have all.
    func missingFromHistories(at mass: Mass, _ mixing: KineticMixing) -> String? {
        guard mixing.strength(charges: self) != nil else {
            return
                "loops of charged leptons make a mixing that depends on more than these charges: give it by its number"
        }
        let ofMuons = areOfChargedLeptonsToo ? charge(of: .muon) * charge(of: .muon) : 0
        // To rounding: the squares are sums of products.
        let isThatOfNeutrinos = abs(ofMuons - sumOfSquares / 2) <= 1e-12 * sumOfSquares
        return mass.inMeV >= Self.leastMassWithoutMuons || isThatOfNeutrinos
            ? nil : "below 1 MeV muons make most Z′, with the charge that they have in Lμ−Lτ"
    }

    /// [MeV]
    private static var leastMassWithoutMuons: Double { 1 }
}
