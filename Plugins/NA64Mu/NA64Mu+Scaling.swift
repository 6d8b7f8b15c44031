import ConstraintKit

extension NA64MuBound {
    /// What a curve would become with more muons on target, by the rule of a search without background.
    ///
    /// The number of signal events is ∝ g′² · MOT · efficiency, and the limit stands where it reaches a fixed number:
    /// g′ ∝ (MOT · efficiency)^(−1/2). By it the curve of 1.98e10 muons reaches 2.22e-4 at 1e11 and 7.0e-5 at 1e12 for
    /// 5e-4 to begin with; the published projections, 1e-4 and 4e-5, take 5.0 and 3.1 times the efficiency.
    ///
    /// - Parameters:
    ///   - document: the curve to start from; its parameter `muons_on_target` says for how many it holds.
    ///   - muons: how many muons the projection is for.
    ///   - relativeEfficiency: the efficiency over that of the starting curve.
    /// - Returns: a projection by the stem `na64mu-<muons>-mot-scaled`: another one than the published projection for
    ///   the same number, which stands beside it.
    /// - Throws: ``DocumentError`` where a number is missing or not positive, or no upper limit is there to scale.
    public static func scaled(
        _ document: Document, toMuonsOnTarget muons: Double, relativeEfficiency: Double = 1
    ) throws -> Document {
        let stem = document.card.stem
        let begun = try document.positiveParameter("muons_on_target")
        for (name, value) in [("muons_on_target", muons), ("relative_efficiency", relativeEfficiency)] {
            guard value > 0, value < .infinity else {
                throw DocumentError.parameterOutOfRange(stem: stem, name: name, value: value, expected: "above 0")
            }
        }
        let factor = (begun / muons / relativeEfficiency).squareRoot()
        let limits = try document.ownLimits.map { try $0.projected(scalingBy: factor, stem: stem) }
        guard !limits.isEmpty else { throw DocumentError.noLimit(stem: stem) }

        let count = muons.powerOfTenNotation
        var card = document.card
        card.stem = "na64mu-\(count)-mot-scaled"
        card.title = "NA64μ \(count) MOT (scaled)"
        card.summary = "What \(document.card.title) becomes with \(count) muons on target, without background."
        card.kind = .projected
        card.method = .reconstructed
        card.methodNote =
            "\(stem) at \(begun.powerOfTenNotation) muons on target, its couplings times \(factor): "
            + "g′ ∝ (muons on target × efficiency)^(−1/2), relative efficiency \(relativeEfficiency)"
        card.status = .unvalidated
        return Document(
            card: card, limits: limits,
            parameters: ["muons_on_target": muons, "relative_efficiency": relativeEfficiency])
    }
}

extension Limit {
    /// An upper limit with all couplings multiplied; nothing else has a meaning under a change of exposure.
    fileprivate func projected(scalingBy factor: Double, stem: String) throws -> Limit {
        guard case .above(let curve) = region else { throw DocumentError.noLimit(stem: stem) }
        let knots = curve.knots.map { Curve.Knot(mass: $0.mass, coupling: $0.coupling * factor) }
        return Limit(
            name: "projected", kind: .projected, confidenceLevel: confidenceLevel,
            region: .above(try Curve(knots: knots, gapsAfter: curve.gapsAfter)))
    }
}

extension Double {
    /// A positive number as whole digits and a power of ten, `1e11`, `198e8`: it holds no point, and so may be part of
    /// a stem.
    fileprivate var powerOfTenNotation: String {
        let parts = description.split(separator: "e")
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = number.count > 1 ? number[1] : ""
        var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
        var digits = String((number[0] + fraction).drop { $0 == "0" })
        while digits.hasSuffix("0") {
            digits.removeLast()
            exponent += 1
        }
        return exponent == 0 ? digits : "\(digits)e\(exponent)"
    }
}
