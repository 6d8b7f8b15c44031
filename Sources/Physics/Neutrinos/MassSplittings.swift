/// The differences of squared neutrino masses that oscillations measure, at one ordering.
public struct MassSplittings: Sendable, Hashable {
    public var ordering: Ordering
    /// Δm²_21 = m_2² − m_1² [eV²], above zero.
    public var solar: Double
    /// |Δm²_31| for normal, |Δm²_32| for inverted ordering [eV²]: the distance of m_3² from the farther state.
    public var atmospheric: Double

    /// - Parameters:
    ///   - solar: Δm²_21 [eV²].
    ///   - atmospheric: |Δm²_31| (normal) or |Δm²_32| (inverted) [eV²].
    public init(ordering: Ordering, solar: Double, atmospheric: Double) {
        self.ordering = ordering
        self.solar = solar
        self.atmospheric = atmospheric
    }

    /// Whether both are finite and the states come out in the order announced.
    var isConsistent: Bool { solar >= 0 && atmospheric >= solar && atmospheric < .infinity }

    /// The masses of states 1, 2, 3 above a lightest one [eV].
    func masses(lightest m: Double) -> SIMD3<Double> {
        let square = m * m
        switch ordering {
        case .normal:
            return [m, (square + solar).squareRoot(), (square + atmospheric).squareRoot()]
        case .inverted:
            return [(square + atmospheric - solar).squareRoot(), (square + atmospheric).squareRoot(), m]
        }
    }

    /// The least sum of masses they allow [eV]: the lightest state has none.
    public var minimumSum: Double { masses(lightest: 0).sum() }
}
