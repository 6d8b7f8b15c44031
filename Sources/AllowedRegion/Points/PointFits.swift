import ConstraintKit
import IceCubeFit
import Physics
import Scenarios
import Transport

/// The fit to IceCube's data made ready for many points: what all of them share is done once.
///
/// Narrow lines are read from a table, good to 4e-5 of the flux without a Z′ in a segment; wider ones take the grid as single
/// points do, made ready once.
///
/// A class, so that passing it on counts one reference.
final class PointFits: Sendable {
    private enum Way: Sendable {
        /// At the index that is fixed: no memory is taken for a point.
        case fixedIndex(PreparedFit)
        case scan(FitScan)
        /// Over the ranges of the spectrum.
        case ranges(RangedFits)
    }

    private typealias Best = (
        chi2: Double, amplitude: Double, gamma: Double, numbers: [Double], withoutMediator: Double
    )

    private let comparison: IceCubeComparison
    /// The γ that the transport and the spectrum of the sources have.
    private let indices: ClosedRange<Double>
    /// Where points have an index of their own.
    private let ownIndex: FitsAtOwnIndex?
    /// nil: points have indices of their own.
    private let way: Way?
    private let hasIndex: Bool
    /// nil with too few data points for it.
    private let ratio: FitRatio?
    private let crossSection: CrossSection
    private let amplitude: Double?
    private let numbers: SpectrumNumbers

    /// - Parameter indices: where points have a γ of their own, those that there may be.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` where sources have none, and what the transport or the fit refuses.
    init(_ comparison: IceCubeComparison, indices: ClosedRange<Double>? = nil) throws {
        self.comparison = comparison
        self.indices = comparison.indices
        (hasIndex, crossSection, amplitude) = (comparison.hasIndex, comparison.crossSection, comparison.amplitude)
        ratio = comparison.fit.ratio
        numbers = SpectrumNumbers(comparison.shape?.value)
        if let ranged = try comparison.rangedFits(ownIndices: indices) {
            (ownIndex, way) = (nil, .ranges(ranged))
            return
        }
        if let indices {
            if !comparison.hasIndex, let shape = comparison.shape {
                throw FitRequestError.noIndex(spectrum: shape.text)
            }
            // Beyond what the spectrum has a point is refused by itself.
            let indices = indices.clamped(to: comparison.indices)
            ownIndex = try FitsAtOwnIndex(comparison, indices)
            way = nil
            return
        }
        ownIndex = nil
        if let gamma = comparison.gamma {
            way = .fixedIndex(try comparison.tabulatedFit(gamma...gamma).prepared(index: gamma))
        } else {
            let fit = try comparison.tabulatedFit(comparison.fit.precision.indexRange)
            way = .scan(try fit.scan(amplitude: comparison.amplitude, gamma: nil))
        }
    }

    /// Does on all cores what many points share.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - shouldStop: asked from time to time, from any thread.
    func prepare(
        masses: UnsafeBufferPointer<Double>, couplings: UnsafeBufferPointer<Double>,
        shouldStop: @Sendable () -> Bool
    ) {
        func mediator(_ place: Int) -> Mediator? {
            do {
                return comparison.mediator(
                    mass: try Mass(inMeV: masses[place]), coupling: try Coupling(couplings[place]))
            } catch { return nil }
        }
        ownIndex?.likelihood.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        switch way {
        case .fixedIndex(let fit): fit.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        case .scan(let scan): scan.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        case .ranges, nil: break
        }
    }

    /// Writes the fit at a point.
    /// - Parameters:
    ///   - amplitude: A in place of the scenario's; nil: the scenario's.
    ///   - gamma: γ where points have their own.
    ///   - numbers: of the spectrum, those that have ranges; nil: profiled.
    /// - Throws: ``FitError``, ``SourceSpectrumError``, `ChoiceError` of a number outside of its range.
    func fit(
        mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?, numbers: [Double?] = [],
        into places: FitPlaces, at place: Int
    ) throws {
        let mediator = Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
        write(try best(mediator, amplitude, gamma, numbers), into: places, at: place)
    }

    /// Those at indices of the points, where every point takes less than a microsecond: then how they follow one another matters. nil
    /// otherwise.
    var quick: FitsAtOwnIndex? { comparison.pointChoice == .narrowLine ? ownIndex : nil }

