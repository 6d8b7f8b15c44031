import AllowedRegion
import ArgumentParser
import ConstraintKit
import IceCubeFit
import Scenarios
import VOTable

/// Where the four parameters are searched.
package struct FitSpaceOptions: ParsableArguments {
    package init() {}

    @Option(help: ArgumentHelp("Masses to search.", valueName: "lower:upper"))
    package var massRange = "1MeV:20MeV"

    @Option(help: ArgumentHelp("Couplings to search.", valueName: "lower:upper"))
    package var couplingRange = "1e-5:1e-1"

    @Option(help: ArgumentHelp("Amplitudes to search.", valueName: "lower:upper"))
    package var amplitudeRange = "0.1:2.5"

    @Option(help: ArgumentHelp("Spectral indices to search.", valueName: "lower:upper"))
    package var gammaRange = "1.8:3.5"

    @Option(help: ArgumentHelp("Points of mass, coupling, amplitude and gamma.", valueName: "mxgxaxi"))
    package var grid = FitGridSize(counts: .standard)

    package func space() throws -> FitSpace {
        try FitSpace(
            masses: readMassRange(massRange), couplings: readCouplingRange(couplingRange),
            amplitudes: readNumberRange(amplitudeRange, of: "amplitude range", example: "0.1:2.5"),
            indices: readNumberRange(gammaRange, of: "gamma range", example: "1.8:3.5"), counts: grid.counts)
    }
}

/// The points of a search.
package struct FitGridSize: ExpressibleByArgument {
    package var counts: FitSpace.Counts

    package init(counts: FitSpace.Counts) { self.counts = counts }

    /// Reads `100x100x100x35`.
    package init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap(\.self)
        guard parts.count == 4, numbers.count == 4 else { return nil }
        counts = .init(mass: numbers[0], coupling: numbers[1], amplitude: numbers[2], gamma: numbers[3])
    }

    package var defaultValueDescription: String {
        "\(counts.mass)x\(counts.coupling)x\(counts.amplitude)x\(counts.gamma)"
    }
}

/// One or two parameters.
package struct ProfileArgument {
    package var parameter: FitParameter?
    package var pair: FitPair?

    package init(argument: String) throws {
        let parameters = try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let parameter = FitParameter(rawValue: String(name)) else {
                throw ValidationError(
                    "'\(name)' is no parameter: write \(ErrorText.list(FitParameter.allCases.map(\.rawValue)))")
            }
            return parameter
        }
        if parameters.count == 1 {
            parameter = parameters[0]
        } else if parameters.count == 2, let pair = FitPair(parameters[0], parameters[1]) {
            self.pair = pair
        } else {
            throw ValidationError("'\(argument)' must name one parameter, or two different ones")
        }
    }
}

/// Levels of contours.
package struct ConfidenceLevels: CustomStringConvertible {
    package var values: [Double]

    package init(values: [Double]) { self.values = values }

    package var description: String { values.map(String.init(describing:)).joined(separator: ",") }
}

package func readConfidenceLevels(_ text: String) throws -> ConfidenceLevels {
    let levels = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        guard let level = ScenarioChoice.confidenceLevel(String(part)) else {
            throw ValidationError("'\(part)' is no confidence level between 0 and 1: write 0.9 or 90%")
        }
        return level
    }
    guard levels.count <= 4 else { throw ValidationError("at most four confidence levels can be told apart") }
    return ConfidenceLevels(values: levels)
}

/// What a forecast takes for true.
package struct InjectedModel {
    package var model: FitRequest.Forecast.Model

    /// Reads `6.5MeV,5e-4,1.5,2.5`, without the last where the spectrum of the sources has no γ, `none` or `best`.
    package init(argument: String) throws {
        switch argument {
        case "none": model = .withoutMediator
        case "best": model = .bestFit
        default:
            let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let gamma = parts.count == 4 ? DecimalText.finiteNumber(parts[3]) : nil
            guard parts.count == 3 || gamma != nil, let amplitude = DecimalText.finiteNumber(parts[2]) else {
                throw ValidationError(
                    "'\(ErrorText.clipped(argument))' is no model: write 6.5MeV,5e-4,1.5,2.5 (mass, coupling, amplitude and "
                        + "gamma, where the spectrum has one), 'none' or 'best'")
            }
            model = .point(try readMass(parts[0]), try readCoupling(parts[1]), amplitude: amplitude, gamma: gamma)
        }
    }
}
