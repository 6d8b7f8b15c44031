import ComplexModule
import ConstraintKit

/// A family of leptons, in the order of the rows and columns of charges.
public enum LeptonFamily: Int, Sendable, Hashable, CaseIterable {
    case electron = 0
    case muon
    case tau
}

extension ChargeMatrix {
    /// Q_αα, real: what interferes with the weak scattering of its neutrino.
    public func charge(of family: LeptonFamily) -> Double { elements[family.rawValue][family.rawValue].real }

    /// Whether muons feel the force, and not their neutrinos alone.
    public var areOfChargedMuons: Bool { areOfChargedLeptonsToo && charge(of: .muon) != 0 }

    /// Σ_β |Q_αβ|²: what its neutrino radiates or scatters with, into any flavour.
    public func sumOfSquares(of family: LeptonFamily) -> Double {
        elements[family.rawValue].reduce(0) { $0 + $1.lengthSquared }
    }
}

extension ChargeMatrix {
    /// The charges that a scenario lays down for its bounds.
    public init(_ charges: LeptonCharges) {
        self.init(
            unchecked: (0..<3).map { row in
                (0..<3).map { Complex(charges.real[3 * row + $0], charges.imaginary[3 * row + $0]) }
            })
    }
}

extension LeptonCharges {
    /// The same charges as bounds read them.
    public init(_ charges: ChargeMatrix) {
        let elements = charges.elements.joined()
        self.init(real: elements.map { $0.real }, imaginary: elements.map { $0.imaginary })
    }
}
