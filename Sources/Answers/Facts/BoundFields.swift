import Assessment
import ConstraintKit
import CurveArchive
import CurveFormats
import Documents

/// What every answer says about a bound that takes part.
enum BoundFields {
    static let all: [Field<Bound>] =
        [
            Field("stem", "Name of the bound in files and on the command line.") { $0.card.stem },
            Field("title", "Its name for readers.") { $0.card.title },
            Field("kind", words: Kind.allCases.map(\.rawValue), "What the statement is worth.") {
                $0.card.kind.rawValue
            },
            Field(
                "role", words: ["decides", "alternative", "informs"],
                "Its part in the standing of a point: only one that decides excludes."
            ) { role($0.role).name },
            Field("alternative_of", "The group whose counting member it would replace; null where it is in none.") {
                role($0.role).group
            },
            Field("method", words: Method.allCases.map(\.rawValue), "How its numbers were obtained.") {
                $0.card.method.rawValue
            },
            Field("status", words: Status.allCases.map(\.rawValue), "Whether it was checked against its publication.") {
                $0.card.status.rawValue
            },
        ] + ConfidenceLevelFields.all.map { $0.of { $0.card.confidenceLevel } } + [
            Field(
                "confidence_level_sides",
                "Whether that level counts one side or both, one-sided or two-sided; null where its card does not say."
            ) { $0.card.levelSides?.rawValue },
            Field("kinetic_mixing", "The kinetic mixing it was derived with: none, natural, or ε/g′.") {
                Wording.mixing($0.card.kineticMixing)
            },
            Field("origin", "Where its document was found.") { OriginRecord($0.origin) },
            Field("caveat", "What it was derived under that the scenario does not share; null where nothing.") {
                $0.caveat
            },
            Field("code", "The code of the plugin that computes it.", ifPresent: { $0.code.map(CodeRecord.init) }),
        ] + ConditionFields.all

    private static func role(_ role: Bound.Role) -> (name: String, group: String?) {
        switch role {
        case .decides: ("decides", nil)
        case .alternative(let group): ("alternative", group)
        case .informs: ("informs", nil)
        }
    }
}

/// A confidence level as two fields.
enum ConfidenceLevelFields {
    static let all: [Field<ConfidenceLevel>] = [
        Field("confidence_level", "Its confidence level, a fraction; null where the publication states none.") {
            $0.fraction
        },
        Field(
            "confidence_level_basis",
            words: [ConfidenceLevel.stated(0.9), .inferred(0.9), .converted(0.9), .notStated].map(\.basis),
            "Whether the confidence level is the publication's own; converted: from the one that its card has."
        ) { $0.basis },
    ]
}

/// Where a document was found.
struct OriginRecord: Record {
    private let origin: CurveOrigin

    init(_ origin: CurveOrigin) { self.origin = origin }

    static let fields: [Field<OriginRecord>] = [
        Field(
            "place", words: ["bundled", "refreshed", "user", "plugin", "given", "overlay"],
            "In the program, refreshed, the user's, a plugin's, made from options, or laid over this answer."
        ) { $0.place },
        Field("path", "Its file.", ifPresent: { $0.parts.path }),
        Field("url", "Where it was fetched from.", ifPresent: { $0.parts.url }),
    ]

    var place: String { parts.place }

    private var parts: (place: String, path: String?, url: String?) {
        switch origin {
        case .bundled: ("bundled", nil, nil)
        case .refreshed(let path, let url): ("refreshed", path, url)
        case .user(let path): ("user", path, nil)
        case .plugin(let path): ("plugin", path, nil)
        case .given: ("given", nil, nil)
        case .overlay(let path): ("overlay", path, nil)
        }
    }
}

/// The code that computes a bound, where it is not the program's own.
struct CodeRecord: Record {
    private let code: PluginCode

    init(_ code: PluginCode) { self.code = code }

    static let fields: [Field<CodeRecord>] = [
        Field("path", "The library.") { $0.code.path },
        Field("sha256", "Of the library.") { $0.code.sha256.hexadecimal },
    ]
}
