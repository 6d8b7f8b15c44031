extension SourceTables {
    /// Reads a file of any format but VOTable.
    init(_ file: CurveFile, format: CurveFormat) throws(CurveFormatError) {
        do throws(FormatFault) {
            switch format {
            case .aida: self = try AIDAReader(file).tables()
            case .dmtools: self = try DMToolsReader(file).tables()
            case .hepDataYAML: self = try HEPDataTable(yaml: file.bytes).tables(format)
            case .hepDataJSON: self = try HEPDataTable(json: file.bytes).tables(format)
            case .hepDataCSV: self = try HEPDataTable(csv: file.bytes).tables(format)
            case .webPlotDigitizer: self = try WebPlotDigitizerReader(file.bytes).tables()
            case .text, .votable: self.init(format: format)
            }
        } catch {
            throw .badFile(format, error, file: file.name)
        }
        if format == .text { self = try Self(text: file) }
    }

    private init(text file: CurveFile) throws(CurveFormatError) {
        self.init(format: .text)
        if let foreign = ForeignFile(recognising: file.bytes) { throw .foreign(foreign, file: file.name) }
        let text = try TextColumns(file)
        let said = try TextStatements(text)
        card = said.card
        parameters = said.parameters
        guard !text.columns.isEmpty else { return }
        tables = [RawTable(name: "", columns: text.columns, statements: said.curve)]
    }
}
