import CurveFormats
import IceCubeFit
import Scenarios

// Words for what is wrong with a data set of IceCube.

extension ErrorText {
    package static func of(_ error: DataSetLibraryError) -> String {
        switch error {
        case .unknown(let name, let known):
            unknown("data set", name, known)
                + " (a file is known by a '/' in its name, or .vot, .xml or .csv at its end)"
        case .notText(let path): "'\(ending(path))' is no text in UTF-8"
        case .notVOTable(let name, let error): "'\(ending(name))' can't be read: \(error.explanation)"
        case .unusable(let name, let error): "'\(ending(name))' holds no usable data set: \(of(error))"
        }
    }

    /// A path short enough for a message, cut where the name of the file is not.
    private static func ending(_ path: String) -> String {
        path.count > 60 ? "…" + clipped(String(path.suffix(59))) : clipped(path)
    }

    package static func of(_ error: DataSetError) -> String {
        switch error {
        case .unusableStem(let stem):
            "'\(clipped(stem))' can't name a data set: letters, digits, - and _, with points inside"
        case .noTable: "no table of it has segments (a column E_low)"
        case .severalTables(let count): "\(count) tables of it have segments, and which one is meant can't be told"
        case .parameterMissing(_, "channel"):
            "it does not say what it measures: channel must be \(list(Channel.allCases.map(\.rawValue))) "
                + "(a PARAM, or '# channel: tracks' in a text)"
        case .parameterMissing(_, let name): "it lacks '\(clipped(name))'"
        case .unusableParameter(_, let name, let text): "its '\(clipped(name))' can't be '\(clipped(text))'"
        case .columnMissing(_, let name):
            "it lacks the column '\(clipped(name))' (the header of a text: \(DataSet.textHeader))"
        case .columnNotNumeric(_, let name): "its column '\(clipped(name))' does not hold numbers"
        case .columnNotBoolean(_, let name): "its column '\(clipped(name))' does not hold true and false"
        case .unknownUnit(_, let column, let unit):
            "the unit '\(clipped(unit))' of its column '\(clipped(column))' is not one of "
                + (column.hasPrefix("E_") ? "energy: GeV" : "energy flux: GeV.cm**-2.s**-1.sr**-1")
        case .ambiguousMeasurement(_, let row): "its row \(row) must have either a flux or an upper limit"
        case .errorMissing(_, let row): "the flux in its row \(row) lacks an error"
        case .unusableSegment(_, let row, let reason): "in its row \(row), \(of(reason))"
        case .noSegments: "it has no segment that a fit would use"
        case .tooManySegments(_, let count, let maximum): "it has \(count) segments; at most \(maximum) are read"
        case .wrongFieldCount(_, let line, let found, let expected):
            "its line \(line) has \(found) fields where the header has \(expected)"
        case .unusableCell(_, let line, let column, let text):
            "'\(clipped(text))' in its line \(line), column '\(clipped(column))', can't be read"
        case .overlappingSegments(_, let upper, let lower):
            "a segment up to \(digits(upper)) GeV overlaps the next, from \(digits(lower)) GeV"
        }
    }

    private static func of(_ error: SegmentError) -> String {
        let (energies, fluxes) = (Segment.plausibleEnergies, Segment.plausibleFluxes)
        func range(_ bounds: ClosedRange<Double>) -> String { "\(bounds.lowerBound) to \(bounds.upperBound)" }
        return switch error {
        case .unusableEdges(let lower, let upper):
            "edges of \(digits(lower)) and \(digits(upper)) GeV do not rise within \(range(energies))"
        case .unusableFlux(let flux): "a flux of \(digits(flux)) is out of range: 0 to \(fluxes.upperBound)"
        case .unusableError(let error): "an error of \(digits(error)) is out of range: \(range(fluxes))"
        case .unusableUpperLimit(let limit): "an upper limit of \(digits(limit)) is out of range: \(range(fluxes))"
        }
    }
}
