import Assessment
import ConstraintKit
import NumericalMethods
import Scenarios
import Synchronization
import Transport

/// A scenario made ready for many points. Immutable, used from many threads.
///
/// What it says of a point does not depend on the points beside it, nor on how many cores work. By the union of the bounds,
/// they are read from tables that ask a bound itself near its edges (``TabulatedBounds``), and IceCube's spectrum is fitted
/// by what all points share (``PointFits``); other ways to combine them take each point by itself.
public final class PointBatch: Sendable {
    public let boundSet: BoundSet
    /// nil: the points are asked of the bounds alone.
    public let iceCube: IceCubeComparison?
    /// The bounds that decide, in the order of the scenario and of the bits of ``PointColumns/excludedBy``.
    public let deciding: [Bound]
    /// Those of the spectrum's numbers that have ranges, by name: the columns of ``PointColumns/numbers``.
    public let numbers: [String]
    private let parameters: [SpectrumParameter]
    private let tabulated: TabulatedBounds
    private let fits: PointFits?

    /// - Parameters:
    ///   - iceCube: nil: without χ².
    ///   - indices: where points have a γ of their own, those that there may be.
    /// - Throws: ``PointBatchError``, and what the transport or the fit refuses.
    public convenience init(
        _ boundSet: BoundSet, iceCube: IceCubeComparison?, indices: ClosedRange<Double>? = nil
    ) throws {
        try self.init(boundSet, iceCube: iceCube, indices: indices, unasked: 0)
    }

    /// - Parameter unasked: a bit for each of ``deciding`` that is not asked where bounds are united, and says nothing.
    init(_ boundSet: BoundSet, iceCube: IceCubeComparison?, indices: ClosedRange<Double>?, unasked: UInt64) throws {
        deciding = boundSet.bounds.filter { $0.role == .decides }
        guard deciding.count <= UInt64.bitWidth else {
            throw PointBatchError.tooManyDecidingBounds(deciding.count)
        }
        guard boundSet.scenario.combination != .likelihood || iceCube != nil else {
            throw PointBatchError.likelihoodWithoutIceCube
        }
        self.boundSet = boundSet
        self.iceCube = iceCube
        parameters = iceCube?.shape?.value.parameters ?? []
        numbers = SpectrumParameter.names(parameters)
        tabulated = TabulatedBounds(deciding, unasked: unasked)
        fits = try boundSet.scenario.combination == .union ? iceCube.map { try PointFits($0, indices: indices) } : nil
    }

    /// What was found at a point for ``numbers``, with their ranges.
    /// - Parameter columns: those that this has filled.
    public func spectrumValues(_ columns: PointColumns, at row: Int) -> [SpectrumValue] {
        parameters.indices.map { place in
            let column = columns.number(place)
            return SpectrumValue(
                name: numbers[place], parameter: parameters[place], value: column[column.startIndex + row])
        }
    }

    /// Whether points of a scenario may have A and γ of their own: where χ² is read from tables, and says nothing of what stands.
    public static func takesSpectra(_ scenario: Scenario) -> Bool {
        scenario.combination == .union && scenario.solver != .grid
    }

    /// Answers many points on all cores, each as it would be answered alone.
    ///
    /// A pair that is no point, because it is not positive or not finite, is ``PointStanding/invalid``.
    /// - Parameters:
    ///   - columns: get the length of the points, and keep their memory where they have it.
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - spectra: where points have A or γ of their own; see ``takesSpectra(_:)``.
    ///   - cores: at most so many; nil: all.
    ///   - shouldStop: asked from time to time, from any thread.
    /// - Throws: ``PointBatchError/stopped``, ``PointBatchError/unequalColumns(masses:couplings:)``, and what the search for
    ///   the best fit refuses where likelihoods are multiplied.
    public func fill(
        _ columns: inout PointColumns, masses: UnsafeBufferPointer<Double>, couplings: UnsafeBufferPointer<Double>,
        spectra: PointSpectra = PointSpectra(), cores: Int? = nil, shouldStop: @Sendable () -> Bool = { false }
    ) throws {
        guard masses.count == couplings.count else {
            throw PointBatchError.unequalColumns(masses: masses.count, couplings: couplings.count)
        }
        let combination = boundSet.scenario.combination
        let answers: any PointAnswers =
            combination == .union
            ? TabulatedAnswers(tabulated.prepared(for: masses), fits, masses, couplings, spectra)
            : try SingleAnswers(boundSet, iceCube, deciding, masses, couplings)
        if combination == .union { fits?.prepare(masses: masses, couplings: couplings, shouldStop: shouldStop) }
        let failures = Mutex<[PointColumns.Failure]>([])
        // A fit on the grid takes milliseconds: whoever wants the points to stop waits for a chunk of them.
        let chunk =
            iceCube == nil && combination == .union
            ? 16384
            : fits?.quick != nil ? min(max(masses.count / 16, 64), 1 << 14) : min(max(masses.count / 64, 16), 64)
        var isDone = true
        columns.write(masses.count, numberCount: numbers.count) { places in
            isDone = Parallel.ranges(masses.count, chunk: chunk, cores: cores, shouldStop: shouldStop) { range in
                let found = answers.write(range, to: places)
                if !found.isEmpty { failures.withLock { $0 += found } }
            }
        }
        columns.iceCubeFailures = failures.withLock { $0.sorted { $0.point < $1.point } }
        guard isDone else { throw PointBatchError.stopped }
    }

    /// χ² of IceCube's spectrum at a point by the union of the bounds, that which ``fill(_:masses:couplings:spectra:cores:shouldStop:)``
    /// writes.
    /// - Parameters: as ``PointSpectra`` has them, of one point.
    /// - Throws: what the transport or the fit refuses.
    public func chi2(
        mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?, numbers: [Double?]
    ) throws -> Double {
        guard let fits else { throw PointBatchError.likelihoodWithoutIceCube }
        return try fits.chi2(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma, numbers: numbers)
    }

    /// The bounds that exclude a point by their positions in ``deciding``, the strongest first.
    /// - Parameter excludedBy: of the point, as ``PointColumns/excludedBy`` has it.
    public func strongestFirst(_ excludedBy: UInt64, mass: Mass, coupling: Coupling) -> [Int] {
        tabulated.strongestFirst(excludedBy, mass: mass, coupling: coupling)
    }
}

/// What points have of their own beside mass and coupling: a number to each.
public struct PointSpectra: Sendable {
    /// A; nil: the scenario's.
    public var amplitudes: [Double]?
    /// γ; nil: the scenario's.
    public var gammas: [Double]?
    /// Of the numbers of the spectrum that have ranges, a list to each; nil, or none at all: profiled.
    public var numbers: [[Double]?]

    public init(amplitudes: [Double]? = nil, gammas: [Double]? = nil, numbers: [[Double]?] = []) {
        (self.amplitudes, self.gammas, self.numbers) = (amplitudes, gammas, numbers)
    }
}

/// Answers some of many points at a time, from any thread.
protocol PointAnswers: Sendable {
    /// Writes what is said of the points of a range.
    /// - Returns: the points of which IceCube's spectrum could not be computed.
    func write(_ range: Range<Int>, to places: PointPlaces) -> [PointColumns.Failure]
}
