import AllowedRegion
import ConstraintKit
import CurveArchive
import IceCubeFit
import Physics
import Scenarios
import Transport

// Words for what the modules of physics refuse.

extension ErrorText {
    package static func of(_ error: QuantityError) -> String {
        switch error {
        case .notANumber(let quantity, let text):
            "'\(clipped(text))' is no \(quantity): write a number, \(example(quantity))"
        case .unknownUnit(let quantity, let text, let unit):
            "'\(clipped(text))' is no \(quantity): '\(clipped(unit))' is no unit of energy; use "
                + list(EnergyUnit.allCases.map(\.rawValue)) + ", \(example(quantity))"
        case .notPositive(let quantity, let value):
            "the \(quantity) must be above zero and finite, and \(value) is not"
        }
    }

    private static func example(_ quantity: String) -> String {
        switch quantity {
        case "mass": "6.5MeV for instance (a number alone means MeV)"
        case "sum of neutrino masses", "lightest neutrino mass": "0.1eV for instance"
        default: "4.5e-4 for instance"
        }
    }

    package static func of(_ error: MapGridError) -> String {
        switch error {
        case .tooFewPoints(let columns, let rows):
            "a grid of \(columns)x\(rows) has no area: it needs at least two masses and two couplings"
        case .tooManyPoints(let columns, let rows):
            "a grid of \(columns)x\(rows) is too large: a map has at most \(AnswerLimits.points) points, and "
                + "\(AnswerLimits.side) masses or couplings"
        case .badCount(let masses):
            "\(masses) masses can't be asked for: 2 to \(AnswerLimits.masses)"
        case .badRange(let quantity, let lower, let upper):
            "the range of the \(quantity), \(lower) to \(upper), must be positive, finite and rising"
        case .stepsTooSmall(let quantity, let lower, let upper, let count):
            "\(count) values of the \(quantity) from \(lower) to \(upper) are not all different: take fewer, or a wider range"
        }
    }

    package static func of(_ error: NeutrinoMassError) -> String {
        switch error {
        case .sumTooSmall(let sum, let minimum, let ordering):
            "Σm_ν = \(sum) eV is less than oscillations allow: at least \(digits(minimum)) eV in \(ordering.rawValue) ordering"
        case .sumOutOfRange(let sum, let upper):
            "Σm_ν = \(sum) eV is out of range: it must be above zero and below \(upper) eV"
        case .lightestOutOfRange(let lightest, let upper):
            "a lightest neutrino of \(lightest) eV is out of range: it must be from zero to \(upper) eV"
        case .splittingsInconsistent(let splittings):
            "the mass splittings \(splittings) contradict their ordering"
        }
    }

    package static func of(_ error: TransportError) -> String {
        switch error {
        case .binOutOfRange(let lower, let upper, let allowed):
            "an energy bin from \(lower) to \(upper) GeV does not rise within \(allowed.lowerBound) to \(allowed.upperBound)"
        case .energyNotPositive(let energy, let position):
            "energy \(position + 1), \(energy) GeV, is not positive and finite"
        case .openSpectrum:
            "a spectrum of sources has a range in place of a number; the spectrum beside the scenario's (--other-spectrum) needs "
                + "the number"
        case .indexOutOfRange(let index, let lower, let upper):
            "a spectral index of \(index) is out of range: the solver takes \(lower) to \(upper)"
        case .redshiftOutOfRange(let redshift, let lower, let upper):
            "the redshift \(digits(redshift)) is out of range: \(digits(lower)) to \(digits(upper))"
        case .evolutionEndsEarly(let end, let maximum):
            "the table of source densities ends at z = \(end), before the largest redshift, \(maximum); "
                + "lower that one with --max-redshift, or extend the table"
        case .cosmologyOutOfRange(let cosmology, let density):
            "the parameters of the universe are not positive and finite: \(cosmology), n_0 = \(density)"
        case .precisionOutOfRange(let precision): "a precision can't be computed with: \(precision)"
        }
    }

    package static func of(_ error: ParameterSetError) -> String {
        switch error {
        case .unknown(let name, let known): unknown("parameter set", name, known)
        }
    }

    package static func of(_ error: FitError) -> String {
        switch error {
        case .noDataSets: "no data set is left to compare with: name at least one with --data"
        case .duplicateDataSet(let stem): "the data set '\(stem)' is named twice and would count twice"
        case .unusableAmplitude(let amplitude):
            "an amplitude of \(amplitude) is out of range: zero to \(digits(IceCubeComparison.greatestAmplitude))"
        case .unusableIndex(let index):
            "a spectral index of \(index) is out of range: "
                + "\(FitPrecision.usableIndices.lowerBound) to \(FitPrecision.usableIndices.upperBound)"
        case .unusableIndexRange(let lower, let upper):
            "the spectral index can't be searched between \(lower) and \(upper)"
        case .unusablePrecision(let precision): "a precision can't be computed with: \(precision)"
        case .unusablePrediction(let flux, let stem, let edge):
            "the solver gave a flux of \(flux) in the segment of '\(stem)' from \(edge) GeV: please report this"
        case .transport(let error): of(error)
        case .unusableExposure(let exposure):
            "an exposure of \(exposure) times today's is out of range: \(IceCubeFit.usableExposures.lowerBound) to "
                + "\(IceCubeFit.usableExposures.upperBound)"
        case .unusableForecast(let error): "no forecast can be made of this model: \(of(error))"
        case .unusableRange(let parameter, let lower, let upper):
            "the range of the \(parameter.rawValue), \(lower) to \(upper), must rise within \(usable(parameter))"
        case .unusableCounts(let counts):
            "\(counts.mass)x\(counts.coupling)x\(counts.amplitude)x\(counts.gamma) points can't be searched: "
                + "from \(FitSpace.leastCount) to \(FitSpace.greatestCount) of each parameter"
        case .stopped: "stopped before the work was through"
        case .nothingAllowed: "no coupling is left at any mass of the search"
        }
    }

    private static func usable(_ parameter: FitParameter) -> String {
        let range =
            switch parameter {
            case .mass: FitSpace.usableMasses
            case .coupling: FitSpace.usableCouplings
            case .amplitude: FitSpace.usableAmplitudes
            case .gamma: FitPrecision.usableIndices
            }
        return "\(range.lowerBound) to \(range.upperBound)" + (parameter == .mass ? " MeV" : "")
    }

    package static func of(_ error: FitRequestError) -> String {
        switch error {
        case .unknownBound(let stem, let known): unknown("bound", stem, known)
        case .noLimit(let stem): "'\(clipped(stem))' sets no limit that a coupling could stay below"
        case .givenIndex(let spectrum):
            "γ is fitted, and '\(clipped(spectrum))' gives it: leave the spectrum out, and narrow γ with --gamma-range"
        case .injectedIndexMissing:
            "the model that --injected takes for true needs the index γ that the spectrum of the sources has: "
                + "6.5MeV,5e-4,1.5,2.5 (mass, coupling, amplitude, gamma)"
        case .noIndex(let spectrum): noIndex(of: spectrum)
        case .indicesOutOfRange(let spectrum, let usable):
            "of '\(clipped(spectrum))' γ can be \(usable.lowerBound) to \(usable.upperBound): narrow the search with --gamma-range"
        case .unusableConfidenceLevel(let level): "\(level) is no confidence level between 0 and 1"
        }
    }

    package static func of(_ error: MapError) -> String {
        switch error {
        case .tooFewDataPoints(let count):
            "\(count) data points are too few for the four parameters of the model: name more data sets with --data"
        }
    }
}
