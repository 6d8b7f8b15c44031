import NumericalMethods
import RealModule
import Scenarios
import Transport

/// A quantity that a scan varies: the mass, the coupling, or a choice of scenarios that is a number.
public struct ScanParameter: Sendable, Hashable {
    /// How a number between 0 and 1 becomes a value.
    public enum Distribution: Sendable, Hashable {
        /// Evenly between two values.
        case linear(from: Double, to: Double)
        /// Evenly in the logarithm between two values above zero.
        case logarithmic(from: Double, to: Double)
        /// A normal prior.
        case normal(mean: Double, sigma: Double)

        /// As a plan has it.
        var words: String {
            switch self {
            case .linear: "even between from and to"
            case .logarithmic: "scale: log"
            case .normal: "mean and sigma"
            }
        }
    }

    /// `mass_MeV`, `coupling`, or the key of a choice, `neutrinos.sum_of_masses_eV` for instance.
    public var name: String
    public var distribution: Distribution
    /// How many values a grid takes, the ends among them.
    public var count: Int?

    public static let mass = "mass_MeV"
    public static let coupling = "coupling"
    public static let amplitude = "amplitude"
    public static let gamma = "gamma"

    /// Whether a name is that of a number of the sources' spectrum that has a range: `sources.spectrum.break_GeV`, or behind that `_2`
    /// for a second of its kind.
    static func isOfSpectrum(_ name: String) -> Bool { spectrumNames.contains(name) }

    /// All that there may be.
    static let spectrumNames = SpectrumParameter.Kind.allCases.flatMap { kind in
        (1...SpectrumParameter.greatestCount).map { number in
            SpectrumNumbers.prefix + kind.rawValue + (number == 1 ? "" : "_\(number)")
        }
    }

    /// The value below which a fraction of the distribution lies.
    /// - Parameter fraction: above 0 and below 1.
    public func value(atFraction fraction: Double) -> Double {
        switch distribution {
        case .linear(let from, let to): from + fraction * (to - from)
        case .logarithmic(let from, let to): from * Double.exp(fraction * Self.logWidth(from, to))
        case .normal(let mean, let sigma):
            mean + sigma * (fraction < 0.5 ? -1 : 1)
                * (NormalQuantile.deviations(oneSided: max(fraction, 1 - fraction)) ?? 0)
        }
    }

    /// ln of the ratio of two values, also where that is no double any more.
    fileprivate static func logWidth(_ from: Double, _ to: Double) -> Double {
        (to / from).isFinite ? Double.log(to / from) : Double.log(to) - Double.log(from)
    }

    /// The value of a step of a grid, from 0: the ends to the last bit.
    func value(ofStep step: Int) -> Double {
        let count = count ?? 1
        let ends: (Double, Double)
        switch distribution {
        case .linear(let from, let to), .logarithmic(let from, let to): ends = (from, to)
        // Quantiles in the middle of equal shares.
        case .normal: return value(atFraction: (Double(step) + 0.5) / Double(count))
        }
        if step == 0 { return ends.0 }
        return step == count - 1 ? ends.1 : value(atFraction: Double(step) / Double(count - 1))
    }
}

/// Where the rows of a plan with random points lie.
public struct ScanSequence: Sendable {
    private let sequence: SobolSequence

    public init(_ plan: ScanPlan) {
        sequence = SobolSequence(dimension: max(plan.parameters.count, 1), seed: plan.seed)
    }

    /// The values of a parameter in some rows.
    /// - Parameter place: of the parameter in the plan.
    func values(_ rows: Range<Int>, _ parameter: ScanParameter, at place: Int) -> [Double] {
        [Double](unsafeUninitializedCapacity: rows.count) { values, count in
            let rest = UnsafeMutableBufferPointer(rebasing: values[..<rows.count])
            sequence.write(from: UInt32(rows.lowerBound), coordinate: place, to: rest)
            parameter.takeFractions(rest)
            count = rows.count
        }
    }
}

extension ScanParameter {
    /// Puts the values below which fractions of the distribution lie in the place of the fractions.
    fileprivate func takeFractions(_ fractions: UnsafeMutableBufferPointer<Double>) {
        guard case .logarithmic(let from, let to) = distribution else {
            for place in fractions.indices { fractions[place] = value(atFraction: fractions[place]) }
            return
        }
        let width = Self.logWidth(from, to)
        for place in fractions.indices { fractions[place] = from * Double.exp(fractions[place] * width) }
    }
}
