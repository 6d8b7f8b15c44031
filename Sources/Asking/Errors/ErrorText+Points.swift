import AllowedRegion
import PointTables

extension ErrorText {
    package static func of(_ error: PointBatchError) -> String {
        switch error {
        case .tooManyDecidingBounds(let count):
            "\(count) bounds decide, and many points at once take at most \(UInt64.bitWidth): leave some out with --without"
        case .likelihoodWithoutIceCube:
            "a product of likelihoods needs IceCube's: combine by union or most-sensitive (--combination), or leave IceCube's spectrum in, without --no-icecube"
        case .unequalColumns(let masses, let couplings):
            "\(masses) masses and \(couplings) couplings do not make points: give one coupling to each mass"
        case .otherBounds: "a choice lets other bounds decide than the scenario: it can't vary in a scan"
        case .stopped: "stopped before all points were answered"
        }
    }
}

// Words for tables of points, and for rows that are no points.

extension ErrorText {
    package static func of(_ error: PointTableError) -> String {
        switch error {
        case .noPoints(let file): "\(whole(file)) holds no points: write a line mass_MeV,coupling, and a row for each"
        case .lineTooLong(let line, let limit, let file):
            "\(whole(file)):\(line): the line is longer than \(limit) bytes, and no row of a table is"
        case .tooManyColumns(let found, let limit, let file):
            "\(whole(file)) has \(found) columns: \(limit) are read at most"
        case .utf16(let file):
            "\(whole(file)) is text in UTF-16: make it UTF-8, by 'iconv -f UTF-16 -t UTF-8' for instance"
        case .badCompression(let file): "\(whole(file)): the compressed data are damaged"
        case .brokenOff(let file): "\(whole(file)) ends too early: is it complete?"
        case .unreadable(let error, let file): "\(whole(file)) can't be read: \(error.text)\(advice(onNameOf: file))"
        case .numPy(let fault, let file): "\(whole(file)): \(of(fault))"
        case .notSeekable(.archive, let file):
            "\(whole(file)): an .npz is read at several places at once: give it as a file that is not compressed again"
        case .notSeekable(.fortranOrder, let file):
            "\(whole(file)): its columns stand one behind another: give it as a file, or save numpy.ascontiguousarray of it"
        }
    }

    private static func of(_ fault: NumPyFault) -> String {
        switch fault {
        case .badHeader: "its header is not what NumPy writes"
        case .version(let version): "version \(version) of NumPy's format is not read: 1 to 3 are"
        case .type(let type):
            "its values are of type '\(clipped(type))': float32, float64, integers and records of such are read"
        case .shape(let shape):
            "an array of shape \(shape) is no table: save rows of a mass and a coupling, or records with fields"
        case .transposed(let rows, let columns):
            "\(rows) rows of \(columns) columns: save the table the other way round, numpy.save(file, a.T)"
        case .badArchive: "it is no ZIP archive that can be read"
        case .noArrays: "it holds no arrays of one length for mass and coupling: save two lists of numbers"
        case .noArchiveOfArrays:
            "it is a ZIP archive without arrays of NumPy (.npy): of a spreadsheet, save the sheet as CSV"
        case .listsBesideTable(let lists, let table):
            lists.map { "'\(clipped($0))'" }.joined(separator: " and ")
                + " are lists of one length, and '\(clipped(table))' is a table: "
                + "name two lists by --mass-column and --coupling-column, or columns of the table by their numbers"
        case .nameTwice(let name): "two of its arrays are called '\(clipped(name))': write it with numpy.savez"
        case .severalMassUnits(let name):
            "'\(clipped(name))' is to be the one unit of all masses, in one word: 'GeV', say"
        case .axesApart(let shapes):
            shapes.map { "'\(clipped($0.name))' of shape \($0.shape)" }.joined(separator: " and ")
                + " do not tell which rows are points: save masses and couplings as arrays of one length, "
                + "numpy.broadcast_arrays and ravel() make them of a grid"
        case .unitBeside(let name):
            "'\(clipped(name))' says units, which are read in names alone: call an array mass_GeV, say"
        case .compression(let method): "it is compressed in a way that is not read (\(method))"
        }
    }

    /// Why a row is no point, behind where it stands.
    package static func of(_ fault: RowFault) -> String {
        switch fault {
        case .fieldCount(let found, let expected):
            "\(found) \(found == 1 ? "field" : "fields") where \(expected) are expected"
        case .missing(let part): "the \(part.rawValue) is missing"
        case .notANumber(let part, let text): "the \(part.rawValue) '\(clipped(text, to: 30))' is no number"
        case .notPositive(let part, let text):
            "the \(part.rawValue) '\(clipped(text, to: 30))' is not above zero and finite"
        case .openQuote: "a quotation mark lacks its other"
        }
    }
}
