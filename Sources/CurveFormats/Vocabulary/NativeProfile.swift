/// The names of the native profile: PARAMs, their utypes, and the utypes of tables and columns.
///
/// One RESOURCE is one publication's limit, one TABLE one curve of it. A PARAM of the document or resource holds for
/// every table that does not have its own.
///
/// | what | where |
/// |---|---|
/// | stem, title, summary, kind and the other facts of the card | PARAM of the key of the ``CardField``; the title is the `name` of the RESOURCE, the summary its DESCRIPTION |
/// | confidence level | PARAM `confidence_level`, a fraction or with the unit `%`; PARAM `confidence_level_basis`: `stated`, `inferred`, or `not stated`, which stands without a level |
/// | side and topology | PARAM `excluded_side`: above, below, inside, outside; PARAM `topology`: open, closed, edge |
/// | a band | two TABLEs of topology `edge`, side `inside`, and one name in PARAM `band` |
/// | a mass bound | TABLE of utype `limit:MassLimit` without DATA; PARAMs `mass_limit`, `coupling_floor`, `coupling_ceiling` |
/// | numbers by name | PARAM of utype `limit:Parameter` |
/// | other tables | TABLE of utype `limit:Table` |
/// | references | INFOs `reference_1_texkey`, `reference_1_arxiv`, `reference_1_doi`, `reference_1_citation` and the other keys of ``Reference/keys``, `reference_2_…` |
/// | assumptions | one INFO `assumption` each |
/// | where it was fetched | INFO `source_url` |
///
/// A null coupling is a gap in the curve.
enum NativeProfile {
    static let limit = "limit:Limit"
    static let curveTable = "limit:Curve"
    static let massLimitTable = "limit:MassLimit"
    static let auxiliaryTable = "limit:Table"
    static let parameter = "limit:Parameter"
    static let massColumn = "limit:Curve.x"
    static let couplingColumn = "limit:Curve.y"
    static let addressInfo = "source_url"

    // PARAMs of a table; those of the card are declared with its fields.
    static let excludedSide = NativeParam("excluded_side", "limit:Curve.excludedSide")
    static let topology = NativeParam("topology", "limit:Curve.topology")
    static let band = NativeParam("band", "limit:Curve.band")
    static let massLimit = NativeParam("mass_limit", "limit:MassLimit.mass", ucd: "phys.mass;phys.particle")
    static let couplingFloor = NativeParam("coupling_floor", "limit:MassLimit.couplingFloor")
    static let couplingCeiling = NativeParam("coupling_ceiling", "limit:MassLimit.couplingCeiling")
    /// What earlier documents say in place of a note on the method.
    static let figure = NativeParam("figure", "limit:Digitisation.figure")
}

/// How a PARAM of the native profile is known: by its utype, or else by its name.
struct NativeParam: Sendable, Hashable {
    let name: String
    let utype: String
    let ucd: String?

    init(_ name: String, _ utype: String, ucd: String? = nil) {
        self.name = name
        self.utype = utype
        self.ucd = ucd
    }
}
