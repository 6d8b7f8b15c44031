import Assessment
import ConstraintKit
import CurveFormats
import Documents

/// Couplings at which a bound can't tell.
struct UndecidedRecord: Record {
    let open: AllowedCouplings.Undecided

    static let fields: [Field<UndecidedRecord>] = [
        Field("stem", "Name of the bound.") { $0.open.bound.card.stem },
        Field("limit_low", "Gauge coupling g′ from which on.") { $0.open.couplings.lower },
        Field("limit_high", "Gauge coupling g′ up to which; null: without end.") { $0.open.couplings.upper.ifFinite },
        Field("reason", "Why it can't tell.") { $0.open.reason },
    ]
}

/// An interval of allowed couplings.
struct AllowedIntervalRecord: Record {
    let mass: Mass
    let interval: AllowedCouplings.Interval

    static let fields: [Field<AllowedIntervalRecord>] =
        [
            Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.mass.inMeV },
            Field("limit_low", "The least allowed g′.") { $0.interval.couplings.lower },
            Field("limit_high", "The greatest allowed g′; null for no upper end.") {
                $0.interval.couplings.upper.ifFinite
            },
        ]
        + EdgeFields.of("low", "lower", \AllowedIntervalRecord.interval.lowerSetBy)
        + EdgeFields.of("high", "upper", \AllowedIntervalRecord.interval.upperSetBy) + [
            EdgeFields.massLimit("low") { $0.interval.lowerSetBy },
            EdgeFields.massLimit("high") { $0.interval.upperSetBy },
        ]
}

/// What sets an edge of an interval of allowed couplings, and what that rests on.
enum EdgeFields {
    /// An edge with the digits that its bound has; the coupling from which on a bound on the mass holds has two.
    static func digits(of edge: Double, _ bound: Bound?) -> String {
        NumberText.short(edge, digits: bound?.massEdge == nil ? bound?.digitsOfEdges ?? 4 : 2)
    }

    /// - Parameters:
    ///   - name: of the edge in names of fields.
    ///   - word: for it in sentences.
    ///   - bound: that sets it.
    static func of<Root>(
        _ name: String, _ word: String, _ bound: @escaping @Sendable (Root) -> Bound?
    ) -> [Field<Root>] {
        [
            Field("\(name)_set_by", "Stem of the bound that sets the \(word) edge; null for no edge.") {
                bound($0)?.card.stem
            },
            Field("\(name)_confidence_level", "Of that bound, a fraction; null where its publication states none.") {
                bound($0)?.card.confidenceLevel.fraction
            },
            Field(
                "\(name)_confidence_level_basis",
                "Whether that level is the publication's own: stated, inferred or not stated; null for no edge."
            ) { bound($0)?.card.confidenceLevel.basis },
            Field(
                "\(name)_confidence_level_sides",
                "Whether that level counts one side or both, one-sided or two-sided; null where its card does not say."
            ) { bound($0)?.card.levelSides?.rawValue },
            Field("\(name)_kinetic_mixing", "The kinetic mixing that bound was derived with; null for no edge.") {
                bound($0).map { Wording.mixing($0.card.kineticMixing) }
            },
        ]
    }

    /// What an edge demands that a bound on the mass makes.
    static func massLimit<Root>(_ name: String, _ bound: @escaping @Sendable (Root) -> Bound?) -> Field<Root> {
        Field(
            "\(name)_mass_limit_MeV", unit: "MeV",
            "The mass that bound demands, where it limits the mass and not the coupling: the edge is the coupling from which on it "
                + "holds; null elsewhere."
        ) { bound($0)?.massEdge?.inMeV }
    }
}
