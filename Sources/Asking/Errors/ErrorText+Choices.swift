import Answers
import Physics
import Scenarios
import Transport

// Words for what a text fails to choose.

extension ErrorText {
    package static func of(_ error: ChoiceError) -> String {
        switch error {
        case .unknown(let choice, let text, let known):
            unknown(choice.rawValue, text, known)
                + " (a file is known by a '/' in its name, or .csv, .dat, .txt at its end)"
        case .malformed(let choice, let text, let expected):
            "'\(clipped(text))' is no \(choice.rawValue): write \(expected)"
        case .notOfForm(let noun, let text, let expected): "'\(clipped(text))' is no \(noun): write \(expected)"
        case .outOfRange(let noun, let value, let allowed):
            "the \(noun) \(digits(value)) is out of range: \(digits(allowed.lowerBound)) to \(digits(allowed.upperBound))"
        case .quantity(let error): of(error)
        case .unreadable(let error): of(error)
        case .badLine(let path, let line, let text, let expected):
            "\(clipped(path)):\(line): '\(clipped(text))' is not \(expected)"
        case .otherUnit(let path, let line, let found, let expected):
            "\(clipped(path)):\(line): the heading says \(found.rawValue), and energies are read in \(expected.rawValue): "
                + "convert them, and the fluxes with them"
        case .otherQuantity(let path, let line, let found, let expected):
            "\(clipped(path)):\(line): the heading says '\(clipped(found))', and \(expected) are read: convert it, and call it so"
        case .rowsOutOfRange(let path, let found, let allowed):
            "'\(clipped(path))' has \(found == 1 ? "1 line" : "\(found) lines") of numbers, and should have "
                + (allowed.lowerBound == allowed.upperBound
                    ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)")
        case .evolution(let error, let path): place(path) + of(error)
        case .composition(let error): of(error)
        case .charges(let error, let path): place(path) + of(error)
        case .spectrum(let error, let path): place(path) + of(error)
        case .noIndex(let spectrum): noIndex(of: spectrum)
        }
    }

    /// γ asked for of a spectrum that has none.
    static func noIndex(of spectrum: String) -> String {
        "no index of the spectrum '\(clipped(spectrum))' follows γ: write 'gamma' for one, "
            + "--spectrum broken:gamma,gamma+0.8,1e5GeV for instance, or leave γ out"
    }

    package static func of(_ error: FigureStyleError) -> String {
        switch error {
        case .tooLarge(let bytes, let limit): "the style has \(bytes) bytes; at most \(limit) are read"
        case .notYAML(let reason):
            "the style is no YAML: \(clipped(reason.split(separator: "\n").prefix(2).joined(separator: " "), to: 160))"
        case .usesAnchors: "the style uses anchors or aliases (& and *): write the values out"
        case .wrongValue(let path, let found, let expected):
            "'\(clipped(path))' of the style is '\(clipped(found))', and should be \(expected)"
        case .unknownKey(let path, let nearest, let known):
            "the style has a key '\(clipped(path))' that means nothing"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ": known here are \(list(known))")
        case .at(let place, let error): "\(of(error)) (\(place.words))"
        }
    }

    private static func place(_ path: String?) -> String { path.map { "\(clipped($0)): " } ?? "" }

    private static func of(_ error: SourceEvolutionError) -> String {
        switch error {
        case .unknown(let name, let known): unknown("evolution of the sources", name, known)
        case .tableTooShort(let rows): "a table of source densities needs two lines, and has \(rows)"
        case .redshiftsNotRising(let line):
            "line \(line): the redshifts must begin at 0 and rise, below a million"
        case .densityOutOfRange(let density, let line):
            "line \(line): a density of \(density) is out of range: from zero to 1e100, and above 1e-100 somewhere"
        }
    }

    private static func of(_ error: FlavourCompositionError) -> String {
        switch error {
        case .partsOutOfRange(let parts):
            "the flavours can't be divided as \(parts.x):\(parts.y):\(parts.z): each part must be from zero to 1e100, "
                + "and not all can be zero"
        }
    }

    private static func of(_ error: ChargeMatrixError) -> String {
        switch error {
        case .notThreeByThree: "a coupling matrix has three rows of three"
        case .elementsOutOfRange:
            "a coupling matrix needs an element other than zero, a millionth at least, and none as large as a million"
        case .notHermitian(let row, let column):
            "a coupling matrix must be Hermitian: element \(row + 1),\(column + 1) is not the conjugate of "
                + "\(column + 1),\(row + 1)"
        }
    }

    package static func of(_ error: SourceSpectrumError) -> String {
        switch error {
        case .indexOutOfRange(let index, let lower, let upper):
            "a spectral index of \(index) is out of range: \(lower) to \(upper)"
        case .energyOutOfRange(let energy, let allowed):
            "an energy of \(energy) GeV is out of range: \(allowed.lowerBound) to \(allowed.upperBound)"
        case .amplitudeOutOfRange(let amplitude):
            "an amplitude of \(amplitude) is out of range: from zero to 1e50, and above 1e-50 somewhere"
        case .componentsOutOfRange(let count): "a sum of \(count) spectra can't be computed with: 1 to 1000"
        case .noCommonIndex: "no γ leaves all indices that follow it between 1 and 10"
        case .rangeFalls(let lower, let upper):
            "a range from \(lower) to \(upper) falls: write the lesser end first, \(upper)..\(lower)"
        case .rangeTooWide(let lower, let upper):
            "a range from \(lower) to \(upper) can't be searched: its ends must lie above zero, and by a factor of "
                + "\(digits(SpectrumParameter.greatestRatio)) apart at most"
        case .tooManyRanges(let count):
            "\(count) ranges in a spectrum can't be fitted: \(SpectrumParameter.greatestCount) at most"
        case .sumOfSums: "a part of a sum of spectra can't be a sum itself"
        case .tableTooShort(let rows): "a table of a spectrum needs two lines, and has \(rows)"
        case .energiesNotRising(let line): "line \(line): the energies must rise"
        case .valueOutOfRange(let value, let line):
            "line \(line): a flux of \(value) is out of range: from zero to 1e100, and above 1e-100 somewhere"
        case .transport(let error): of(error)
        }
    }

    package static func of(_ error: MixingAngleError) -> String {
        switch error {
        case .outOfRange(let name, let degrees, let allowed):
            "\(name) = \(digits(degrees))° is out of range: \(digits(allowed.lowerBound)) to "
                + "\(digits(allowed.upperBound))°"
        }
    }
}
