import NumericalMethods
import RealModule

/// A spectrum at given energies, a power law between neighbours. Sources emit nothing outside its ends.
public struct SpectrumTable: Sendable, Hashable {
    /// [GeV]
    public let energies: [Double]
    public let values: [Double]
    private let logarithms: [Double]

    /// - Parameters:
    ///   - energies: [GeV], rising.
    ///   - values: φ, zero or above, see ``SourceSpectrum``; less than 1e-100 counts as none.
    /// - Throws: ``SourceSpectrumError``
    public init(energies: [Double], values: [Double]) throws(SourceSpectrumError) {
        guard energies.count == values.count, energies.count >= 2 else {
            throw .tableTooShort(rows: min(energies.count, values.count))
        }
        for row in energies.indices {
            guard EnergyBin.allowed.contains(energies[row]) else {
                throw .energyOutOfRange(energies[row], allowed: EnergyBin.allowed)
            }
            guard row == 0 || energies[row] > energies[row - 1] else { throw .energiesNotRising(row: row) }
            guard values[row] >= 0, values[row] < 1e100 else { throw .valueOutOfRange(values[row], row: row) }
        }
        guard values.contains(where: { $0 > 1e-100 }) else { throw .valueOutOfRange(0, row: 0) }
        self.energies = energies
        // The ratio of two neighbours is a number then.
        self.values = values.map { $0 > 1e-100 ? $0 : 0 }
        logarithms = energies.map { Double.log($0) }
    }

    /// φ at an energy [GeV]; linear where a neighbour is zero.
    public func value(energy: Double) -> Double {
        guard energy >= energies[0], energy <= energies[energies.count - 1] else { return 0 }
        let lower = energies.interval(of: energy)
        let part = (Double.log(energy) - logarithms[lower]) / (logarithms[lower + 1] - logarithms[lower])
        let (left, right) = (values[lower], values[lower + 1])
        guard left > 0, right > 0 else { return left + part * (right - left) }
        return left * Double.exp(part * Double.log(right / left))
    }
}
