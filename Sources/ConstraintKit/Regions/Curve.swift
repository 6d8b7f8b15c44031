/// A limit on the coupling as a function of the mass: straight lines between its knots on a log–log plot.
///
/// Where two knots have one mass the limit steps there, as where two searches are joined; at that mass itself it is what
/// it is just above.
public struct Curve: Sendable, Hashable {
    /// A point of a curve as its document gives it.
    @frozen public struct Knot: Sendable, Hashable {
        /// [MeV]
        public var mass: Double
        /// g′
        public var coupling: Double
        @inlinable public init(mass: Double, coupling: Double) {
            self.mass = mass
            self.coupling = coupling
        }
    }

    /// The value of a curve at a mass.
    public enum Value: Sendable, Hashable {
        case coupling(Double)
        case silent(Silence)
    }

    /// The knots in rising order of mass.
    public let knots: [Knot]
    /// Knots after which the document leaves a gap: no line is drawn from them to the next.
    public let gapsAfter: Set<Int>

    private let masses: [Double]
    private let logMasses: [Double]
    /// d ln g′ / d ln m from each knot to the next; 0 after the last and along a step, NaN across a gap.
    private let slopes: [Double]

    /// - Parameters:
    ///   - knots: in any order of mass; where their masses only rise or only fall, two of one mass are a step.
    ///   - gapsAfter: indices, in rising order of mass, of knots that are not joined to the next.
    /// - Throws: ``CurveError`` where the knots do not make a curve.
    public init(knots: [Knot], gapsAfter: Set<Int> = []) throws(CurveError) {
        guard !knots.isEmpty else { throw .empty }
        for (row, knot) in knots.enumerated() {
            guard knot.mass > 0, knot.mass < .infinity else { throw .notPositive("mass", value: knot.mass, row: row) }
            guard knot.coupling > 0, knot.coupling < .infinity else {
                throw .notPositive("coupling", value: knot.coupling, row: row)
            }
        }
        let ordered = try Self.ordered(knots)
        self.knots = ordered
        self.gapsAfter = gapsAfter
        masses = ordered.map(\.mass)
        logMasses = ordered.map { naturalLogarithm($0.mass) }
        var slopes = [Double](repeating: 0, count: ordered.count)
        for index in ordered.indices.dropLast() {
            let rise = logarithmOfRatio(ordered[index + 1].coupling, ordered[index].coupling)
            let run = logarithmOfRatio(ordered[index + 1].mass, ordered[index].mass)
            slopes[index] = gapsAfter.contains(index) ? .nan : run == 0 ? 0 : rise / run
        }
        self.slopes = slopes
    }

    /// The knots in rising order of mass, equal ones once.
    private static func ordered(_ knots: [Knot]) throws(CurveError) -> [Knot] {
        let pairs = zip(knots, knots.dropFirst())
        let (rises, falls) = (pairs.allSatisfy { $0.mass <= $1.mass }, pairs.allSatisfy { $0.mass >= $1.mass })
        let sorted = rises ? knots : falls ? knots.reversed() : knots.sorted { $0.mass < $1.mass }
        // Steps need an order, and two masses to lie between.
        let hasSteps = (rises || falls) && sorted[0].mass < sorted[sorted.count - 1].mass
        var ordered: [Knot] = []
        for knot in sorted {
            if let last = ordered.last, last.mass == knot.mass {
                if last.coupling == knot.coupling { continue }
                guard hasSteps else { throw .twoCouplingsAtOneMass(mass: knot.mass, last.coupling, knot.coupling) }
            }
            ordered.append(knot)
        }
        return ordered
    }

    /// Two curves are one where their knots and gaps are; what is derived from them does not count, and the NaN slope
    /// of a gap would make a curve differ from itself.
    public static func == (left: Curve, right: Curve) -> Bool {
        left.knots == right.knots && left.gapsAfter == right.gapsAfter
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(knots)
        hasher.combine(gapsAfter)
    }

    /// The masses the curve covers [MeV].
    public var massRange: ClosedRange<Double> { masses[0]...masses[masses.count - 1] }

    /// The coupling at a mass, by log–log interpolation; exact at a knot; never beyond the first or last knot.
    public func value(at mass: Mass) -> Value {
        let m = mass.inMeV
        guard massRange.contains(m) else {
            return .silent(.outsideRange(lower: massRange.lowerBound, upper: massRange.upperBound))
        }
        let index = indexOfLastKnot(notAbove: m)
        guard m > masses[index] else { return .coupling(knots[index].coupling) }
        guard !slopes[index].isNaN else { return .silent(.inGap(lower: masses[index], upper: masses[index + 1])) }
        let rise = slopes[index] * (naturalLogarithm(m) - logMasses[index])
        return .coupling(risen(knots[index].coupling, by: rise))
    }

    /// The knots and what is derived from them, in place.
    func withUnsafeBuffers(
        _ body: (
            _ masses: UnsafeBufferPointer<Double>, _ logMasses: UnsafeBufferPointer<Double>,
            _ slopes: UnsafeBufferPointer<Double>, _ knots: UnsafeBufferPointer<Knot>
        ) -> Void
    ) {
        masses.withUnsafeBufferPointer { masses in
            logMasses.withUnsafeBufferPointer { logMasses in
                slopes.withUnsafeBufferPointer { slopes in
                    knots.withUnsafeBufferPointer { body(masses, logMasses, slopes, $0) }
                }
            }
        }
    }

    /// Binary search; the first knot must not be above.
    private func indexOfLastKnot(notAbove mass: Double) -> Int {
        var low = 0
        var high = masses.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if masses[middle] <= mass { low = middle } else { high = middle }
        }
        return low
    }
}

/// A coupling times e^rise. Beyond e^700 the exponential alone is no number, though the product is one.
@inline(__always) func risen(_ coupling: Double, by rise: Double) -> Double {
    abs(rise) < 700 ? coupling * exponential(rise) : exponential(naturalLogarithm(coupling) + rise)
}

/// ln(a/b) of positive numbers, from the ratio as long as that is one, which keeps the digits of close neighbours.
private func logarithmOfRatio(_ a: Double, _ b: Double) -> Double {
    let ratio = a / b
    return ratio.isNormal ? naturalLogarithm(ratio) : naturalLogarithm(a) - naturalLogarithm(b)
}

/// Why a set of knots is not a curve. Rows count from 0.
public enum CurveError: Error, Sendable, Hashable {
    /// No knot at all.
    case empty
    /// A mass [MeV] or coupling is zero, negative, infinite or not a number.
    case notPositive(_ quantity: String, value: Double, row: Int)
    /// The same mass [MeV] occurs with two couplings, and no order of the masses makes a step of them.
    case twoCouplingsAtOneMass(mass: Double, _ first: Double, _ second: Double)
    /// Fewer than three points enclose nothing.
    case contourTooSmall(points: Int)
}
