import Assessment
import ConstraintKit
import NumericalMethods
import Scenarios

/// The standing of one point after another, by the bounds alone: what they say at a mass is kept, because an outline is sought
/// at the same masses again and again.
struct StandingProbe {
    private let bounds: [Bound]
    private let combination: Combination
    private var known: [Mass: Said] = [:]

    init(_ bounds: [Bound], by combination: Combination) {
        self.bounds = bounds.filter { $0.role == .decides }
        self.combination = combination
    }

    /// Asks the bounds at all masses that are wanted next, on all cores.
    mutating func prepare(_ masses: [Mass]) {
        let unknown = MassRow(sorting: masses.filter { known[$0] == nil })
        guard !unknown.isEmpty else { return }
        // Plugins are asked for all masses at once.
        for bound in bounds where bound.isPlugin { bound.remember(along: unknown) }
        let said = Parallel.map(unknown.count) { [bounds, combination] in
            Said(bounds, by: combination, at: unknown[$0])
        }
        for (mass, said) in zip(unknown, said) { known[mass] = said }
    }

    mutating func standing(mass: Mass, coupling: Coupling) -> Standing {
        let said = known[mass] ?? Said(bounds, by: combination, at: mass)
        known[mass] = said
        return said.standing(coupling)
    }
}

/// What some bounds say at a mass.
private enum Said: Sendable {
    case excluded([CouplingIntervals])
    case mostSensitive(SensitiveBounds)

    init(_ bounds: [Bound], by combination: Combination, at mass: Mass) {
        self =
            combination == .mostSensitive
            ? .mostSensitive(SensitiveBounds(bounds, at: mass))
            : .excluded(bounds.compactMap { $0.boundary(at: mass)?.exclusions })
    }

    func standing(_ coupling: Coupling) -> Standing {
        switch self {
        case .mostSensitive(let bounds): return bounds.standing(coupling)
        case .excluded(let speaking):
            guard !speaking.isEmpty else { return .unconstrained }
            let isExcluded = speaking.contains { $0.contains { $0.contains(coupling.value) } }
            return isExcluded ? .excluded : .allowed
        }
    }
}
