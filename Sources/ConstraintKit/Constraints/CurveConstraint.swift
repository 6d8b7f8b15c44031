/// A bound that its document's curves give, without further code: bundled ones and a user's own.
public struct CurveConstraint: Constraint {
    /// It serves every document that no other type claims.
    public static var stems: [String] { [] }

    private let kind: Kind
    let regions: [Region]
    private let missingAssumption: String?

    /// - Throws: ``DocumentError/noLimit(stem:)`` where the document has no curve of the kind its card announces.
    public init(_ document: Document, _ conventions: Conventions) throws {
        kind = document.card.kind
        regions = document.ownLimits.map(\.region)
        guard !regions.isEmpty else { throw DocumentError.noLimit(stem: document.card.stem) }
        missingAssumption = document.card.kineticMixing.assumptionMissing(from: conventions)
    }

    public func boundaries(along row: MassRow) -> BoundaryRow {
        if let (curve, side) = onlyCurve { return curve.boundaries(along: row, side: side) }
        var answer = BoundaryRow()
        answer.reserveCapacity(row.count)
        for mass in row { answer.append(boundary(at: mass)) }
        return answer
    }

    /// The curve of a bound that is nothing else: most are.
    private var onlyCurve: (Curve, Curve.Side)? {
        guard regions.count == 1, missingAssumption == nil else { return nil }
        switch (kind, regions[0]) {
        case (.observed, .above(let curve)), (.expected, .above(let curve)), (.projected, .above(let curve)):
            return (curve, .above)
        case (.observed, .below(let curve)), (.expected, .below(let curve)), (.projected, .below(let curve)):
            return (curve, .below)
        default: return nil
        }
    }

    public func boundary(at mass: Mass) -> Boundary {
        if let missingAssumption { return .silent(.assumptionNotMade(missingAssumption)) }
        var covered: [CouplingIntervals] = []
        var silence: Silence?
        for region in regions {
            switch region.coverage(at: mass) {
            case .couplings(let couplings): covered.append(couplings)
            case .silent(let reason): silence = silence ?? reason
            }
        }
        if covered.isEmpty, let silence { return .silent(silence) }
        let couplings = covered.count == 1 ? covered[0] : CouplingIntervals(union: covered.joined())
        switch kind {
        case .observed, .expected, .projected: return .excludes(couplings)
        case .preferred, .hint: return .prefers(couplings.map { PreferredInterval($0) })
        }
    }
}

extension KineticMixing {
    /// Why a bound derived with this mixing does not hold under the conventions of a scenario; nil where it does.
    ///
    /// A bound derived without mixing stands in every scenario: it rests on the couplings to muons and neutrinos, which
    /// mixing leaves as they are. One that needs mixing to reach electrons or quarks holds only where the scenario
    /// grants just that mixing, since how it scales with ε differs from process to process.
    public func assumptionMissing(from conventions: Conventions) -> String? {
        switch self {
        case .none: nil
        case _ where self == conventions.kineticMixing: nil
        case .natural: "it needs the natural kinetic mixing"
        case .ratio(let ratio): "it needs a kinetic mixing of \(ratio) g′"
        case .fixed(let epsilon): "it needs a kinetic mixing of \(epsilon)"
        case .running: "it needs kinetic mixing that runs with the momentum"
        }
    }
}
