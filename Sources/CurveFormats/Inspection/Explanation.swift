import ConstraintKit
import VOTable

extension CurveFormatError {
    /// What was found, what was expected, where, and what to do about it.
    public var explanation: String {
        switch self {
        case .unknownFormat(let file): "\(file): a VOTable is read alone, without other files"
        case .foreign(let foreign, let file): "\(file) is \(foreign.rawValue): \(foreign.advice)"
        case .votable(let error, let file): "\(file): \(error.explanation)"
        case .noCurve(let file): "\(file) holds no curve: no rows, no data, or parameters alone"
        case .missing(let items, let file):
            "\(file.isEmpty ? "the document" : file) does not say enough: "
                + items.map(\.explanation).joined(separator: "; ")
        case .ambiguousColumns(let axis, let columns, let table):
            "\(table): \(columns.joined(separator: " and ")) both claim to be the \(axis.rawValue); "
                + "one of them has to be chosen"
        case .unknownColumn(let name, let known, let table):
            "\(table) has no column '\(name.prefix(80))': it has \(MissingItem.listed(known, length: 160)), counted from 1"
        case .columnNotNumeric(let column, let table): "\(table): column '\(column)' does not hold numbers"
        case .badUnit(let column, let unit, let hint, let table):
            "\(table): the unit '\(unit)' of '\(column)' is not one that belongs there"
                + (hint.map { "; is \($0) meant?" } ?? "")
        case .quantityUnsettled(let column, let found, let table):
            "\(table): '\(column)' seems to hold \(found?.words ?? "something else"), not g′"
        case .logarithmUnsettled(let column, let table):
            "\(table): '\(column)' seems to hold logarithms to a base that is not said to be 10; "
                + "call the column log10(…) if it is"
        case .expressionUnsettled(.mass, let column, let table):
            "\(table): '\(column)' computes something of a mass, and is not that alone; "
                + "call the column by what its numbers are, as in 'mass [GeV]'"
        case .expressionUnsettled(.coupling, let column, let table):
            "\(table): '\(column)' computes something of a quantity, and is not that alone; "
                + "call the column by what its numbers are, a factor being their unit, as in 'coupling [1e-4]'"
        case .mixingNeeded(let quantity, let table):
            "\(table): \(quantity.words) becomes g′ only by a kinetic mixing that goes with g′, and none is given"
        case .unknownWord(let parameter, let value, let expected, let table):
            "\(table): \(parameter) is '\(value)', expected \(expected.joined(separator: ", "))"
        case .badParameter(let parameter, let value, let expected, let table):
            "\(table): \(parameter) is '\(value)', expected \(expected)"
        case .confidenceLevelOutOfRange(let value, let table):
            "\(table): the confidence level \(value) is no fraction between 0 and 1; "
                + "a percentage needs the unit %"
        case .sideDoesNotFit(let side, let topology, let table):
            topology == .edge
                ? "\(table): the two edges of a band exclude what lies inside, and not \(side.rawValue)"
                : "\(table): a line that is \(topology.rawValue) can't exclude what lies \(side.rawValue)"
        case .edgesUnpaired(let band, let found): "\(band): a band has two edges, here is \(found)"
        case .badRow(let row, .massMissing, let table): "\(table): row \(row) has a coupling and no mass"
        case .badRow(let row, .valueMissing(let column), let table):
            "\(table): row \(row) has no value in '\(column)', where a gap has no meaning"
        case .curve(let error, let table): "\(table): \(error.explanation)"
        case .implausible(let findings):
            findings.map(\.explanation).joined(separator: "; ")
        case .badText(let line, let fault, let file): "\(file), line \(line): \(fault.explanation)"
        case .badFile(let format, let fault, let file): "\(file), read as \(format.rawValue): \(fault.explanation)"
        case .unknownCurve(let name, let known, let file):
            "\(file) holds no curve '\(name)', but \(MissingItem.listed(known))"
        case .badStem(let stem): "'\(stem)' can't be a stem: letters, digits, - and _, at most 64"
        case .turnsBack(let mass, let table):
            "\(table): its masses turn back at \(mass) MeV, as round a contour, which has to be said to be closed"
        case .zigzag(let decades, let table):
            "\(table): its points go to and fro in mass, and sorted they would zigzag by \(rounded(decades)) decades: "
                + "are there several curves in it, or a contour?"
        case .bandEdges(let names, let file):
            "\(file) holds nothing but edges of bands (\(MissingItem.listed(names))), which are no limits"
        case .bandEdgeObserved(let name, let table):
            "\(table): '\(name)' is the edge of a band around what was expected, and no observed limit"
        case .boundOfOtherSide(let column, let side, let table):
            "\(table): by the signs in '\(column)' what lies \(side.rawValue) is excluded, and something else is said"
        case .unitContradicted(let column, let said, let given, let table):
            "\(table): a remark or a row of units says that '\(column)' is in \(said), and \(given) is given"
        case .quantityContradicted(let column, let said, let found, let table):
            "\(table): a remark says that '\(column)' holds \(said.words), and its heading says \(found.words)"
        case .severalCurves(let column, let values, let table):
            "\(table): its rows are several curves, which '\(column)' tells apart (\(MissingItem.listed(values))): "
                + "give each in a file of its own"
        case .kindContradicted(let column, let said, let found, let table):
            "\(table): its heading '\(column)' says \(found.rawValue), and \(said.rawValue) is said or asked for; choose the column that is, "
                + "or the kind that its heading says"
        case .submissionAlone(let tables, let file):
            "\(file) is the index of a HEPData submission; give one of its data files, or the archive with all of them: "
                + MissingItem.listed(tables, length: 120)
        case .tableUnsettled(let given, let known, let file):
            "\(file) "
                + (given.map { "holds no table '\($0)', but " }
                    ?? "holds several tables, one of which has to be chosen: ")
                + MissingItem.listed(known, length: 120)
        case .tooManyPoints(let found, let limit, let table):
            "\(table) has \(found) rows; a curve has \(limit) at most"
        case .duplicateName(let name, let file): "\(file): the name '\(name)' occurs twice"
        }
    }
}

