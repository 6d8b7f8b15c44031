import Assessment
import Documents
import VOTable

/// The exclusion table for other programs: a row for each interval that a bound excludes or prefers at a mass, and one
/// where there is none, with the reason.
public struct ExclusionVOTable: Sendable {
    public let document: VOTableDocument

    public init(_ exclusions: ExclusionTable) throws {
        let bounds = exclusions.rows.map(\.bound)
        document = VOTableDocument(
            description: "Couplings g′ that each bound excludes or prefers at some masses of a Z′.",
            resources: [
                Resource(
                    name: "exclusions",
                    params: [Param("scenario", text: exclusions.scenario.name, ucd: "meta.id")]
                        + OwnDocuments(bounds).sentences.map { Param("own_documents", text: $0) },
                    tables: [try Table(name: "exclusions", ExclusionRecord.all(exclusions), ucds: Self.ucds)])
            ])
    }

    /// The file.
    public var bytes: [UInt8] { document.serialized() }

    private static let ucds = [
        "stem": "meta.id;meta.main", "title": "meta.title", "kind": "meta.code", "role": "meta.code",
        "alternative_of": "meta.id", "confidence_level": "stat.confidenceLevel", "confidence_level_basis": "meta.code",
        "kinetic_mixing": "meta.note", "method": "meta.code", "references": "meta.bib", "mass_MeV": "phys.mass",
        "coverage": "meta.code", "limit_low": "arith.factor;stat.min", "limit_high": "arith.factor;stat.max",
        "deviations": "stat.error", "reason": "meta.note", "lacks": "meta.note", "counts_by_choice": "meta.code",
        "rescaled": "meta.note", "level_remark": "meta.note", "curve_error": "stat.error",
    ]
}
