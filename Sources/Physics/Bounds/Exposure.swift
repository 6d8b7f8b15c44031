import ConstraintKit

/// What the number of signal events of a search grows with, by the name of its number in documents.
public enum Exposure: String, Sendable, Hashable, CaseIterable {
    case muonsOnTarget = "muons_on_target"

    /// `muons on target`
    public var words: String { rawValue.replacing("_", with: " ") }

    /// `MOT`
    var initials: String { String(rawValue.split(separator: "_").compactMap(\.first)).uppercased() }
}

extension Document {
    /// What a limit would become with more exposure, by the rule of a search that counts events.
    ///
    /// The number of signal events is ∝ g′² · exposure · efficiency, and the limit stands where it reaches a number that the
    /// background alone decides (``CountingLimit/expectedSignal``): g′ ∝ (exposure · efficiency/number)^(−1/2). By it NA64μ's limit of 5e-4 with 1.98e10 muons reaches 2.22e-4 at 1e11 and
    /// 7.0e-5 at 1e12; the published projections, 1e-4 and 4e-5, take 5.0 and 3.1 times the efficiency.
    /// A document without curves is computed for the new numbers, by whatever computes it.
    ///
    /// - Parameters:
    ///   - exposure: the document's parameter of this name says for how much it holds.
    ///   - value: how much the projection is for.
    ///   - relativeEfficiency: the efficiency over that of the starting curve.
    ///   - background: how many events are expected without a signal; the starting limit is taken for one without any.
    /// - Returns: a projection by the stem `<experiment>-<value>-mot-scaled`, where the experiment is the stem without its
    ///   year: another one than a published projection for the same number, which stands beside it.
    /// - Throws: ``DocumentError`` where a number is missing or not positive, or no upper limit is there to scale.
    public func scaled(
        to value: Double, _ exposure: Exposure, relativeEfficiency: Double = 1, background: Double = 0
    ) throws -> Document {
        let (measured, begun) = (card, try positiveParameter(exposure.rawValue))
        for (name, value) in [(exposure.rawValue, value), ("relative_efficiency", relativeEfficiency)] {
            guard value > 0, value < .infinity else {
                throw DocumentError.parameterOutOfRange(
                    stem: measured.stem, name: name, value: value, expected: "above 0")
            }
        }
        let factor = (begun / value / relativeEfficiency * (try loss(by: background))).squareRoot()
        let limits = try ownLimits.map { try $0.projected(scalingBy: factor, stem: measured.stem) }
        let isComputed = limits.isEmpty && measured.method == .computed
        guard isComputed || !limits.isEmpty else { throw DocumentError.noLimit(stem: measured.stem) }

        let power = PowerOfTen(value)
        let count = power.text
        var card = measured
        let suffix = "-\(power.withoutPoint)-\(exposure.initials.lowercased())-scaled"
        card.stem = measured.stem.withoutYear(after: "-").prefix(Self.longestStem - suffix.utf8.count) + suffix
        card.title = "\(measured.title.withoutYear(after: " ")) \(count) \(exposure.initials) (scaled)"
        let expected = background == 0 ? "without background" : "with \(background) events of background expected"
        card.summary = "What \(measured.title) becomes with \(count) \(exposure.words), \(expected)."
        card.kind = .projected
        card.method = isComputed ? .computed : .reconstructed
        card.methodNote =
            "\(measured.stem) at \(PowerOfTen(begun).text) \(exposure.words), its couplings times \(factor): "
            + "g′ ∝ (\(exposure.words) × efficiency)^(−1/2), relative efficiency \(relativeEfficiency), \(expected)"
        card.status = .unvalidated
        // What the measurement is to other bounds, its projection is not; the signal is the same.
        card.facts = card.facts.filter { Card.keysOfSignal.contains($0.key) }
        if background != 0 {
            // No other level follows from the limit alone, and no likelihood, as they do where nothing is expected.
            card.facts[Card.keyOfStatistic] = nil
            card.statistic = "counting \(expected)"
        }
        var parameters = isComputed ? parameters : [:]
        parameters[exposure.rawValue] = value
        parameters["relative_efficiency"] = relativeEfficiency
        parameters["background"] = background
        return Document(card: card, limits: limits, parameters: parameters)
    }

    /// How many times the signal without a background an experiment expects to exclude with one, at the card's level.
    private func loss(by background: Double) throws(DocumentError) -> Double {
        guard background != 0 else { return 1 }
        guard let level = card.confidenceLevel.fraction else {
            throw .parameterMissing(stem: card.stem, name: "confidence_level")
        }
        guard let counting = CountingLimit(confidenceLevel: level, background: background) else {
            throw .parameterOutOfRange(
                stem: card.stem, name: "background", value: background,
                expected: "from 0 to \(CountingLimit.backgrounds.upperBound)")
        }
        return counting.expectedSignal / CountingLimit.noEvents(at: level)
    }

    private static let longestStem = 64
}

extension String {
    /// The same without a year of four digits at its end, `NA64μ` of `NA64μ 2024`.
    fileprivate func withoutYear(after separator: Character) -> String {
        guard let end = lastIndex(of: separator), end != startIndex else { return self }
        let last = self[end...].dropFirst()
        return last.count == 4 && last.allSatisfy { $0.isASCII && $0.isNumber } ? String(self[..<end]) : self
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

/// A positive number as whole digits and a power of ten.
private struct PowerOfTen {
    private var digits: String
    private var exponent: Int

    init(_ value: Double) {
        let parts = value.description.split(separator: "e")
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = number.count > 1 ? number[1] : ""
        exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
        digits = String((number[0] + fraction).drop { $0 == "0" })
        while digits.hasSuffix("0") {
            digits.removeLast()
            exponent += 1
        }
    }

    /// `1e11`, `198e8`: it holds no point, and so may be part of a stem.
    var withoutPoint: String { exponent == 0 ? digits : "\(digits)e\(exponent)" }

    /// `1e11`, `1.98e10`
    var text: String {
        let rest = digits.dropFirst()
        let mantissa = digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
        return exponent + rest.count == 0 ? String(mantissa) : "\(mantissa)e\(exponent + rest.count)"
    }
}
