import Assessment

/// What a scenario says of a point that may be none.
public enum PointStanding: UInt8, Sendable, CaseIterable {
    case allowed, excluded, unconstrained
    /// The pair of numbers is no point: not positive, or not finite.
    case invalid

    public init(_ standing: Standing) {
        self =
            switch standing {
            case .allowed: .allowed
            case .excluded: .excluded
            case .unconstrained: .unconstrained
            }
    }

    /// nil for what is no point.
    public var standing: Standing? {
        switch self {
        case .allowed: .allowed
        case .excluded: .excluded
        case .unconstrained: .unconstrained
        case .invalid: nil
        }
    }
}

/// What a ``PointBatch`` says of many points: one entry a point in each column.
public struct PointColumns: Sendable {
    public var standing: [PointStanding] = []
    /// Bit k: ``PointBatch/deciding``[k] excludes the point.
    public var excludedBy: [UInt64] = []
    /// Bit k: ``PointBatch/deciding``[k] could not be evaluated at the point, whose standing was found without it.
    public var failedBounds: [UInt64] = []
    /// How many deciding bounds speak of the point.
    public var speaking: [UInt8] = []
    /// How many of these limit the coupling at its mass: where none does, a point is allowed at any coupling.
    public var limiting: [UInt8] = []
    /// χ² of IceCube's spectrum; NaN without that comparison, as all columns below.
    public var chi2: [Double] = []
    /// χ² minus that without a Z′ under the same treatment of amplitude and index.
    public var deltaChi2: [Double] = []
    /// The paper's ratio R, eq. (16); NaN with too few data points for it.
    public var ratio: [Double] = []
    /// A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var amplitude: [Double] = []
    /// γ.
    public var gamma: [Double] = []
    /// Those of the spectrum's numbers that have ranges, where they stand: a column for each, one behind another. Energies in [GeV].
    public var numbers: [Double] = []
    /// Points of which IceCube's spectrum could not be computed, in their order: their columns from ``chi2`` on are NaN.
    public var iceCubeFailures: [Failure] = []

    /// A point, counted from 0, and why it has no χ².
    public struct Failure: Sendable {
        public let point: Int
        public let error: any Error

        package init(point: Int, error: any Error) { (self.point, self.error) = (point, error) }
    }

    public init() {}

    public var count: Int { standing.count }

    /// A column of ``numbers``.
    public func number(_ place: Int) -> ArraySlice<Double> { numbers[place * count..<(place + 1) * count] }

    /// Makes room for so many points; what the columns hold stays where they are long enough already.
    /// - Parameter numberCount: how many numbers of the spectrum have ranges.
    mutating func resize(to count: Int, numberCount: Int) {
        func resize<Value>(_ column: inout [Value], _ value: Value) {
            if column.count > count {
                column.removeLast(column.count - count)
            } else if column.count < count {
                column += repeatElement(value, count: count - column.count)
            }
        }
        resize(&standing, .invalid)
        resize(&excludedBy, 0)
        resize(&failedBounds, 0)
        resize(&speaking, 0)
        resize(&limiting, 0)
        resize(&chi2, .nan)
        resize(&deltaChi2, .nan)
        resize(&ratio, .nan)
        resize(&amplitude, .nan)
        resize(&gamma, .nan)
        if numbers.count != count * numberCount { numbers = [Double](repeating: .nan, count: count * numberCount) }
        iceCubeFailures = []
    }
}

extension PointColumns {
    /// The points that were answered without a bound, which failed, or that no deciding bound limits.
    public var rowsWithRemarks: [Int] {
        standing.indices.filter { failedBounds[$0] != 0 || isAllowedWithoutLimit($0) }
    }

    /// Whether a point is allowed, and no deciding bound limits the coupling at its mass.
    public func isAllowedWithoutLimit(_ row: Int) -> Bool { standing[row] == .allowed && limiting[row] == 0 }
}
