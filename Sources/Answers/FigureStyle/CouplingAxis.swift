import Foundation
import Physics

/// What the axis of couplings of a map is labelled with. Each is a power of g′, so that curves keep their shape.
public enum CouplingAxis: String, Sendable, Hashable, CaseIterable {
    case coupling = "g"
    case squared = "g2"
    /// α′ = g′²/4π
    case alpha
    /// |ε|, the kinetic mixing that loops of μ and τ bring by themselves, at q² = 0.
    case mixing = "epsilon"

    /// The value on the axis at a coupling.
    func value(at coupling: Double) -> Double {
        switch self {
        case .coupling: coupling
        case .squared: coupling * coupling
        case .alpha: coupling * coupling / (4 * .pi)
        case .mixing: coupling * abs(NaturalMixing.perCoupling)
        }
    }
}
