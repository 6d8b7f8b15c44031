/// Masses to be asked for together: strictly rising, so that a bound that computes along the masses need not sort.
public struct MassRow: Sendable, Hashable, RandomAccessCollection {
    private let masses: [Mass]
    /// ln(m/MeV), which every curve along the row needs.
    let logMasses: [Double]

    /// - Throws: ``MassRowError/notRising(index:)`` where a mass is not above the one before it.
    public init(_ masses: [Mass]) throws(MassRowError) {
        for index in masses.indices.dropFirst() where masses[index] <= masses[index - 1] {
            throw .notRising(index: index)
        }
        self.masses = masses
        logMasses = masses.map { naturalLogarithm($0.inMeV) }
    }

    /// Masses in any order, sorted and each once.
    public init(sorting masses: some Sequence<Mass>) {
        var rising: [Mass] = []
        for mass in masses.sorted() where mass != rising.last { rising.append(mass) }
        self.masses = rising
        logMasses = rising.map { naturalLogarithm($0.inMeV) }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { masses.count }
    public subscript(position: Int) -> Mass { masses[position] }

    /// The masses and their logarithms in place.
    func withUnsafeBuffers<Value>(
        _ body: (UnsafeBufferPointer<Mass>, UnsafeBufferPointer<Double>) -> Value
    ) -> Value {
        masses.withUnsafeBufferPointer { masses in logMasses.withUnsafeBufferPointer { body(masses, $0) } }
    }
}

/// Why masses do not make a row.
public enum MassRowError: Error, Sendable, Hashable {
    /// The mass at this index, counted from 0, is not above the one before it.
    case notRising(index: Int)
}
