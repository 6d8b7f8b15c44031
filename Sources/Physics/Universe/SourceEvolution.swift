import NumericalMethods
import RealModule

/// The emission rate of neutrino sources per comoving volume as a function of redshift z, in any unit: L of eq. (3) in
/// Documentation/Transport.md, at its energy dependence E^−γ.
///
/// Cases are only ever added.
public enum SourceEvolution: Sendable, Hashable {
    /// The star formation rate of Yüksel et al. 2008 (0804.4008), with η = −10:
    /// [(1+z)^−34 + ((1+z)/5161)³ + ((1+z)/9.06)^35]^(−1/10).
    case starFormation
    /// The star formation rate of Madau and Dickinson 2014 (1403.0007), eq. (15):
    /// (1+z)^2.7/(1 + ((1+z)/2.9)^5.6).
    case starFormation2014
    /// Like active galactic nuclei, and illustrative only: (1+z)³ to z = 2, even to z = 3, falling as (1+z)^−3 beyond.
    case nucleiLike
    /// The same at every redshift.
    case uniform
    /// A table of one's own.
    case table(EvolutionTable)
    /// All sources lie at the largest redshift of the setting: one source, or a shell of them.
    case point

    /// Those that have a name, the default first.
    public static let named: [(name: String, evolution: SourceEvolution)] = [
        ("star-formation", .starFormation), ("star-formation-2014", .starFormation2014), ("agn-like", .nucleiLike),
        ("uniform", .uniform), ("point", .point),
    ]

    /// The evolution of a name.
    /// - Throws: ``SourceEvolutionError/unknown(name:known:)``
    public static func named(_ name: String) throws(SourceEvolutionError) -> SourceEvolution {
        guard let found = named.first(where: { $0.name == name }) else {
            throw .unknown(name: name, known: named.map(\.name))
        }
        return found.evolution
    }

    /// The emission rate L at a redshift, up to a constant that drops out of every result; of a point source, 1.
    /// - Parameter scale: 1 + z.
    public func density(scale: Double) -> Double {
        switch self {
        case .starFormation:
            Double.pow(Double.pow(scale, -34) + Double.pow(scale / 5161, 3) + Double.pow(scale / 9.06, 35), -0.1)
        case .starFormation2014: Double.pow(scale, 2.7) / (1 + Double.pow(scale / 2.9, 5.6))
        case .nucleiLike: Self.nuclei(scale)
        case .uniform, .point: 1
        case .table(let table): table.density(redshift: scale - 1)
        }
    }

    private static func nuclei(_ scale: Double) -> Double {
        let falling = scale > 4 ? Double.pow(scale / 4, -3) : 1
        return Double.pow(min(scale, 3), 3) * falling
    }
}

/// Source densities at given redshifts, linear in between.
public struct EvolutionTable: Sendable, Hashable {
    public let redshifts: [Double]
    public let densities: [Double]

    /// - Parameters:
    ///   - redshifts: rising from 0 on.
    ///   - densities: zero or above, not all zero, in any unit.
    /// - Throws: ``SourceEvolutionError``
    public init(redshifts: [Double], densities: [Double]) throws(SourceEvolutionError) {
        guard redshifts.count == densities.count, redshifts.count >= 2 else {
            throw .tableTooShort(rows: min(redshifts.count, densities.count))
        }
        for row in redshifts.indices {
            let isRising = row == 0 ? redshifts[0] == 0 : redshifts[row] > redshifts[row - 1]
            guard isRising, redshifts[row] < 1e6 else { throw .redshiftsNotRising(row: row) }
            guard densities[row] >= 0, densities[row] < 1e100 else {
                throw .densityOutOfRange(densities[row], row: row)
            }
        }
        guard densities.contains(where: { $0 > 1e-100 }) else { throw .densityOutOfRange(0, row: 0) }
        self.redshifts = redshifts
        self.densities = densities
    }

    /// The largest redshift it speaks of.
    public var maximumRedshift: Double { redshifts[redshifts.count - 1] }

    /// The density; beyond the table's end, zero.
    public func density(redshift: Double) -> Double {
        guard redshift <= maximumRedshift * (1 + 1e-12) else { return 0 }
        let lower = redshifts.interval(of: redshift)
        let part = (redshift - redshifts[lower]) / (redshifts[lower + 1] - redshifts[lower])
        return densities[lower] + min(max(part, 0), 1) * (densities[lower + 1] - densities[lower])
    }
}

/// Why there is no such evolution of sources. Rows count from 0.
public enum SourceEvolutionError: Error, Sendable, Hashable {
    case unknown(name: String, known: [String])
    case tableTooShort(rows: Int)
    /// Redshifts must begin at 0, rise, and stay below a million.
    case redshiftsNotRising(row: Int)
    case densityOutOfRange(Double, row: Int)
}