extension CurveFormatError.TextFault {
    fileprivate var explanation: String {
        switch self {
        case .notUTF8: "not text in UTF-8"
        case .notANumber(let column, let text): "'\(text)' in column '\(column)' is not a number"
        case .noNumbers(let text):
            "'\(text)' and what follows have no numbers that can be read: rows are numbers parted by commas, semicolons, "
                + "tabs or blanks"
        case .wrongFieldCount(let found, let expected): "\(found) fields, expected \(expected)"
        case .duplicateColumn(let name): "two columns are called '\(name)'"
        case .badMetadata(let key, let value, let expected): "'\(key)' is '\(value)', expected \(expected)"
        case .saidOtherwise(let key, let value, let line):
            "'\(key)' is '\(value)' here, and something else in line \(line)"
        case .tooManyFields(let limit): "more than \(limit) fields"
        case .tooLarge(let limit): "more than \(limit) bytes"
        case .tooManyLines(let limit): "more than \(limit) lines"
        }
    }
}

extension MissingItem {
    /// What is missing where.
    public var explanation: String {
        switch self {
        case .kind(let table): "\(Self.named(table)) has no kind"
        case .confidenceLevel(let table): "\(Self.named(table)) has no confidence level"
        case .excludedSide(let table): "\(Self.named(table)) does not say which side is excluded"
        case .topology(let table): "\(Self.named(table)) does not say how its points are joined"
        case .massColumn(let table, let found):
            "\(Self.named(table)) has no mass column among \(Self.listed(found))"
        case .couplingColumn(let table, let found):
            "\(Self.named(table)) has no coupling column among \(Self.listed(found))"
        case .massUnit(let table, let column): "\(Self.named(table)): '\(column)' has no unit"
        case .quantity(let table, let column): "\(Self.named(table)): '\(column)' does not say what it holds"
        case .stem: "there is no stem"
        }
    }

    /// What is made of options alone has no name.
    private static func named(_ table: String) -> String { table.isEmpty ? "the document" : table }

    /// Names of columns, as many and as long as a message has room for.
    static func listed(_ names: [String], length: Int = 40) -> String {
        let shown = names.prefix(8).map { $0.count > length ? $0.prefix(length) + "…" : $0 }
        let rest = names.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension CurveError {
    /// The rows of the error count from 0, those that are shown from 1.
    fileprivate var explanation: String {
        switch self {
        case .empty: "no row has both a mass and a coupling"
        case .notPositive(let quantity, let value, let row):
            "row \(row + 1): the \(quantity) is \(value), and must be above zero and finite"
        case .twoCouplingsAtOneMass(let mass, let first, let second):
            "at \(mass) MeV there are two couplings, \(first) and \(second), and no order of the points makes a step of them"
        case .contourTooSmall(let points): "a closed line needs three points, here are \(points)"
        }
    }
}

extension PlausibilityFinding {
    public var explanation: String {
        switch self {
        case .massEqualsCoupling(let table): "\(table): every coupling equals its mass; was a column overwritten?"
        case .massesOutOfRange(let lower, let upper, let table):
            "\(table): all masses, \(lower)–\(upper) MeV, lie outside 1 keV to 1 TeV; is the unit right (meV, MeV)?"
        case .someMassesOutOfRange(let lower, let upper, let table):
            "\(table): some masses of \(lower)–\(upper) MeV lie outside 1 keV to 1 TeV"
        case .largeCouplings(let greatest, let table):
            "\(table): couplings up to \(greatest) lie above √(4π) = 3.5; are mass and coupling in each other's place?"
        case .lowConfidenceLevel(let value, let table):
            "\(table): the confidence level \(value) is very low; was a fraction given as a percentage?"
        case .neverTurnsBack(let table):
            "\(table): its masses never turn back, so that its points enclose nothing; is it an open line?"
        case .crossesItself(let mass, let coupling, let table):
            "\(table): the outline crosses itself near \(rounded(mass)) MeV, g′ \(rounded(coupling))"
        case .ringWithinRing(let mass, let coupling, let table):
            "\(table): one closed line lies within another, near \(rounded(mass)) MeV, g′ \(rounded(coupling)): "
                + "a hole in it would be taken for an island; draw one line around what is excluded"
        case .edgesAlike(let table): "\(table): its two edges are the same line; was a file given twice?"
        case .edgesApart(let table): "\(table): its two edges have no mass in common; do they belong together?"
        case .unitSuspected(let lower, let upper, let called, let table):
            "\(table): masses of \(lower)–\(upper) MeV, and it is called \(called): are they in GeV?"
        case .wideStep(let axis, let decades, let mass, let table):
            "\(table): after \(mass) MeV the \(axis.rawValue) makes a step of "
                + "\((decades * 10).rounded() / 10) decades"
        case .notAsCalibrated(let pixels, let table):
            "\(table): values lie up to \(pixels < 1e6 ? String((pixels * 10).rounded() / 10) : "very many") pixels "
                + "from where their points were clicked; was the calibration changed, or the values?"
        }
    }
}
