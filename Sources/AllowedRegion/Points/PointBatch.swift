import Assessment
import ConstraintKit
import NumericalMethods
import Scenarios

/// A scenario made ready for many points. Immutable, used from many threads.
public final class PointBatch: Sendable {
    public let boundSet: BoundSet
    /// nil: the points are asked of the bounds alone.
    public let iceCube: IceCubeComparison?
    /// The bounds that decide, in the order of the scenario and of the bits of ``PointColumns/excludedBy``.
    public let deciding: [Bound]
    /// Where in the scenario's list they stand.
    private let positions: [Int]

    /// - Parameter iceCube: nil: without χ².
    /// - Throws: ``PointBatchError``
    public init(_ boundSet: BoundSet, iceCube: IceCubeComparison?) throws {
        positions = boundSet.bounds.indices.filter { boundSet.bounds[$0].role == .decides }
        guard positions.count <= UInt64.bitWidth else {
            throw PointBatchError.tooManyDecidingBounds(positions.count)
        }
        guard boundSet.scenario.combination != .likelihood || iceCube != nil else {
            throw PointBatchError.likelihoodWithoutIceCube
        }
        deciding = positions.map { boundSet.bounds[$0] }
        self.boundSet = boundSet
        self.iceCube = iceCube
    }

    /// Answers many points on all cores, each as it would be answered alone.
    ///
    /// A pair that is no point, because it is not positive or not finite, is ``PointStanding/invalid``.
    /// - Parameters:
    ///   - columns: get the length of the points, and keep their memory where they have it.
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - cores: at most so many; nil: all.
    ///   - shouldStop: asked from time to time, from any thread.
    /// - Throws: ``PointBatchError/stopped``, ``PointBatchError/unequalColumns(masses:couplings:)``, and what the search for
    ///   the best fit refuses where likelihoods are multiplied.
    public func fill(
        _ columns: inout PointColumns, masses: UnsafeBufferPointer<Double>, couplings: UnsafeBufferPointer<Double>,
        cores: Int? = nil, shouldStop: @Sendable () -> Bool = { false }
    ) throws {
        guard masses.count == couplings.count else {
            throw PointBatchError.unequalColumns(masses: masses.count, couplings: couplings.count)
        }
        columns.resize(to: masses.count)
        guard let iceCube else { return try fillBounds(&columns, masses, couplings, shouldStop) }
        let analysis = Analysis(boundSet, iceCube: iceCube)
        let points = zip(masses, couplings).map(Self.point)
        let combined =
            boundSet.scenario.combination == .union
            ? nil : try analysis.combinedLikelihood(for: points.compactMap { $0 })
        let known = points.indices.filter { points[$0] != nil }
        let answers = analysis.assessments(at: points.compactMap { $0 }, combined)
        for (index, answer) in zip(known, answers) {
            switch answer {
            case .success(let assessment):
                set(&columns, index, assessment.point, assessment.standing)
                columns.chi2[index] = assessment.iceCube?.chi2 ?? .nan
                columns.deltaChi2[index] = assessment.iceCube?.deltaChi2 ?? .nan
                columns.ratio[index] = assessment.iceCube?.ratio ?? .nan
                columns.amplitude[index] = assessment.iceCube?.amplitude ?? .nan
                columns.gamma[index] = assessment.iceCube?.gamma ?? .nan
            case .failure(let error):
                columns.iceCubeFailures.append(.init(point: index, error: error))
            }
        }
        if shouldStop() { throw PointBatchError.stopped }
    }

    private func fillBounds(
        _ columns: inout PointColumns, _ masses: UnsafeBufferPointer<Double>, _ couplings: UnsafeBufferPointer<Double>,
        _ shouldStop: @Sendable () -> Bool
    ) throws {
        for index in masses.indices {
            if index % 1000 == 0, shouldStop() { throw PointBatchError.stopped }
            guard let (mass, coupling) = Self.point(masses[index], couplings[index]) else {
                columns.standing[index] = .invalid
                continue
            }
            let point = boundSet.verdicts(mass: mass, coupling: coupling)
            set(&columns, index, point, standing(point))
        }
    }

    /// nil for a pair that is no point.
    private static func point(_ mass: Double, _ coupling: Double) -> (mass: Mass, coupling: Coupling)? {
        do { return (try Mass(inMeV: mass), try Coupling(coupling)) } catch { return nil }
    }

    private func standing(_ point: PointVerdicts) -> Standing {
        boundSet.scenario.combination == .mostSensitive
            ? point.mostSensitive?.standing ?? .unconstrained : point.standing
    }

    private func set(_ columns: inout PointColumns, _ index: Int, _ point: PointVerdicts, _ standing: Standing) {
        columns.standing[index] = PointStanding(standing)
        var (excluded, failed): (UInt64, UInt64) = (0, 0)
        for (bit, position) in positions.enumerated() {
            switch point.verdicts[position].verdict {
            case .excluded: excluded |= 1 << UInt64(bit)
            case .failed: failed |= 1 << UInt64(bit)
            default: continue
            }
        }
        columns.excludedBy[index] = excluded
        columns.failedBounds[index] = failed
        columns.speaking[index] = UInt8(point.speaking.count)
    }

    /// The bounds that exclude a point by their positions in ``deciding``, the strongest first.
    /// - Parameter excludedBy: of the point, as ``PointColumns/excludedBy`` has it.
    public func strongestFirst(_ excludedBy: UInt64, mass: Mass, coupling: Coupling) -> [Int] {
        let excluding = deciding.indices.filter { excludedBy & 1 << UInt64($0) != 0 }
        guard excluding.count > 1 else { return excluding }
        let margins = excluding.map { deciding[$0].verdict(at: mass, coupling: coupling).marginInDex ?? -.infinity }
        return zip(excluding, margins).sorted { $0.1 < $1.1 }.map(\.0)
    }
}
