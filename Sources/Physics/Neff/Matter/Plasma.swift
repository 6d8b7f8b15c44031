import RealModule

/// The electromagnetic plasma of the early universe in equilibrium: photons, electrons with their QED interaction,
/// muons and pions.
///
/// Everything follows from the pressure P(T): ρ = T dP/dT − P, so that entropy is conserved to the table's accuracy.
struct Plasma: Sendable {
    /// What the plasma is at one temperature.
    struct State {
        /// Energy density [MeV⁴].
        let energy: Double
        /// Pressure [MeV⁴].
        let pressure: Double
        /// dρ/d ln T [MeV⁴].
        let heatCapacity: Double
    }

    private let table: LogarithmicTable

    /// The temperatures the table holds [MeV]: below them photons are alone, above the hadrons melt.
    static let temperatures = 2e-3...300.0

    init() {
        let pressures = LogarithmicTable(range: Self.temperatures, count: 600) { temperature in
            .init(Self.pressurePerFourthPower(at: temperature), 0, 0, 0, 0, 0, 0, 0)
        }
        table = pressures.derived { value, slope in
            .init(value[0], 3 * value[0] + slope[0], 0, 0, 0, 0, 0, 0)
        }
    }

    /// - Parameters:
    ///   - temperature: T [MeV].
    ///   - logarithm: ln(T/MeV).
    @inline(__always)
    func state(temperature: Double, logarithm: Double) -> State {
        let square = temperature * temperature
        let fourthPower = square * square
        let (value, slope) = table.at(logarithm: logarithm)
        return State(
            energy: fourthPower * value[1], pressure: fourthPower * value[0],
            heatCapacity: fourthPower * (4 * value[1] + slope[1]))
    }

    /// P/T⁴ at a temperature [MeV].
    private static func pressurePerFourthPower(at temperature: Double) -> Double {
        let electron = Constants.electronMass / temperature
        return .pi * .pi / 45
            + 4 * gasPressure(massRatio: electron, statistics: 1)
            + 4 * gasPressure(massRatio: Constants.muonMass / temperature, statistics: 1)
            + 2 * gasPressure(massRatio: Constants.chargedPionMass / temperature, statistics: -1)
            + gasPressure(massRatio: Constants.neutralPionMass / temperature, statistics: -1)
            + QEDPressure.perFourthPower(massRatio: electron)
    }

    /// P/T⁴ of one state of an ideal gas: (1/6π²) ∫ dp p⁴/E/(e^E ± 1), in units of T.
    /// - Parameter statistics: 1 for fermions, −1 for bosons.
    private static func gasPressure(massRatio: Double, statistics: Double) -> Double {
        guard massRatio < 500 else { return 0 }
        let integral = MomentumIntegral.of { momentum in
            let square = momentum * momentum
            let energy = (square + massRatio * massRatio).squareRoot()
            return square * square / (energy * (Double.exp(energy) + statistics))
        }
        return integral / (6 * .pi * .pi)
    }
}
