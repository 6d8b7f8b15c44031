import ConstraintKit

extension Document {
    /// A document with the couplings that are covered at some masses, as ``SampledRegions`` joins them.
    ///
    /// - Parameters:
    ///   - card: of the document; its kind and confidence level are those of each curve.
    ///   - masses: rising.
    ///   - couplings: what is covered at each of them, by a name for what it is: bands at one and two standard deviations are
    ///     curves of their own.
    /// - Throws: ``CurveError`` where a coupling is none that a document can hold.
    package init(
        _ card: Card, at masses: MassRow, covering couplings: [(name: String, intervals: [CouplingIntervals])]
    ) throws(CurveError) {
        var limits: [Limit] = []
        for (name, intervals) in couplings {
            for part in try SampledRegions(masses, intervals).parts {
                limits.append(
                    Limit(
                        name: "\(name)_\(part.name)", kind: card.kind, confidenceLevel: card.confidenceLevel,
                        region: part.region))
            }
        }
        self.init(card: card, limits: limits)
    }
}
