/// Masses to be asked for together: strictly rising, so that a bound that computes along the masses need not sort.
public struct MassRow: Sendable, Hashable, RandomAccessCollection {
    private let masses: [Mass]

    /// - Throws: ``MassRowError/notRising(index:)`` where a mass is not above the one before it.
    public init(_ masses: [Mass]) throws(MassRowError) {
        for index in masses.indices.dropFirst() where masses[index] <= masses[index - 1] {
            throw .notRising(index: index)
        }
        self.masses = masses
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { masses.count }
    public subscript(position: Int) -> Mass { masses[position] }
}

/// Why masses do not make a row.
public enum MassRowError: Error, Sendable, Hashable {
    /// The mass at this index, counted from 0, is not above the one before it.
    case notRising(index: Int)
}

/// What a bound says along a ``MassRow``, mass by mass.
public struct BoundaryRow: Sendable, Hashable, RandomAccessCollection {
    private var boundaries: [Boundary] = []

    public init() {}

    public mutating func reserveCapacity(_ count: Int) { boundaries.reserveCapacity(count) }
    public mutating func append(_ boundary: Boundary) { boundaries.append(boundary) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { boundaries.count }
    public subscript(position: Int) -> Boundary { boundaries[position] }
}
