import ConstraintKit
import VOTable

/// Turns a VOTable into a document by the ``NativeProfile``; a VOTable that knows nothing of the profile is read as far as
/// its columns and PARAMs can be understood.
struct NativeReader {
    let votable: VOTableDocument
    let file: String
    let options: ImportOptions
    var warnings: [CurveWarning]
    private var missing: [MissingItem] = []
    var tables: [String: AuxiliaryTable] = [:]
    private var parameters: [String: Double] = [:]
    /// Whether no table of the document knows of the profile: it may then say facts where we would not.
    let isForeign: Bool

    init(_ votable: VOTableDocument, file: String, options: ImportOptions) {
        self.votable = votable
        self.file = file
        self.options = options
        warnings = votable.warnings.map { .votable($0) }
        isForeign = !votable.resources.flatMap(\.withInner).flatMap(\.tables).contains(where: Self.isOfProfile)
        guard isForeign else { return }
        for info in infos {
            guard let expected = Self.lack(of: info) else { continue }
            warnings.append(
                .infoUnreadable(file: file, name: info.name, value: String(info.value.prefix(80)), expected: expected))
        }
    }

    /// What may say facts at a level: PARAMs, and in a foreign document INFOs as well.
    func facts(_ params: [Param], _ infos: [Info]) -> [Param] {
        isForeign ? params + infos.filter { Self.lack(of: $0) == nil }.map { Param($0.name, text: $0.value) } : params
    }

    /// What an INFO would have to say to be a fact of ours: services have INFOs of the same names, `status` or `method`, for their own. Nil
    /// where it can be one.
    private static func lack(of info: Info) -> String? {
        guard let field = fields[info.name.lowercased().replacing("-", with: "_")] else { return nil }
        var scratch = ImportOptions()
        do throws(UnreadableText) { try field.read(info.value, &scratch) } catch { return field.expected }
        return nil
    }

    private static let fields = Dictionary(
        (CardField.all + CardField.ofReading).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// A table and the PARAMs that hold for it.
    struct Place {
        var table: Table
        var scope: Scope
        var isCurve: Bool
        /// What is said of it, where it may be a curve.
        var statements = CurveStatements()
        /// How its columns are to be read, where a foreign document says that.
        var reading = ReadingStatements()
    }

    mutating func read() throws(CurveFormatError) -> ReadDocument {
        let resources = votable.resources.flatMap(\.withInner).filter { $0.type != "meta" }
        let statements = try cardStatements(resources)
        try readParameters(resources)
        var regions = RegionBuilder()
        let places = try curvesAndOthers()
        var curves: [[RawTable]] = []
        for place in places {
            guard !place.isCurve || place.table.rowCount <= FormatLimits.rows else {
                throw .tooManyPoints(
                    found: place.table.rowCount, limit: FormatLimits.rows, table: place.table.name ?? file)
            }
            curves.append(place.isCurve ? try limits(in: rawTable(place)) : [])
        }
        var reader = CurveTableReader(
            options: options, optionsOverride: curves.reduce(0) { $0 + $1.count } == 1,
            mixing: statements.settledMixing(options))
        for (place, tables) in zip(places, curves) {
            switch place.table.utype?.lowercased() {
            case NativeProfile.massLimitTable.lowercased(): regions.add(try massLimit(in: place.scope, of: place.table))
            case NativeProfile.auxiliaryTable.lowercased(): try readAuxiliary(place.table)
            default:
                for table in tables {
                    guard let curve = try reader.curve(table) else { continue }
                    try regions.add(curve)
                    // A document of our own keeps its masses in the unit it says.
                    if !table.isOfProfile { reader.findings += suspicions(of: curve, called: statements.title) }
                }
            }
        }
        missing += reader.missing
        warnings += reader.warnings + regions.warnings
        let limits = missing.isEmpty ? try regions.finish() : []
        let findings = reader.findings + regions.findings
        return try assemble(statements, limits, findings)
    }

    private func suspicions(of curve: CurveTable, called title: String?) -> [PlausibilityFinding] {
        let words = [file, curve.name, title ?? "", options.title ?? ""]
        let finding = UnitSuspicion.finding(curve.rows.compactMap(\.mass), words: words, table: curve.name)
        return finding.map { [$0] } ?? []
    }

    private mutating func assemble(
        _ statements: CardStatements, _ limits: [Limit], _ findings: [PlausibilityFinding]
    ) throws(CurveFormatError) -> ReadDocument {
        var limits = limits
        if missing.isEmpty, limits.isEmpty, tables.isEmpty, parameters.isEmpty, options.massLimit == nil {
            throw .noCurve(file: file)
        }
        let card = try statements.card(file: file, options: options, limits: limits, missing: &missing)
        guard let card, missing.isEmpty else { throw .missing(missing, file: file) }
        if let limit = options.massLimit { limits.append(Limit(massLimit: limit, card)) }
        warnings += try accepted(findings, insisting: options.insists)
        warnings += statements.overruled(by: options, file: file)
        var document = Document(
            card: card, limits: limits, tables: tables,
            parameters: parameters.merging(options.parameters) { _, given in given })
        document.fetchedFrom = infos.first { $0.name == NativeProfile.addressInfo }?.value
        return ReadDocument(document: document, warnings: warnings)
    }

    // MARK: The document as a whole

    private mutating func readParameters(_ resources: [Resource]) throws(CurveFormatError) {
        try readParameters(among: votable.params)
        for resource in resources {
            try readParameters(among: resource.params)
            for table in resource.tables { try readParameters(among: table.params) }
        }
    }

    private mutating func readParameters(among params: [Param]) throws(CurveFormatError) {
        let scope = Scope(levels: [], place: file)
        for index in params.indices
        where params[index].has(utype: NativeProfile.parameter) {
            let name = params[index].name
            guard parameters.updateValue(try scope.number(params[index]), forKey: name) == nil else {
                throw .duplicateName(name, file: file)
            }
        }
    }

    private var infos: [Info] {
        let resources = votable.resources.flatMap(\.withInner).filter { $0.type != "meta" }
        return resources.flatMap(\.infos) + resources.flatMap(\.tables).flatMap(\.infos) + votable.infos
    }

    private func cardStatements(_ resources: [Resource]) throws(CurveFormatError) -> CardStatements {
        // What only one curve says holds for the whole document where nothing stands above the curves.
        let tableParams = resources.flatMap(\.tables).map { facts($0.params, $0.infos) }
        let whole = Scope(
            levels: resources.map { facts($0.params, $0.infos) } + [facts(votable.params, votable.infos)], place: file)
        let any = Scope(levels: whole.levels + tableParams, place: file)
        let principal = resources.first
        var said = ImportOptions()
        for field in CardField.all {
            switch field.place {
            case .resourceName: said.title = principal?.name
            case .description: said.summary = principal?.description ?? principal?.tables.first?.description
            case .params(let ofEachCurve): try (ofEachCurve ? whole : any).take(field, into: &said)
            case .infos: said.assumptions = infos.filter { $0.name == field.itemKey }.map(\.value)
            case .references: said.references = references(in: infos)
            case .none: break
            }
        }
        said.methodNote = said.methodNote ?? any.text(NativeProfile.figure)
        if isForeign, said.references.isEmpty { try any.takeReference(into: &said) }
        return said.card
    }
}
