import NumericalMethods

/// The masses of the three neutrino states.
public struct NeutrinoMasses: Sendable, Hashable {
    public let ordering: Ordering
    /// m_1, m_2, m_3 [eV]; the lightest may be zero.
    public let masses: SIMD3<Double>

    /// Σm_ν [eV].
    public var sum: Double { masses.sum() }

    /// The masses above a given lightest one.
    /// - Parameters:
    ///   - lightest: [eV], zero or above, below 1 keV.
    ///   - splittings: what oscillations measure.
    /// - Throws: ``NeutrinoMassError``
    public init(lightest: Double, splittings: MassSplittings) throws(NeutrinoMassError) {
        guard splittings.isConsistent else { throw .splittingsInconsistent(splittings) }
        guard lightest >= 0, lightest < Self.largest else { throw .lightestOutOfRange(lightest, upper: Self.largest) }
        ordering = splittings.ordering
        masses = splittings.masses(lightest: lightest)
    }

    /// The masses with a given sum.
    /// - Parameters:
    ///   - sumOfMasses: Σm_ν [eV], at least what the splittings allow, below 1 keV.
    ///   - splittings: what oscillations measure.
    /// - Throws: ``NeutrinoMassError/sumTooSmall(_:minimum:ordering:)`` below the minimum, which it carries.
    public init(sumOfMasses: Double, splittings: MassSplittings) throws(NeutrinoMassError) {
        guard splittings.isConsistent else { throw .splittingsInconsistent(splittings) }
        guard sumOfMasses > 0, sumOfMasses < Self.largest else {
            throw .sumOutOfRange(sumOfMasses, upper: Self.largest)
        }
        let minimum = splittings.minimumSum
        guard sumOfMasses >= minimum else {
            throw .sumTooSmall(sumOfMasses, minimum: minimum, ordering: splittings.ordering)
        }
        // The sum rises strictly with the lightest mass, which can't be above a third of it.
        let lightest = Bracket(inside: 0, outside: sumOfMasses / 3).narrowed {
            splittings.masses(lightest: $0).sum() < sumOfMasses
        }.outside
        try self.init(lightest: sumOfMasses == minimum ? 0 : lightest, splittings: splittings)
    }

    /// [eV]: far above what any experiment allows; it keeps later arithmetic within range.
    private static let largest = 1e3
}

/// Why neutrino masses can't be had.
public enum NeutrinoMassError: Error, Sendable, Hashable {
    /// The sum [eV] is below the least that the splittings allow [eV].
    case sumTooSmall(Double, minimum: Double, ordering: Ordering)
    /// The sum [eV] is not a number above zero and below the upper end.
    case sumOutOfRange(Double, upper: Double)
    /// The lightest mass [eV] is not a number from zero to the upper end.
    case lightestOutOfRange(Double, upper: Double)
    /// The splittings are not finite or contradict their ordering.
    case splittingsInconsistent(MassSplittings)
}