    private func write(_ best: Best, into places: FitPlaces, at place: Int) {
        places.write(
            chi2: best.chi2, amplitude: best.amplitude, gamma: hasIndex ? best.gamma : .nan,
            ratio: ratio?.of(chi2: best.chi2) ?? .nan, withoutMediator: best.withoutMediator, at: place)
        places.write(numbers: best.numbers, at: place)
    }

    /// χ² of that fit.
    func chi2(mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?, numbers: [Double?]) throws -> Double {
        try best(Mediator(mass: mass, coupling: coupling, crossSection: crossSection), amplitude, gamma, numbers).chi2
    }

    private func best(
        _ mediator: Mediator, _ amplitude: Double?, _ gamma: Double?, _ numbers: [Double?]
    ) throws -> Best {
        try Self.check(amplitude)
        if let ownIndex {
            let gamma = gamma ?? .nan
            return try withUnsafeTemporaryAllocation(of: Double.self, capacity: ownIndex.memorySize) { memory in
                guard let first = memory.baseAddress else { throw FitError.noDataSets }
                let answer = try ownIndex.answer(mediator, amplitude: amplitude, gamma: gamma, in: first)
                return (answer.chi2, answer.amplitude, gamma, [], answer.withoutMediator)
            }
        }
        switch way {
        case .fixedIndex(let fit): return try atIndex(fit, mediator, amplitude)
        case .scan(let scan): return try alongIndices(scan, mediator, amplitude)
        case nil: throw FitError.nothingAllowed
        case .ranges(let ranged):
            var fractions: [Double?] = []
            for (place, number) in numbers.enumerated() {
                fractions.append(try number.map { try self.numbers.fraction(of: $0, at: place) })
            }
            let given = FitGiven(
                amplitude: amplitude ?? self.amplitude, gamma: try gamma.map(usable) ?? comparison.gamma,
                fractions: fractions)
            return try overRanges(
                ranged, mediator, given,
                isOwn: amplitude != nil || gamma != nil || fractions.contains { $0 != nil })
        }
    }

    private func atIndex(
        _ fit: PreparedFit, _ mediator: Mediator, _ own: Double?
    ) throws(FitError) -> Best {
        let free = try own.map { own throws(FitError) in try fit.chi2(nil, amplitude: own) }
        let withoutMediator = free ?? comparison.withoutMediator.chi2
        if let amplitude = own ?? amplitude {
            return (try fit.chi2(mediator, amplitude: amplitude), amplitude, fit.gamma, [], withoutMediator)
        }
        let profile = try fit.profile(mediator)
        return (profile.chi2, profile.amplitude, fit.gamma, [], withoutMediator)
    }

    private func alongIndices(
        _ scan: FitScan, _ mediator: Mediator, _ own: Double?
    ) throws(FitError) -> Best {
        guard let own else {
            let fit = try scan.fit(mediator)
            return (fit.chi2, fit.amplitude, fit.gamma, [], comparison.withoutMediator.chi2)
        }
        let scan = try scan.with(amplitude: own)
        let fit = try scan.fit(mediator)
        return (fit.chi2, fit.amplitude, fit.gamma, [], try scan.fit(nil).chi2)
    }

    /// - Parameter isOwn: whether anything is given that the scenario does not.
    private func overRanges(
        _ ranged: RangedFits, _ mediator: Mediator, _ given: FitGiven, isOwn: Bool
    ) throws -> Best {
        let best = try ranged.best(mediator, given)
        let free = isOwn ? try ranged.best(nil, given).fit : comparison.withoutMediator
        return (
            best.fit.chi2, best.fit.amplitude, best.fit.gamma, numbers.values(at: best.fractions), free.chi2
        )
    }

    private func usable(_ gamma: Double) throws(FitError) -> Double { try Self.usable(gamma, indices) }
}

// What a single point is refused with.
extension PointFits {
    @inline(__always)
    static func check(_ amplitude: Double?) throws(FitError) {
        if let amplitude, !(0...IceCubeComparison.greatestAmplitude).contains(amplitude) {
            throw .unusableAmplitude(amplitude)
        }
    }

    @inline(__always)
    static func usable(_ gamma: Double, _ indices: ClosedRange<Double>) throws(FitError) -> Double {
        guard FitPrecision.usableIndices.contains(gamma) else { throw .unusableIndex(gamma) }
        guard indices.contains(gamma) else {
            throw .transport(.indexOutOfRange(gamma, lower: indices.lowerBound, upper: indices.upperBound))
        }
        return gamma
    }
}
