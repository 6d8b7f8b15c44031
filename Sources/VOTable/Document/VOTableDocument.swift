/// A VOTable: tables of numbers and texts with units and meaning, and what is said about them as a whole.
///
/// The values follow the IVOA recommendation *VOTable Format Definition* 1.4; sections are cited as "VOTable §".
/// What the standard allows and nothing here needs (LINK, COOSYS, TIMESYS, VALUES other than `null`) is read past.
public struct VOTableDocument: Sendable, Hashable {
    /// The version the document claims, `1.4`; empty where it claims none.
    public var version: String
    public var description: String?
    public var infos: [Info]
    /// Parameters that stand before any resource and hold for all of them.
    public var params: [Param]
    public var resources: [Resource]
    /// What a reader should know and that did not prevent reading; empty for a document made in the program.
    public var warnings: [VOTableWarning]

    public init(
        version: String = "1.4", description: String? = nil, infos: [Info] = [], params: [Param] = [],
        resources: [Resource] = [], warnings: [VOTableWarning] = []
    ) {
        self.version = version
        self.description = description
        self.infos = infos
        self.params = params
        self.resources = resources
        self.warnings = warnings
    }

    /// Every table, in the order of the document.
    public var tables: [Table] { resources.flatMap(\.allTables) }
}

/// Tables that belong together, with what holds for all of them (VOTable §3.1).
public struct Resource: Sendable, Hashable {
    /// The XML ID; unique in the document.
    public var id: String?
    public var name: String?
    /// `results` or `meta`.
    public var type: String?
    public var utype: String?
    public var description: String?
    public var infos: [Info]
    /// Parameters of the resource; those inside a GROUP are among them.
    public var params: [Param]
    public var tables: [Table]
    public var resources: [Resource]

    public init(
        id: String? = nil, name: String? = nil, type: String? = "results", utype: String? = nil,
        description: String? = nil, infos: [Info] = [], params: [Param] = [], tables: [Table] = [],
        resources: [Resource] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.utype = utype
        self.description = description
        self.infos = infos
        self.params = params
        self.tables = tables
        self.resources = resources
    }

    /// The tables of the resource and of those inside it.
    public var allTables: [Table] { tables + resources.flatMap(\.allTables) }

    /// The first parameter of that name.
    public func param(named name: String) -> Param? { params.first { $0.name == name } }
    /// The first statement of that name.
    public func info(named name: String) -> Info? { infos.first { $0.name == name } }
}

/// A statement in words (VOTable §4.7): a name, a value and perhaps a longer text.
public struct Info: Sendable, Hashable {
    public var name: String
    public var value: String
    public var ucd: String?
    public var utype: String?
    /// The text between the tags; empty for most.
    public var text: String

    public init(name: String, value: String, ucd: String? = nil, utype: String? = nil, text: String = "") {
        self.name = name
        self.value = value
        self.ucd = ucd
        self.utype = utype
        self.text = text
    }
}
