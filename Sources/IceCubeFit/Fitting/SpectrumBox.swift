import NumericalMethods
import Transport

/// What of a model is given, and not found by a fit.
public struct FitGiven: Sendable {
    /// A; nil: profiled over A ≥ 0.
    public var amplitude: Double?
    /// γ; nil: profiled over ``FitPrecision/indexRange``.
    public var gamma: Double?
    /// Of the numbers of the spectrum that have ranges, as fractions of these; nil, or none at all: profiled.
    public var fractions: [Double?]

    public init(amplitude: Double? = nil, gamma: Double? = nil, fractions: [Double?] = []) {
        (self.amplitude, self.gamma, self.fractions) = (amplitude, gamma, fractions)
    }
}

/// The numbers of a spectrum that have ranges, as places in a box.
public struct SpectrumBox: Sendable {
    public let family: SpectrumFamily
    /// Over those that are not given.
    public let search: BoxSearch
    private let given: [Double?]

    /// χ² has one valley between places so far apart: in ln of an energy or a weight, and in an index.
    private static let (logarithmicStep, indexStep) = (0.5, 0.3)
    /// Along each side, of one and of two.
    private static let greatestCounts = [24, 9]

    /// - Parameter given: ``FitGiven/fractions``
    /// - Returns: nil for spectra without ranges.
    public init?(_ family: SpectrumFamily?, given: [Double?] = []) {
        guard let family, !family.parameters.isEmpty else { return nil }
        self.family = family
        self.given = given.isEmpty ? family.parameters.map { _ in nil } : given
        let free = zip(family.parameters, self.given).filter { $0.1 == nil }.map(\.0)
        let greatest = Self.greatestCounts[min(max(free.count, 1), Self.greatestCounts.count) - 1]
        search = BoxSearch(
            counts: free.map { parameter in
                let step = parameter.isLogarithmic ? Self.logarithmicStep : Self.indexStep
                return min(max(Int((parameter.length / step).rounded(.up)) + 1, 3), greatest)
            })
    }

    /// Fractions of all ranges, where the search stands.
    public func fractions(at place: [Double]) -> [Double] {
        var rest = place[...]
        return given.map { $0 ?? rest.popFirst() ?? 0 }
    }

    /// Where a function of the fractions of all ranges is least.
    public func minimum<Failure: Error>(
        of function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> [Double] {
        guard !search.counts.isEmpty else { return fractions(at: []) }
        return fractions(at: try search.minimum { place throws(Failure) in try function(fractions(at: place)) }.x)
    }
}
