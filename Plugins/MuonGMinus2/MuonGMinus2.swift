import ConstraintKit
import Physics

/// The muon's anomalous magnetic moment: what a measurement leaves beyond one prediction, Δa ± σ, against a Z′ loop.
///
/// The document holds `delta_a_mu` and `sigma_a_mu`. Where its kind is `preferred`, the couplings within 1σ and 2σ are
/// preferred and none is excluded; otherwise those above Δa + nσ are excluded, n = 2 or as one-sided as the scenario's
/// confidence level says (97.7 % is 2). A Z′ only adds, so where Δa + nσ is not positive every coupling is excluded.
public struct MuonGMinus2Bound: Constraint, DifferenceBound, LikelihoodBound {
    public static let stems = ["g-2-wp20", "g-2-bmw21", "g-2-wp25", "g-2-user"]

    private let anomaly: Double
    private let error: Double
    private let isPreference: Bool
    private let deviations: Double
    /// The one-sided level that the scenario lays down; nil where the document's own stands.
    private let level: Double?

    public init(_ document: Document, _ conventions: Conventions) throws {
        (anomaly, error) = try Self.measurement(in: document)
        isPreference = document.card.kind == .preferred || document.card.kind == .hint
        deviations = try Self.deviations(under: conventions, stem: document.card.stem)
        level = conventions.confidenceLevel
    }

    public func boundary(at mass: Mass) -> Boundary {
        let range = MuonGMinus2.massRange
        guard range.contains(mass.inMeV) else {
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        return isPreference
            ? .prefers([1, 2].compactMap { band(halfWidth: $0, at: mass) })
            : .excludes(.init(.above(MuonGMinus2.coupling(anomaly: anomaly + deviations * error, at: mass))))
    }

    /// −½ ((Δa(m, g′) − Δa)/σ)²: 0 where the Z′ explains the difference exactly.
    public func logLikelihood(at mass: Mass, coupling: Coupling) -> Double {
        let pull = (MuonGMinus2.anomaly(mass, coupling) - anomaly) / error
        return -pull * pull / 2
    }

    /// The couplings within n standard deviations; nil where all of the band asks for a negative anomaly.
    private func band(halfWidth: Double, at mass: Mass) -> PreferredInterval? {
        let lower = MuonGMinus2.coupling(anomaly: anomaly - halfWidth * error, at: mass)
        let upper = MuonGMinus2.coupling(anomaly: anomaly + halfWidth * error, at: mass)
        return lower < upper ? PreferredInterval(.init(lower: lower, upper: upper), deviations: halfWidth) : nil
    }
}

extension MuonGMinus2Bound: AdaptedBound {
    /// An exclusion holds at the level that the scenario lays down; a band of preferred couplings has none.
    public func adapted(_ card: Card) -> Card {
        guard let level, !isPreference else { return card }
        var adapted = card
        adapted.confidenceLevel = .stated(level)
        adapted.statistic = "Gaussian, one-sided"
        let notes = [card.methodNote, "here at the confidence level of the scenario"]
        adapted.methodNote = notes.compactMap(\.self).joined(separator: "; ")
        return adapted
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<MuonGMinus2Bound>.self]) }
