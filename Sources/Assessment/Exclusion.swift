import ConstraintKit
import RealModule

/// Where a point lies to what a bound excludes at its mass.
struct Exclusion {
    let isExcluded: Bool
    /// As ``Verdict/excluded(strength:)`` and ``Verdict/allowed(strength:)`` have it.
    let strength: Double?
    let limit: Double?
    let massLimit: Mass?
    let isAtTheLimit: Bool
    let marginInDex: Double?

    /// - Parameter massEdge: the least mass that is not excluded, where the bound is an edge in mass.
    init(by excluded: CouplingIntervals, massEdge: Mass?, at mass: Mass, coupling: Coupling) {
        let inside = excluded.first { $0.contains(coupling.value) }
        isExcluded = inside != nil
        // Below the coupling that an edge in mass holds for it is a bound like any other.
        if let massEdge, isExcluded || excluded.isEmpty {
            strength = massEdge.inMeV / mass.inMeV
            limit = nil
            massLimit = massEdge
            isAtTheLimit = mass == massEdge
            marginInDex = dex(from: massEdge.inMeV, to: mass.inMeV)
            return
        }
        massLimit = nil
        if let inside {
            limit = inside.nearestEdge(to: coupling.value)
            let distance = limit.map { abs(dex(from: $0, to: coupling.value)) }
            strength = distance.map { Double.exp10($0) } ?? .infinity
            isAtTheLimit = false
            marginInDex = distance.map { -$0 }
            return
        }
        var nearest: (edge: Double, distance: Double)?
        var isAtTheLimit = false
        for interval in excluded {
            isAtTheLimit = isAtTheLimit || interval.hasEdge(at: coupling.value)
            guard let edge = interval.nearestEdge(to: coupling.value) else { continue }
            let distance = abs(dex(from: edge, to: coupling.value))
            if distance < nearest?.distance ?? .infinity { nearest = (edge, distance) }
        }
        self.isAtTheLimit = isAtTheLimit
        limit = nearest?.edge
        marginInDex = nearest.map { isAtTheLimit ? 0 : $0.distance }
        strength = marginInDex.map { Double.exp10(-$0) }
    }
}

extension BoundVerdict {
    init(bound: Bound, _ exclusion: Exclusion) {
        // What is excluded has a strength.
        let verdict: Verdict =
            exclusion.isExcluded
            ? .excluded(strength: exclusion.strength ?? .infinity) : .allowed(strength: exclusion.strength)
        self.init(
            bound: bound, verdict: verdict, limit: exclusion.limit, massLimit: exclusion.massLimit,
            isAtTheLimit: exclusion.isAtTheLimit, marginInDex: exclusion.marginInDex)
    }
}

/// From one coupling to another [dex].
package func dex(from first: Double, to second: Double) -> Double { Double.log10(second / first) }

extension CouplingInterval {
    /// The edge nearest to a coupling on a logarithmic scale; nil where the interval has no edge.
    func nearestEdge(to coupling: Double) -> Double? {
        switch (lower > 0, upper.isFinite) {
        case (true, true): abs(dex(from: lower, to: coupling)) <= abs(dex(from: upper, to: coupling)) ? lower : upper
        case (true, false): lower
        case (false, true): upper
        case (false, false): nil
        }
    }
}
