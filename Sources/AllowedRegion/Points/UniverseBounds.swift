import Assessment
import ConstraintKit
import Scenarios

/// The bounds of points that have each a universe of their own: shared as long as what the scenario lays down for them stays the same, but
/// for the angles by which neutrinos mix, which few bounds ask for.
struct UniverseBounds: Sendable {
    /// What points take from the scenario that is varied.
    enum Sharing {
        case nothing
        /// All but what follows the angles.
        case butAngles
        case all
    }

    /// The bounds that decide, in the order of the bits of ``PointColumns/excludedBy``.
    var deciding: [Bound] { shared.deciding }
    /// Whether χ² says what stands: then nothing of it is shared.
    let multiplies: Bool
    private let isUnion: Bool
    private let shared: PointBatch
    /// The same without the bounds that follow the angles, and the positions of these in ``deciding``.
    private let withoutAngles: PointBatch
    private let following: [Int]
    private let conventions: Conventions
    private let boundSet: @Sendable (Scenario, Set<String>?) throws -> BoundSet

    /// - Parameters: those of ``UniverseBatch``.
    /// - Throws: what is refused of the scenario.
    init(
        _ shared: BoundSet, _ comparison: IceCubeComparison,
        boundSet: @escaping @Sendable (Scenario, Set<String>?) throws -> BoundSet
    ) throws {
        multiplies = shared.scenario.combination == .likelihood
        isUnion = shared.scenario.combination == .union
        let all = try PointBatch(shared, iceCube: multiplies ? comparison : nil)
        let following = all.deciding.indices.filter { all.deciding[$0].followsLeptonMixing }
        withoutAngles = try PointBatch(
            shared, iceCube: multiplies ? comparison : nil, indices: nil,
            unasked: following.reduce(0) { $0 | 1 << UInt64($1) })
        (self.shared, self.following, self.boundSet) = (all, following, boundSet)
        conventions = try shared.scenario.conventionsOfBounds
    }

    /// What a point of a variation may take.
    /// - Returns: nil where there is no universe, so that the bounds have nothing to say.
    func sharing(_ variation: () throws -> Scenario) -> Sharing? {
        guard !multiplies else { return .nothing }
        do { return try sharing(variation().conventionsOfBounds) } catch { return nil }
    }

    private func sharing(_ own: Conventions) -> Sharing {
        guard own != conventions else { return .all }
        // Which bound is the most sensitive one, all of them tell.
        guard isUnion else { return .nothing }
        var alike = own
        alike.leptonMixing = conventions.leptonMixing
        return alike == conventions ? .butAngles : .nothing
    }

    /// Writes what points take.
    func fill(
        _ columns: inout PointColumns, _ sharing: Sharing, masses: [Double], couplings: [Double], cores: Int?,
        _ shouldStop: @Sendable () -> Bool
    ) throws {
        switch sharing {
        case .nothing: return
        case .butAngles: try fill(&columns, withoutAngles, masses, couplings, cores: cores, shouldStop)
        case .all: try fill(&columns, shared, masses, couplings, cores: cores, shouldStop)
        }
    }

    private func fill(
        _ columns: inout PointColumns, _ batch: PointBatch, _ masses: [Double], _ couplings: [Double], cores: Int?,
        _ shouldStop: @Sendable () -> Bool
    ) throws {
        try masses.withUnsafeBufferPointer { masses in
            try couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(
                    &columns, masses: masses, couplings: couplings, cores: cores, shouldStop: shouldStop)
            }
        }
    }

    /// Writes what is missing of a point, and where likelihoods are multiplied what χ² is.
    /// - Parameters:
    ///   - own: the variation, with its conventions.
    ///   - sharing: what stands there already.
    /// - Returns: why there is no χ² where there should be one.
    /// - Throws: what the bounds refuse.
    func complete(
        _ own: Scenario, _ conventions: Conventions, _ sharing: Sharing, mass: Double, coupling: Double,
        to places: PointPlaces, at place: Int
    ) throws -> (any Error)? {
        switch (sharing, self.sharing(conventions)) {
        case (.all, .all): return nil
        case (.butAngles, .all), (.butAngles, .butAngles):
            try addFollowing(own, mass, coupling, to: places, at: place)
            return nil
        default: return try writeAll(own, mass, coupling, to: places, at: place)
        }
    }

    private func addFollowing(
        _ own: Scenario, _ mass: Double, _ coupling: Double, to places: PointPlaces, at place: Int
    ) throws {
        guard !following.isEmpty, places.standing[place] != .invalid else { return }
        let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
        let bounds = try boundSet(own, Set(following.map { deciding[$0].card.stem })).bounds
        var bits = PointBits()
        for number in following {
            let stem = deciding[number].card.stem
            guard let bound = bounds.first(where: { $0.card.stem == stem && $0.role == .decides }) else {
                throw PointBatchError.otherBounds
            }
            bound.add(to: &bits, number: number, at: mass, coupling: coupling)
        }
        places.add(bits, at: place)
    }

    private func writeAll(
        _ own: Scenario, _ mass: Double, _ coupling: Double, to places: PointPlaces, at place: Int
    ) throws -> (any Error)? {
        let batch = try PointBatch(boundSet(own, nil), iceCube: multiplies ? IceCubeComparison(own) : nil)
        guard batch.deciding.map(\.card.stem) == deciding.map(\.card.stem) else {
            throw PointBatchError.otherBounds
        }
        var columns = PointColumns()
        try fill(&columns, batch, [mass], [coupling], cores: 1) { false }
        places.take(columns, at: place)
        return columns.iceCubeFailures.first?.error
    }
}
