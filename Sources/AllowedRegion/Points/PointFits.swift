import ConstraintKit
import IceCubeFit
import Physics
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
    }

    private typealias Best = (chi2: Double, amplitude: Double, gamma: Double, withoutMediator: Double)

    private let comparison: IceCubeComparison
    /// The γ that the transport and the spectrum of the sources have.
    private let indices: ClosedRange<Double>
    /// Whether every point takes less than a microsecond, so that how they follow one another matters.
    let areAllQuick: Bool
    /// At an index of each point; nil: points have none of their own.
    private let ownIndex: FitLikelihood?
    /// nil: points have indices of their own.
    private let way: Way?
    private let hasIndex: Bool
    /// nil with too few data points for it.
    private let ratio: FitRatio?
    private let crossSection: CrossSection
    private let amplitude: Double?

    /// - Parameter indices: where points have a γ of their own, those that there may be.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` where sources have none, and what the transport or the fit refuses.
    init(_ comparison: IceCubeComparison, indices: ClosedRange<Double>? = nil) throws {
        self.comparison = comparison
        self.indices = comparison.indices
        areAllQuick = indices != nil && comparison.pointChoice == .narrowLine
        (hasIndex, crossSection, amplitude) = (comparison.hasIndex, comparison.crossSection, comparison.amplitude)
        ratio = comparison.fit.ratio
        if let indices {
            if !comparison.hasIndex, let shape = comparison.shape {
                throw FitRequestError.noIndex(spectrum: shape.text)
            }
            // Beyond what the spectrum has a point is refused by itself.
            let indices = indices.clamped(to: comparison.indices)
            (ownIndex, way) = (try FitLikelihood(comparison.tabulatedFit(indices), indices: indices), nil)
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
        ownIndex?.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        switch way {
        case .fixedIndex(let fit): fit.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        case .scan(let scan): scan.prepare(count: masses.count, shouldStop: shouldStop, mediator)
        case nil: break
        }
    }

    /// Writes the fit at a point.
    /// - Parameters:
    ///   - amplitude: A in place of the scenario's; nil: the scenario's.
    ///   - gamma: γ where points have their own.
    /// - Throws: ``FitError``
    func fit(
        mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?, into places: FitPlaces, at place: Int
    ) throws(FitError) {
        // Before γ is looked at: no universe would make it an amplitude.
        if let amplitude, !(0...IceCubeComparison.greatestAmplitude).contains(amplitude) {
            throw .unusableAmplitude(amplitude)
        }
        let mediator = Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
        if let ownIndex {
            let gamma = try usable(gamma ?? .nan)
            let answer = try ownIndex.answer(mediator, amplitude: amplitude ?? self.amplitude, gamma: gamma)
            return write(
                (answer.chi2, answer.amplitude, gamma, answer.withoutMediator), into: places, at: place)
        }
        switch way {
        case .fixedIndex(let fit): write(try atIndex(fit, mediator, amplitude), into: places, at: place)
        case .scan(let scan): write(try alongIndices(scan, mediator, amplitude), into: places, at: place)
        case nil: places.clear(place)
        }
    }

    private func write(_ best: Best, into places: FitPlaces, at place: Int) {
        places.write(
            chi2: best.chi2, amplitude: best.amplitude, gamma: hasIndex ? best.gamma : .nan,
            ratio: ratio?.of(chi2: best.chi2) ?? .nan, withoutMediator: best.withoutMediator, at: place)
    }

    private func atIndex(
        _ fit: PreparedFit, _ mediator: Mediator, _ own: Double?
    ) throws(FitError) -> Best {
        let free = try own.map { own throws(FitError) in try fit.chi2(nil, amplitude: own) }
        let withoutMediator = free ?? comparison.withoutMediator.chi2
        if let amplitude = own ?? amplitude {
            return (try fit.chi2(mediator, amplitude: amplitude), amplitude, fit.gamma, withoutMediator)
        }
        let profile = try fit.profile(mediator)
        return (profile.chi2, profile.amplitude, fit.gamma, withoutMediator)
    }

    private func alongIndices(
        _ scan: FitScan, _ mediator: Mediator, _ own: Double?
    ) throws(FitError) -> Best {
        guard let own else {
            let fit = try scan.fit(mediator)
            return (fit.chi2, fit.amplitude, fit.gamma, comparison.withoutMediator.chi2)
        }
        let scan = try scan.with(amplitude: own)
        let fit = try scan.fit(mediator)
        return (fit.chi2, fit.amplitude, fit.gamma, try scan.fit(nil).chi2)
    }

    /// - Throws: what a single point with such a γ is refused with.
    private func usable(_ gamma: Double) throws(FitError) -> Double {
        guard FitPrecision.usableIndices.contains(gamma) else { throw .unusableIndex(gamma) }
        guard indices.contains(gamma) else {
            throw .transport(.indexOutOfRange(gamma, lower: indices.lowerBound, upper: indices.upperBound))
        }
        return gamma
    }
}

extension IceCubeComparison {
    /// The γ that the transport and the spectrum of the sources have.
    fileprivate var indices: ClosedRange<Double> {
        TransportSetting.indices.clamped(to: shape?.value.indices ?? TransportSetting.indices)
    }

    /// The fit with narrow lines from a table, at an index or over a range of them. There is none for the grid.
    fileprivate func tabulatedFit(_ indices: ClosedRange<Double>) throws -> IceCubeFit {
        guard universe.box == nil else { throw TransportError.openSpectrum }
        guard pointChoice != .grid else { return fit }
        let solver: any TransportSolver
        if let shape {
            solver = try pointChoice.scanSolver(narrow, spectrum: shape.value)
        } else {
            let table =
                try indices.lowerBound < indices.upperBound
                ? SelfSimilarTable(narrow, indices: indices) : SelfSimilarTable(narrow, index: indices.lowerBound)
            solver =
                pointChoice == .narrowLine ? table : try AutomaticSolver(narrow: table, precision: narrow.precision)
        }
        return try IceCubeFit(
            dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
    }
}
