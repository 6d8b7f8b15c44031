import ConstraintKit
import Physics

/// The electron's anomalous magnetic moment: what a measurement leaves beyond a prediction, `delta_a_e` ± `sigma_a_e`,
/// against the loop of a Z′ that reaches the electron by the mixing that the scenario grants.
///
/// Excluded is what adds more than Δa + 2σ, whatever the scenario's confidence level: the predictions with α from rubidium
/// and from caesium are 5σ apart, so that none has a level of its own. Where Δa + 2σ is not positive every coupling is
/// excluded, the Standard Model with them.
public struct ElectronGMinus2Bound: Constraint {
    public static let stems = ["electron-g-2-rb", "electron-g-2-cs"]

    private let measurement: AnomalyMeasurement
    private let conventions: Conventions

    public init(_ document: Document, _ conventions: Conventions) throws {
        let difference = try document.parameter("delta_a_e")
        guard abs(difference) < 1 else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "delta_a_e", value: difference, expected: "between −1 and 1")
        }
        measurement = AnomalyMeasurement(
            difference: difference, sigma: try document.positiveParameter("sigma_a_e", atMost: 1))
        self.conventions = conventions
    }

    public func boundary(at mass: Mass) -> Boundary {
        let range = ElectronGMinus2.massRange
        guard range.contains(mass.inMeV) else {
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        return conventions.mixed { strength in
            let excluded = measurement.excluded(
                above: 2, loop: ElectronGMinus2.anomalyPerSquaredCoupling(mass, mixingPerCoupling: 1))
            guard let least = excluded.first?.lower else { return .excludes(CouplingIntervals()) }
            return .excludes(least > 0 ? strength.couplings(whereMixingExceeds: least) : excluded)
        }
    }
}

extension ElectronGMinus2Bound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card { card.holding(for: conventions.kineticMixing) }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = {
    export([ComputedOrSupplied<ElectronGMinus2Bound>.self])
}
