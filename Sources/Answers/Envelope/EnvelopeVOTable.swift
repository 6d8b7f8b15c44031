import Assessment
import Documents
import Scenarios
import VOTable

/// The envelope of a scenario for other programs: a row for each interval of couplings at each mass.
struct EnvelopeVOTable {
    let document: VOTableDocument

    init(_ rows: [AllowedCouplingsRow], of scenario: Scenario, _ bounds: [Bound]) throws {
        document = VOTableDocument(
            description: "Couplings g′ that the bounds of a scenario leave at some masses of a Z′.",
            resources: [
                Resource(
                    name: "envelope",
                    params: [
                        Param("scenario", text: scenario.name, ucd: "meta.id"),
                        Param("combination", text: scenario.combination.rawValue, ucd: "meta.code"),
                    ] + OwnDocuments(bounds).sentences.map { Param("own_documents", text: $0) },
                    tables: [try Table(name: "envelope", rows, ucds: Self.ucds)])
            ])
    }

    private static let ucds = [
        "mass_MeV": "phys.mass", "coverage": "meta.code", "limit_low": "arith.factor;stat.min",
        "limit_high": "arith.factor;stat.max", "low_set_by": "meta.id", "high_set_by": "meta.id",
        "low_confidence_level": "stat.confidenceLevel", "high_confidence_level": "stat.confidenceLevel",
        "low_mass_limit_MeV": "phys.mass;stat.min", "high_mass_limit_MeV": "phys.mass;stat.min",
        "low_confidence_level_basis": "meta.code", "high_confidence_level_basis": "meta.code",
        "low_kinetic_mixing": "meta.note", "high_kinetic_mixing": "meta.note", "stem": "meta.id",
        "reason": "meta.note",
    ]
}
