import Assessment
import ConstraintKit
import Documents

/// Which bound sets each point of what a scenario excludes.
public struct EnvelopeEdges: Sendable {
    /// By mass [MeV]: the couplings at which exclusion begins or ends, and who says so.
    private let edges: [Double: [(coupling: Double, stem: String)]]

    public init(_ answers: [AllowedCouplings]) {
        edges = Dictionary(answers.map { ($0.mass.inMeV, Self.edges($0)) }, uniquingKeysWith: { $0 + $1 })
    }

    private static func edges(_ answer: AllowedCouplings) -> [(coupling: Double, stem: String)] {
        answer.intervals.flatMap { interval in
            [(interval.couplings.lower, interval.lowerSetBy), (interval.couplings.upper, interval.upperSetBy)]
                .compactMap {
                    coupling, bound in bound.map { (coupling, $0.card.stem) }
                }
        }
    }

    /// The stem of the bound that sets a point; nil for one that no single bound sets: that of a product of likelihoods, or an end
    /// of a document's own.
    func stem(at knot: Curve.Knot) -> String? {
        // A point of a band is an exponential of a logarithm.
        edges[knot.mass]?.first { abs($0.coupling - knot.coupling) <= CouplingInterval.edgeTolerance * knot.coupling }?
            .stem
    }
}

/// A point of an envelope.
struct EnvelopePointRecord: Record {
    let knot: Curve.Knot
    let stem: String?

    static let fields: [Field<EnvelopePointRecord>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.knot.mass },
        Field("coupling", "Gauge coupling g′.") { $0.knot.coupling },
        Field("set_by", "Stem of the bound that sets it; null where no single one does.") { $0.stem },
    ]
}
