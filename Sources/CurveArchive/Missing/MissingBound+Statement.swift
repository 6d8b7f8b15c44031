import ConstraintKit
import Physics

extension MissingBound {
    /// What may be known of it at a mass.
    public enum Statement: Sendable, Hashable {
        /// It says nothing there.
        case none
        /// It may limit the coupling there, and no number is at hand.
        case withoutNumber
        /// Its limits along masses that hold this one lie between these couplings.
        case limits(ClosedRange<Double>)
        /// It limits ε by visible decays, from the least to the greatest, and may exclude these couplings with the mixing that
        /// is granted.
        case visibleDecays(mixings: ClosedRange<Double>, couplings: ClosedRange<Double>)

        /// Whether it may exclude one of these couplings.
        public func mayExclude(_ couplings: ClosedRange<Double>) -> Bool {
            switch self {
            case .none: false
            case .withoutNumber: true
            case .limits(let limits): limits.lowerBound <= couplings.upperBound
            case .visibleDecays(_, let reached): reached.overlaps(couplings)
            }
        }

        /// Whether it may exclude a coupling.
        public func mayExclude(_ coupling: Double) -> Bool { mayExclude(coupling...coupling) }
    }

    /// What it states of masses. Where several parts of its reach have some, all their limits count.
    /// - Parameter masses: [MeV]
    public func statement(on masses: ClosedRange<Double>) -> Statement {
        if needsMixing, granted == .none { return .none }
        guard !reach.isEmpty else { return .withoutNumber }
        let parts = reach.filter { $0.masses.overlaps(masses) }
        guard !parts.isEmpty else { return .none }
        let limits = parts.compactMap { $0.couplings }
        if let first = limits.first { return .limits(limits.dropFirst().reduce(first, Self.hull)) }
        guard parts.contains(where: { $0.mixings != nil }) else { return .withoutNumber }
        return visibleDecays(parts, on: masses)
    }

    private func visibleDecays(_ parts: [Reach], on masses: ClosedRange<Double>) -> Statement {
        var found: (mixings: ClosedRange<Double>, couplings: ClosedRange<Double>)?
        for part in parts {
            guard let mixings = part.mixings,
                let couplings = VisibleDecayReach(mixings: mixings).couplings(
                    on: part.masses.clamped(to: masses), mixing: granted)
            else { continue }
            found = (
                found.map { Self.hull($0.mixings, mixings) } ?? mixings,
                found.map { Self.hull($0.couplings, couplings) } ?? couplings
            )
        }
        return found.map { .visibleDecays(mixings: $0.mixings, couplings: $0.couplings) } ?? .none
    }

    private static func hull(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> ClosedRange<Double> {
        min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }

    /// What it states at a mass.
    public func statement(at mass: Mass) -> Statement { statement(on: mass.inMeV...mass.inMeV) }

    /// Whether it may say anything in a part of the plane.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′
    public func overlaps(masses: ClosedRange<Double>, couplings: ClosedRange<Double>) -> Bool {
        statement(on: masses).mayExclude(couplings)
    }
}
