import ConstraintKit
import Physics

/// The muon's anomalous magnetic moment: what a measurement leaves beyond one prediction, Δa ± σ, against a Z′ loop.
///
/// The document holds `delta_a_mu` and `sigma_a_mu`. Where its kind is `preferred`, the couplings within 1σ and 2σ are
/// preferred and none is excluded; otherwise those above Δa + nσ are excluded, n = 2 or as one-sided as the scenario's
/// confidence level says (97.7 % is 2). A Z′ only adds, so where Δa + nσ is not positive every coupling is excluded.
public struct MuonGMinus2Bound: Constraint, DifferenceBound, LikelihoodBound {
    public static let stems = ["g-2-wp20", "g-2-bmw21", "g-2-wp25", "g-2-user"]

    private let measurement: AnomalyMeasurement
    private let isPreference: Bool
    private let deviations: Double
    private let conventions: Conventions
    /// q_μ², or nil where muons have no charge.
    private let squaredCharge: Double?

    public init(_ document: Document, _ conventions: Conventions) throws {
        measurement = try Self.measurement(in: document)
        isPreference = document.card.kind == .preferred || document.card.kind == .hint
        deviations = try conventions.deviations(otherwise: 2, stem: document.card.stem)
        let charges = ChargeMatrix(conventions.charges)
        let charge = charges.charge(of: .muon)
        squaredCharge = charges.areOfChargedMuons ? charge * charge : nil
        self.conventions = conventions
    }

    public func boundary(at mass: Mass) -> Boundary {
        let range = MuonGMinus2.massRange
        guard range.contains(mass.inMeV) else {
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        guard let loop = loop(at: mass) else { return .withoutChargedLeptons }
        guard isPreference else { return .excludes(measurement.excluded(above: deviations, loop: loop)) }
        return .prefers(
            [1, 2].flatMap { halfWidth in
                measurement.preferred(within: halfWidth, loop: loop).map {
                    PreferredInterval($0, deviations: halfWidth)
                }
            })
    }

    /// −½ ((Δa(m, g′) − Δa)/σ)²: 0 where the Z′ explains the difference exactly. Without a charge no Z′ adds anything.
    public func logLikelihood(at mass: Mass, coupling: Coupling) -> Double {
        measurement.logLikelihood(coupling: coupling, loop: loop(at: mass) ?? 0)
    }

    /// The loop is of the mass alone.
    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        let loop = loop(at: mass) ?? 0
        return { [measurement] in measurement.logLikelihood(coupling: $0, loop: loop) }
    }

    /// Δa/g′²; nil where muons have no charge.
    private func loop(at mass: Mass) -> Double? {
        squaredCharge.map { $0 * MuonGMinus2.anomalyPerSquaredCoupling(mass) }
    }
}

extension MuonGMinus2Bound: ChargedBound {
    public var followsCharges: Bool { true }
}

extension MuonGMinus2Bound: AdaptedBound {
    /// An exclusion holds at the level that the scenario lays down; a band of preferred couplings has none.
    public func adapted(_ card: Card) -> Card {
        isPreference ? card : card.holding(at: conventions.confidenceLevel, by: "Gaussian, one-sided")
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<MuonGMinus2Bound>.self]) }
