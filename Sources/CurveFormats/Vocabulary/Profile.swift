/// The names of the native profile: PARAMs, their utypes, and the utypes of tables and columns.
///
/// One RESOURCE is one publication's limit, one TABLE one curve of it. A PARAM of the document or resource holds for
/// every table that does not have its own.
///
/// | what | where |
/// |---|---|
/// | stem, title, summary | PARAM `stem`; `name` and DESCRIPTION of the RESOURCE |
/// | kind | PARAM `kind`: observed, expected, projected, preferred, hint |
/// | confidence level | PARAM `confidence_level`, a fraction or with the unit `%`; PARAM `confidence_level_basis`: `stated`, `inferred`, or `not stated`, which stands without a level |
/// | side and topology | PARAM `excluded_side`: above, below, inside, outside; PARAM `topology`: open, closed, edge |
/// | a band | two TABLEs of topology `edge`, side `inside`, and one name in PARAM `band` |
/// | a mass bound | TABLE of utype `limit:MassLimit` without DATA; PARAMs `mass_limit`, `coupling_floor`, `coupling_ceiling` |
/// | numbers by name | PARAM of utype `limit:Parameter` |
/// | other tables | TABLE of utype `limit:Table` |
/// | mixing | PARAM `kinetic_mixing`: none, natural, or ε/g′ |
/// | method | PARAM `method`: published, digitised, reconstructed, computed, not-stated; PARAM `method_note` |
/// | status | PARAM `status`: validated, unvalidated, superseded |
/// | references | INFOs `reference_1_texkey`, `reference_1_arxiv`, `reference_1_doi`, `reference_1_citation`, `reference_2_…` |
/// | assumptions | one INFO `assumption` each |
/// | where it was fetched | INFO `source_url` |
///
/// A null coupling is a gap in the curve.
enum Profile {
    static let limit = "limit:Limit"
    static let curveTable = "limit:Curve"
    static let massLimitTable = "limit:MassLimit"
    static let auxiliaryTable = "limit:Table"
    static let parameter = "limit:Parameter"
    static let massColumn = "limit:Curve.x"
    static let couplingColumn = "limit:Curve.y"
    static let sourceInfo = "source_url"

    /// A PARAM of the profile.
    enum Name: String {
        case stem
        case kind
        case confidenceLevel = "confidence_level"
        case confidenceLevelBasis = "confidence_level_basis"
        case statistic
        case excludedSide = "excluded_side"
        case topology
        case band
        case massLimit = "mass_limit"
        case couplingFloor = "coupling_floor"
        case couplingCeiling = "coupling_ceiling"
        case kineticMixing = "kinetic_mixing"
        case method
        case methodNote = "method_note"
        case figure
        case status

        var utype: String {
            switch self {
            case .stem: "limit:Limit.stem"
            case .kind: "limit:Curve.kind"
            case .confidenceLevel: "limit:Curve.confidenceLevel"
            case .confidenceLevelBasis: "limit:Curve.confidenceLevelBasis"
            case .statistic: "limit:Curve.statistic"
            case .excludedSide: "limit:Curve.excludedSide"
            case .topology: "limit:Curve.topology"
            case .band: "limit:Curve.band"
            case .massLimit: "limit:MassLimit.mass"
            case .couplingFloor: "limit:MassLimit.couplingFloor"
            case .couplingCeiling: "limit:MassLimit.couplingCeiling"
            case .kineticMixing: "limit:Model.kineticMixing"
            case .method: "limit:Digitisation.method"
            case .methodNote: "limit:Digitisation.note"
            case .figure: "limit:Digitisation.figure"
            case .status: "limit:Limit.status"
            }
        }
    }
}
