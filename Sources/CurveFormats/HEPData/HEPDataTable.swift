import ConstraintKit

/// A table of HEPData, from whichever of its downloads: variables with their values, and what is said about them.
struct HEPDataTable {
    var name = ""
    var summary = ""
    /// The DOI of the table and its version, `10.17182/hepdata.1234.v1/t1`.
    var doi = ""
    var independent: [Variable] = []
    var dependent: [Variable] = []
    /// Columns of CSV that are called neither a limit nor a coupling, beside some that are.
    var leftOut: [String] = []

    /// A column, with its heading and the qualifiers under it.
    struct Variable {
        var name: String
        var units: String?
        var qualifiers: [Qualifier] = []
        var cells: [Cell] = []
        /// Why it can't be used: the first bad cell.
        var fault: FormatFault?

        /// Takes a cell, or notes what is wrong with it.
        mutating func append(_ cell: () throws(FormatFault) -> Cell) {
            do throws(FormatFault) { cells.append(try cell()) } catch {
                fault = fault ?? error
                cells.append(Cell())
            }
        }
    }

    /// A fact that holds for a column: `SQRT(S)`, `13000`, `GeV`.
    struct Qualifier: Hashable {
        var name: String
        var value: String
        var units: String?

        var words: String { plainWords("\(name): \(value)" + (units.map { " \($0)" } ?? "")) }
    }

    struct Cell {
        var value: Double?
        /// The side that is excluded, where a sign says that the value is a limit.
        var bound: ExcludedSide?
        var hasErrors = false
        /// Whether the value is the centre of a bin that has none of its own.
        var isCentre = false
    }

    /// Its heading, and where several share that, the qualifiers by which it differs from them.
    private func name(of variable: Variable) -> String {
        let others = dependent.filter { $0.name == variable.name }
        let own = variable.qualifiers.filter { qualifier in !others.allSatisfy { $0.qualifiers.contains(qualifier) } }
        return ([Heading(variable.name).words] + own.map { plainWords($0.value) }).joined(separator: ", ")
    }

    /// One curve for each dependent variable, each over all the independent ones.
    func tables(_ format: CurveFormat, file: String) throws(FormatFault) -> TablesOfFile {
        var found = TablesOfFile(format: format)
        found.card.title = name.isEmpty ? nil : plainWords(name)
        found.card.summary = summary.isEmpty ? nil : plainWords(summary)
        if !doi.isEmpty { found.card.references = [Reference(doi: doi, citation: "HEPData \(doi)")] }
        found.card.method = .published
        guard let rows = independent.first?.cells.count else { throw .missing(path: "independent_variables") }
        guard !dependent.isEmpty else { throw .missing(path: "dependent_variables") }
        guard independent.count + dependent.count <= FormatLimits.curves else {
            throw .tooLarge(.columns, limit: FormatLimits.curves)
        }
        guard rows <= FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
        if !leftOut.isEmpty {
            found.warnings.append(.columnsLeftOut(table: file, columns: leftOut.map(plainWords)))
        }
        var facts = Heading(summary).statements
        facts.kind = nil
        func column(_ variable: Variable, axis: CurveAxis?) -> RawColumn {
            var variable = variable
            if variable.cells.count != rows, variable.fault == nil {
                variable.fault = .unequalColumns(path: variable.name, found: variable.cells.count, expected: rows)
            }
            return variable.column(axis: axis, format, file: file)
        }
        for variable in dependent {
            let heading = Heading(variable.name)
            let columns = independent.map { column($0, axis: nil) } + [column(variable, axis: .coupling)]
            let statements = heading.statements.completed(by: variable.statements).completed(by: facts)
            var table = RawTable(name: name(of: variable), columns: columns, statements: statements)
            table.isBandEdge = variable.qualifiers.contains { Heading($0.words).bandEdge == .ofStatistics }
            try found.add(table)
            if variable.cells.contains(where: \.hasErrors) {
                found.warnings.append(.errorsLeftOut(table: heading.words))
            }
            for bins in independent where bins.cells.contains(where: \.isCentre) {
                found.warnings.append(.binsAtCentres(table: heading.words, column: plainWords(bins.name)))
            }
            for words in variable.qualifiers.map(\.words) where !found.card.assumptions.contains(words) {
                found.card.assumptions.append(words)
            }
        }
        return found
    }
}

extension HEPDataTable.Variable {
    fileprivate func column(axis: CurveAxis?, _ format: CurveFormat, file: String) -> RawColumn {
        let bounds = Set(cells.compactMap(\.bound))
        let fault =
            fault
            ?? (bounds.count > 1
                ? .wrongValue(path: name, found: "limits with < and >", expected: "those of one side") : nil)
        let words = plainWords(name)
        // Where the unit has no place of its own it may stand in the name.
        let heading = units == nil ? ColumnName(words) : ColumnName(name: words, unit: units.map(plainWords))
        return RawColumn(
            name: heading.name, heading: words, unit: heading.unit.map(Self.unit), axis: axis, bound: bounds.first,
            numbers: cells.map(\.value), fault: fault.map { .badFile(format, $0, file: file) })
    }

    /// What the qualifiers say that a curve must say.
    fileprivate var statements: CurveStatements {
        var statements = CurveStatements()
        for qualifier in qualifiers {
            let name = qualifier.name.lowercased()
            if ["cl", "c.l.", "confidence level"].contains(name) {
                let percent = qualifier.value.contains("%") ? "" : qualifier.units ?? ""
                do throws(UnreadableText) {
                    statements.confidenceLevel = try TextForm.confidenceLevel.read(qualifier.value + percent)
                } catch {
                    // A number that is no level stays among the qualifiers' words; the level is then asked for.
                    continue
                }
            } else {
                statements = statements.completed(by: Heading(qualifier.words).statements)
            }
        }
        return statements
    }

    /// Old tables write units in capitals throughout.
    private static func unit(_ text: String) -> String {
        guard !text.contains(where: \.isLowercase) else { return text }
        let bare = text.trimmingSuffix { "/C*^2".contains($0) }
        return EnergyUnit.allCases.first { $0.rawValue.uppercased() == bare }?.rawValue ?? text
    }
}

extension HEPDataTable.Cell {
    /// A cell of a value, or of the two ends of a bin.
    init(value: String?, low: String?, high: String?, hasErrors: Bool, path: String) throws(FormatFault) {
        self.hasErrors = hasErrors
        if let value {
            (self.value, bound) = try limit(value, path: path)
            return
        }
        guard let low, let high else { throw .missing(path: "\(path).value") }
        guard let lower = try number(low, path: path), let upper = try number(high, path: path) else { return }
        self.value = lower + (upper - lower) / 2
        isCentre = true
    }
}
