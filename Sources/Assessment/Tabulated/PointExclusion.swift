import ConstraintKit

/// What one bound says of a point, without limits and reasons.
enum PointExclusion: Sendable, Hashable {
    /// Nothing: it is silent, or can't tell.
    case silent
    case failed
    /// - Parameter isLimit: whether the bound excludes other couplings at this mass.
    case allowed(isLimit: Bool)
    case excluded

    /// What a whole verdict says.
    init(_ verdict: BoundVerdict) {
        switch verdict.verdict {
        case .excluded: self = .excluded
        case .allowed: self = .allowed(isLimit: verdict.limit != nil)
        case .preferred, .disfavoured, .silent: self = .silent
        case .failed: self = .failed
        }
    }
}

extension Bound {
    /// What ``verdict(at:coupling:)`` says, without what it computes beside.
    func exclusion(at mass: Mass, coupling: Coupling) -> PointExclusion {
        if silence != nil { return .silent }
        do {
            return try exclusion(by: constraint.boundary(at: mass), at: mass, coupling: coupling)
        } catch { return .failed }
    }

    /// The same, given what it says at the mass.
    func exclusion(by boundary: Boundary, at mass: Mass, coupling: Coupling) throws -> PointExclusion {
        guard boundary.isWellFormed else { return .failed }
        switch boundary {
        case .silent: return .silent
        case .prefers: return PointExclusion(verdict(from: boundary, at: mass, coupling: coupling))
        case .excludes(let intervals):
            if intervals.contains(where: { $0.contains(coupling.value) }) { return .excluded }
            let isOpen = try openZones(at: mass).contains { $0.couplings.contains(coupling.value) }
            return isOpen ? .silent : .allowed(isLimit: !intervals.isEmpty)
        }
    }
}
