extension TablesOfFile {
    /// Reads a file of any format but VOTable.
    /// - Parameter table: the one to take of a file with several tables.
    init(_ unpacked: UnpackedFile, table: String?) throws(CurveFormatError) {
        let file = unpacked.file
        let format: CurveFormat
        switch unpacked.recognition {
        case .format(let known): format = known
        case .foreign(.hepDataSubmission):
            self = try HEPDataSubmission(unpacked).tables(choosing: table)
            return
        case .foreign(let foreign): throw .foreign(foreign, file: file.name)
        }
        var unsettled: [String] = []
        do throws(FormatFault) {
            switch format {
            case .aida: self = try AIDAReader(file).tables()
            case .dmtools: self = try DMToolsReader(file).tables()
            case .hepDataYAML:
                let tables = try HEPDataTable.tables(yaml: file.bytes)
                guard let chosen = HEPDataSubmission.index(of: table, in: tables.map(\.name)) else {
                    unsettled = tables.map(\.name)
                    self.init(format: format)
                    break
                }
                self = try tables[chosen].tables(format, file: file.name)
            case .hepDataJSON: self = try HEPDataTable(json: file.bytes).tables(format, file: file.name)
            case .hepDataCSV: self = try HEPDataTable(csv: file.bytes).tables(format, file: file.name)
            case .webPlotDigitizer: self = try WebPlotDigitizerReader(file.bytes).tables(file: file.name)
            case .text, .votable: self.init(format: format)
            }
        } catch {
            throw .badFile(format, error, file: file.name)
        }
        guard unsettled.isEmpty else { throw .tableUnsettled(given: table, known: unsettled, file: file.name) }
        if format == .text { self = try Self(text: file) }
    }

    private init(text file: CurveFile) throws(CurveFormatError) {
        if let exported = try ExportedCurves(file) {
            self = try exported.tables()
            return
        }
        self.init(format: .text)
        let text = try TextColumns(file)
        let said = try TextStatements(text)
        card = said.card
        parameters = said.parameters
        warnings += text.doubts
        if text.blocks.count > 1 { warnings.append(.blocksParted(file: file.name, count: text.blocks.count)) }
        for block in text.blocks where !block.columns.isEmpty {
            let ofBlock = try TextStatements(block.statements, file: file.name)
            let own = ofBlock.curve
            var statements = own.completed(by: said.curve)
            if let name = block.name {
                statements = own.completed(by: Heading(name).statements).completed(by: said.curve)
            }
            var table = RawTable(name: block.name ?? "", columns: block.columns, statements: statements)
            table.reading = ofBlock.reading.completed(by: said.reading)
            table.remarkedUnits = text.remarkedUnits
            table.notes = block.notes
            do throws(FormatFault) { try add(table) } catch { throw .badFile(.text, error, file: file.name) }
        }
    }
}
